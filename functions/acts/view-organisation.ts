import type { OrganisationView } from '../api/organisations.ts'
import { type Outcome, refuse, succeed } from '../kit/refusals.ts'
import type { Actor } from '../store/account.ts'
import {
  childrenOf,
  institutionsOf,
  type Organisation,
  readOrganisation,
  readOrganisations,
  versionOf,
} from '../store/organisation.ts'
import type { Table } from '../store/table.ts'
import { mayPlaceUnder } from './place-organisation.ts'
import { isAtRegion } from './region.ts'
import { oversees, seatsOf } from './visibility.ts'

/** An organisation for those who sit there, above it or at the region; to everyone else it does not exist. */
export const findOrganisation = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<Organisation>> => {
  const organisation = await readOrganisation(table, id)
  if (organisation === undefined) return refuse('NOT_FOUND')
  // A region's department has no one above it, and the region looks after it all the same.
  return oversees(actor, organisation) || (await isAtRegion(table, actor))
    ? succeed(organisation)
    : refuse('NOT_FOUND')
}

export const viewOrganisation = async (
  table: Table,
  organisation: Organisation,
  actor: Actor,
): Promise<OrganisationView> => {
  const { id, name, kind, level, parentId, departmentId, authorityId, overseers } = organisation
  const above = await readOrganisations(table, overseers)
  const named = (wanted: string | undefined) => {
    const found = above.find((one) => one.id === wanted)
    return found === undefined ? null : { id: found.id, name: found.name }
  }
  return {
    id,
    name,
    kind,
    level,
    parent: named(parentId),
    department: named(departmentId),
    authority: named(authorityId),
    overseers: overseers.flatMap((one) => named(one) ?? []),
    version: versionOf(organisation),
    complete: organisation.rederiving !== true,
    mayChange: await mayPlaceUnder(table, actor, overseers),
  }
}

const summary = ({ id, name, kind, level }: Organisation) => ({ id, name, kind, level })

interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The organisations right below one: its authorities or departments first, then its institutions. */
export const listOrganisationsBelow = async (
  table: Table,
  parentId: string | undefined,
  actor: Actor,
  { limit, cursor }: Page,
): Promise<Outcome<{ items: ReturnType<typeof summary>[]; cursor: string | null }>> => {
  if (parentId === undefined) {
    const own = await readOrganisations(
      table,
      seatsOf(actor).map(({ organisationId }) => organisationId),
    )
    return succeed({ items: own.map(summary), cursor: null })
  }
  const found = await findOrganisation(table, parentId, actor)
  if (!found.ok) return found
  if (found.value.kind === 'institution') return succeed({ items: [], cursor: null })
  const [, list = 'c', inList = ''] = /^([ci])\.(.*)$/.exec(cursor ?? '') ?? []
  const page = { limit, cursor: inList === '' ? undefined : inList }
  if (list === 'i') {
    const last = await institutionsOf(table, found.value, page)
    return succeed({
      items: last.items.map(summary),
      cursor: last.cursor === null ? null : `i.${last.cursor}`,
    })
  }
  const first = await childrenOf(table, parentId, page)
  return succeed({
    items: first.items.map(summary),
    cursor: first.cursor === null ? 'i.' : `c.${first.cursor}`,
  })
}
