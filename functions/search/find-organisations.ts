import type { Actor } from '../organisations/account.ts'
import { allBelow, officesAbove } from '../organisations/names-below.ts'
import { type Organisation, readOrganisations } from '../organisations/organisation.ts'
import { holdersOfNumbers } from '../organisations/organisation-number.ts'
import { rootDepartmentIds } from '../organisations/organisations-below.ts'
import { findParent } from '../organisations/view-organisation.ts'
import { type Outcome, succeed } from '../platform/refusals.ts'
import { eventually, type Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import type { FindOrganisationsBody, FoundOrganisations } from './api.ts'
import { MOST_SHOWN } from './find-named.ts'

/** Where somebody may look: their own offices; who keeps a register, below the authorities above their institution. */
const placesOf = async (table: Table, { roles }: Actor): Promise<Organisation[]> => {
  const seats = await readOrganisations(table, [
    ...new Set(roles.map(({ organisationId }) => organisationId)),
  ])
  const above = seats.flatMap(({ kind, overseers }) => (kind === 'institution' ? overseers : []))
  const highest = (await readOrganisations(table, above)).filter(
    ({ kind, parentId }) => kind === 'authority' && parentId === undefined,
  )
  return [...seats, ...highest]
}

/** Departments of every level, for authorities: they stand below none, and whoever registers an institution names one. */
const allDepartments = async (table: Table, places: readonly Organisation[]) =>
  places.some(({ kind }) => kind === 'authority')
    ? allBelow(table, await readOrganisations(table, await rootDepartmentIds(table)), 'department')
    : { all: new Map<string, Organisation>(), isWhole: true }

/**
 * Finds organisations by a part of their name at any level below one, or below one's own, and by their number, each with
 * the authorities that it stands below. Names of bodies are public to whoever keeps a register; which may be listed
 * decides `findParent`. What is read is bounded: at most some thousand names. Reads may be a moment old.
 */
export const findOrganisations =
  (given: Table) =>
  async (
    { text: typed, below, kind, open = false }: FindOrganisationsBody,
    actor: Actor,
  ): Promise<Outcome<FoundOrganisations, 'NOT_FOUND'>> => {
    const table = eventually(given)
    const parent = below === undefined ? undefined : await findParent(table, below, actor)
    if (parent !== undefined && !parent.ok) return parent
    const places = parent === undefined ? await placesOf(table, actor) : [parent.value]
    const [own, departments] = await Promise.all([
      allBelow(table, places, kind),
      below === undefined &&
      kind !== 'institution' &&
      !actor.roles.every(({ role }) => role === 'institution')
        ? allDepartments(table, places)
        : undefined,
    ])
    const all = new Map([...own.all, ...(departments?.all ?? [])])
    const isWhole = own.isWhole && departments?.isWhole !== false
    const text = typed.normalize('NFKC').trim()
    const holders = await holdersOfNumbers(table, [...new Set([text, text.toUpperCase()])])
    const numbered = new Set([text, ...holders.values()])
    const found = [...all.values()].filter(
      (one) =>
        (kind === undefined || one.kind === kind) &&
        !(open && one.closed !== undefined) &&
        (numbered.has(one.id) || nameKey(one.name).includes(nameKey(text))),
    )
    const shown = found.slice(0, MOST_SHOWN)
    const above = new Map(
      (await readOrganisations(table, [...new Set(shown.flatMap(({ overseers }) => overseers))])).map(
        (one) => [one.id, one],
      ),
    )
    return succeed({
      items: shown.map((one) => ({
        ...{ id: one.id, name: one.name, kind: one.kind, level: one.level },
        under: officesAbove(one, above).map(({ id, name }) => ({ id, name })),
      })),
      more: found.length > MOST_SHOWN || !isWhole,
    })
  }
