import type { RequestId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { consistently, type Table } from '../platform/table.ts'
import { readRequest } from '../requests/stored-request.ts'
import { readCountedDesks } from './counted.ts'
import { deskYears } from './desk-cells.ts'
import { nameOf, type State, stepsBetween, take } from './move.ts'

/** Requests whose counts are moved together: they share most rows. */
const GROUP = 25
const WIDTH = 4

const stateOf = (organisationId: string, year: number, days: State['days'] = {}): State => ({
  ...{ year, at: [organisationId], days, about: {} },
})

const countGroup = async (given: Table, ids: readonly RequestId[]): Promise<number> => {
  const table = consistently(given)
  const versions = new Map<string, number>()
  const found = await mapConcurrently(ids, WIDTH, async (id) => {
    // What is counted comes first: whoever counts between the two reads makes this write fail.
    const counted = await readCountedDesks(table, id)
    // Its participants say nothing of a desk.
    const record = await readRequest(table, id, [])
    if (record === undefined) return []
    const known = new Map(counted.map((one) => [nameOf(one.key), one]))
    for (const { key, counted: one } of counted) versions.set(nameOf(key), one.version)
    const now = deskYears(record.tasks).map(({ organisationId, year, days }) => {
      const key = keys.countedDesk(id, organisationId, year)
      const before = known.get(nameOf(key))?.counted.days
      known.delete(nameOf(key))
      return stepsBetween(key, stateOf(organisationId, year, before), stateOf(organisationId, year, days))
    })
    // Taken back, and not decided anew.
    const gone = [...known.values()].map(({ key, counted: { at, year, days } }) =>
      stepsBetween(key, { year, at, days, about: {} }, { year, at, days: {}, about: {} }),
    )
    return [...now, ...gone].flat()
  })
  await take(table, found.flat(), versions)
  return found.filter((steps) => steps.length > 0).length
}

/**
 * Counts what desks did with some requests, as their tasks stand now: what is counted gives way to what they come to, so
 * a repeat changes nothing. Answers how many were counted otherwise.
 */
export const countDesks =
  (table: Table) =>
  async (ids: Iterable<RequestId>): Promise<number> => {
    const all = [...new Set(ids)]
    let changed = 0
    for (let start = 0; start < all.length; start += GROUP) {
      const group = all.slice(start, start + GROUP)
      changed += await retryOnConflict(() => countGroup(table, group))
    }
    return changed
  }
