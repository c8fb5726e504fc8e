import { allPages, PAGE } from '../platform/every-page.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { childrenOf, institutionsOf, type Organisation } from './organisation.ts'

/** As many names are looked through: a region of some thousand bodies whole. */
export const MOST_BELOW = 5_000
const WIDTH = 8

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
export const allBelow = async (
  table: Table,
  places: readonly Organisation[],
  kind: Organisation['kind'] | undefined,
  most: number = MOST_BELOW,
): Promise<{ all: ReadonlyMap<string, Organisation>; isWhole: boolean }> => {
  const all = new Map(places.map((one) => [one.id, one]))
  let level = [...all.values()].filter((one) => one.kind !== 'institution')
  while (level.length > 0 && all.size < most) {
    const found = await mapConcurrently(level, WIDTH, (one) => rightBelow(table, one, kind))
    level = found.flatMap(({ offices }) => offices).filter(({ id }) => !all.has(id))
    for (const one of [...level, ...found.flatMap(({ institutions }) => institutions)]) all.set(one.id, one)
  }
  // A single office's list may have been cut, too.
  return { all, isWhole: level.length === 0 && all.size < most }
}

/** The offices of its own line above an organisation, the highest first: a department's stand above it, else authorities. */
export const officesAbove = (
  { kind, overseers }: Pick<Organisation, 'kind' | 'overseers'>,
  known: ReadonlyMap<string, Organisation>,
): Organisation[] =>
  overseers
    .flatMap((id) => known.get(id) ?? [])
    .filter((one) => one.kind === (kind === 'department' ? 'department' : 'authority'))
    .toReversed()
