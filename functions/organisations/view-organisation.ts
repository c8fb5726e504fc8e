import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import { undrawable } from '../platform/drawable.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import type { Actor } from './account.ts'
import {
  childrenOf,
  institutionsOf,
  type Organisation,
  populationOf,
  readOrganisation,
  readOrganisations,
  versionOf,
} from './organisation.ts'
import type { OrganisationView } from './organisations-api.ts'
import { mayPlaceUnder } from './place-organisation.ts'
import { isAtRegion } from './region.ts'
import { hasTakenOver } from './taken-over-hours.ts'
import { oversees } from './visibility.ts'

/** An organisation for those who sit there, above it or at the region; to everyone else it does not exist. */
export const findOrganisation = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<Organisation, 'NOT_FOUND'>> => {
  const organisation = await readOrganisation(table, id)
  if (organisation === undefined) return refuse('NOT_FOUND')
  // The region also looks after its departments that stand under no other.
  return oversees(actor, organisation) || (await isAtRegion(table, actor))
    ? succeed(organisation)
    : refuse('NOT_FOUND')
}

const summary = ({ id, name, kind, level }: Organisation) => ({ id, name, kind, level })

/** Into which institution one was merged, by name. */
const closedAs = async (table: Table, { closed }: Organisation): Promise<OrganisationView['closed']> => {
  if (closed === undefined) return null
  const into = await readOrganisation(table, closed.into)
  return { on: closed.on, into: { id: closed.into, name: into?.name ?? closed.into } }
}

export const viewOrganisation = async (
  table: Table,
  organisation: Organisation,
  actor: Actor,
): Promise<OrganisationView> => {
  const { id, name, kind, level, number, regionCode, foundedBy } = organisation
  const { parentId, departmentId, authorityId, overseers } = organisation
  const above = await readOrganisations(table, overseers)
  const find = (wanted: string) => above.find((one) => one.id === wanted)
  const named = (wanted: string | undefined) => {
    const found = wanted === undefined ? undefined : find(wanted)
    return found === undefined ? null : { id: found.id, name: found.name }
  }
  return {
    id,
    name,
    kind,
    level,
    population: kind === 'institution' ? populationOf(organisation) : null,
    number: number ?? null,
    regionCode: regionCode ?? null,
    foundedBy: foundedBy ?? null,
    parent: named(parentId),
    department: named(departmentId),
    authority: named(authorityId),
    overseers: overseers.flatMap((one) => find(one) ?? []).map(summary),
    version: versionOf(organisation),
    complete: organisation.rederiving !== true,
    undrawable: undrawable([organisation.name]),
    takenOver: kind === 'institution' && (await hasTakenOver(table, id)),
    closed: await closedAs(table, organisation),
    mayChange: await mayPlaceUnder(table, actor, overseers),
  }
}

interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
}

interface Wanted {
  /** Those right below it; without it, those at which the actor sits. */
  readonly parent?: string | undefined
  readonly kind?: Organisation['kind'] | undefined
  /** Without institutions that were merged into another one. */
  readonly open?: boolean
}

/**
 * The organisation below which an actor may list. Institutions' names are public: a registrar who releases a
 * person must find the receiving institution, so registrars may list below every authority.
 */
export const findParent = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<Organisation, 'NOT_FOUND'>> => {
  const found = await findOrganisation(table, id, actor)
  if (found.ok || !actor.roles.some(({ role }) => role === 'institution' || role === 'authority'))
    return found
  const parent = await readOrganisation(table, id)
  return parent?.kind === 'authority' ? succeed(parent) : found
}

/** The organisations right below one: its authorities or departments first, then its institutions. */
export const listOrganisationsBelow = async (
  table: Table,
  { parent, kind, open = false }: Wanted,
  actor: Actor,
  { limit, cursor }: Page,
) => {
  const summaries = (organisations: readonly Organisation[]) =>
    organisations
      .filter((one) => (kind === undefined || one.kind === kind) && !(open && one.closed !== undefined))
      .map(summary)
  if (parent === undefined) {
    const own = await readOrganisations(
      table,
      actor.roles.map(({ organisationId }) => organisationId),
    )
    return succeed({ items: summaries(own), cursor: null })
  }
  const found = await findParent(table, parent, actor)
  if (!found.ok) return found
  if (found.value.kind === 'institution') return succeed({ items: [], cursor: null })
  const beginning = kind === 'institution' ? 'i' : 'c'
  const [whole, list = beginning, inList = ''] = /^([ci])\.(.*)$/.exec(cursor ?? '') ?? []
  if (cursor !== undefined && whole === undefined)
    throw new CursorInvalidError('The cursor belongs to no page of this list.')
  const page = { limit, cursor: inList === '' ? undefined : inList }
  if (list === 'i') {
    const last = await institutionsOf(table, found.value, page)
    return succeed({
      items: summaries(last.items),
      cursor: last.cursor === null ? null : `i.${last.cursor}`,
    })
  }
  const first = await childrenOf(table, parent, page)
  const after = kind === undefined ? 'i.' : null
  return succeed({
    items: summaries(first.items),
    cursor: first.cursor === null ? after : `c.${first.cursor}`,
  })
}
