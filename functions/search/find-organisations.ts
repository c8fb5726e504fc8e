import type { Actor } from '../organisations/account.ts'
import {
  childrenOf,
  institutionsOf,
  type Organisation,
  readOrganisations,
} from '../organisations/organisation.ts'
import { holdersOfNumbers } from '../organisations/organisation-number.ts'
import { rootDepartmentIds } from '../organisations/organisations-below.ts'
import { isRegional } from '../organisations/region.ts'
import { findParent } from '../organisations/view-organisation.ts'
import { allPages, PAGE } from '../platform/every-page.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, succeed } from '../platform/refusals.ts'
import { eventually, type Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import type { FindOrganisationsBody, FoundOrganisations } from './api.ts'
import { MOST_SHOWN } from './find-anything.ts'

/** As many names are looked through: a region of some thousand bodies whole. */
export const MOST_BELOW = 5_000
const WIDTH = 8

/** Where somebody may look: their own offices; who keeps a register, below the authorities above their institution. */
const placesOf = async (table: Table, { roles }: Actor): Promise<Organisation[]> => {
  const seats = await readOrganisations(table, [
    ...new Set(roles.map(({ organisationId }) => organisationId)),
  ])
  const above = seats.flatMap(({ kind, overseers }) => (kind === 'institution' ? overseers : []))
  const highest = (await readOrganisations(table, above)).filter(
    ({ kind, parentId }) => kind === 'authority' && parentId === undefined,
  )
  const departments = seats.some(isRegional)
    ? await readOrganisations(table, await rootDepartmentIds(table))
    : []
  return [...seats, ...highest, ...departments]
}

/** An office's own kind right below it, and its institutions where they are wanted. */
const rightBelow = async (
  table: Table,
  office: Organisation,
  kind: Organisation['kind'] | undefined,
): Promise<{ offices: Organisation[]; institutions: Organisation[] }> => ({
  offices: await allPages((cursor) => childrenOf(table, office.id, { limit: PAGE, cursor }), MOST_BELOW),
  institutions:
    kind === undefined || kind === 'institution'
      ? await allPages((cursor) => institutionsOf(table, office, { limit: PAGE, cursor }), MOST_BELOW)
      : [],
})

/** Everything at or below some organisations, level by level, until enough was looked through. */
const allBelow = async (
  table: Table,
  places: readonly Organisation[],
  kind: Organisation['kind'] | undefined,
): Promise<{ all: ReadonlyMap<string, Organisation>; isWhole: boolean }> => {
  const all = new Map(places.map((one) => [one.id, one]))
  let level = [...all.values()].filter((one) => one.kind !== 'institution')
  while (level.length > 0 && all.size < MOST_BELOW) {
    const found = await mapConcurrently(level, WIDTH, (one) => rightBelow(table, one, kind))
    level = found.flatMap(({ offices }) => offices).filter(({ id }) => !all.has(id))
    for (const one of [...level, ...found.flatMap(({ institutions }) => institutions)]) all.set(one.id, one)
  }
  return { all, isWhole: level.length === 0 }
}

/**
 * Finds organisations by a part of their name at any level below one, or below one's own, and by their number, each with
 * the authorities that it stands below. Names of bodies are public to whoever keeps a register; which may be listed
 * decides `findParent`. What is read is bounded: at most some `MOST_BELOW` names. Reads may be a moment old.
 */
export const findOrganisations =
  (given: Table) =>
  async (
    { text: typed, below, kind }: FindOrganisationsBody,
    actor: Actor,
  ): Promise<Outcome<FoundOrganisations, 'NOT_FOUND'>> => {
    const table = eventually(given)
    const parent = below === undefined ? undefined : await findParent(table, below, actor)
    if (parent !== undefined && !parent.ok) return parent
    const places = parent === undefined ? await placesOf(table, actor) : [parent.value]
    const { all, isWhole } = await allBelow(table, places, kind)
    const text = typed.normalize('NFKC').trim()
    const holders = await holdersOfNumbers(table, [...new Set([text, text.toUpperCase()])])
    const numbered = new Set([text, ...holders.values()])
    const found = [...all.values()].filter(
      (one) =>
        (kind === undefined || one.kind === kind) &&
        (numbered.has(one.id) || nameKey(one.name).includes(nameKey(text))),
    )
    const shown = found.slice(0, MOST_SHOWN)
    const above = new Map(
      (await readOrganisations(table, [...new Set(shown.flatMap(({ overseers }) => overseers))])).map(
        (one) => [one.id, one],
      ),
    )
    return succeed({
      items: shown.map(({ id, name, kind: ofKind, level, overseers }) => ({
        ...{ id, name, kind: ofKind, level },
        under: overseers
          .flatMap((one) => above.get(one) ?? [])
          .filter((one) => one.kind === (ofKind === 'department' ? 'department' : 'authority'))
          .map((one) => ({ id: one.id, name: one.name }))
          .toReversed(),
      })),
      more: found.length > MOST_SHOWN || !isWhole,
    })
  }
