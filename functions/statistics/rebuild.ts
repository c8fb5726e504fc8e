import { addDays, type Clock, today } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import { lookups } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readIndexKeys } from '../platform/ranges.ts'
import { eventually, type Table } from '../platform/table.ts'
import { requestIdOf } from '../requests/stored-request.ts'
import { isWalked, nextPersons, type Walk, walkFrom } from '../staff/walk-persons.ts'
import { countDesks } from './count-desks.ts'
import { countPersons } from './count-persons.ts'
import { readCountedDesks } from './counted.ts'
import { putCounting, readCounting } from './counting.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

const PAGE = 50
const WIDTH = 4
/** Everyone is counted anew so many days after the last time, and when a year begins. */
const EVERY_DAYS = 10

/** The walk that is under way or due; undefined: none is. */
const due = (rebuild: Walk | undefined, day: string): Walk | undefined => {
  if (rebuild === undefined) return walkFrom(day)
  if (!rebuild.done) return rebuild
  const isOld = addDays(rebuild.startedOn, EVERY_DAYS) <= day
  return isOld || rebuild.startedOn.slice(0, 4) !== day.slice(0, 4) ? walkFrom(day) : undefined
}

const isCounted = async (table: Table, requestId: string): Promise<boolean> =>
  (await readCountedDesks(table, requestId)).length > 0

/** The requests about some persons. A class's stands with each participant: it is counted where it is not yet. */
const requestsAbout = async (table: Table, staffIds: readonly StaffId[]): Promise<string[]> => {
  const found = await mapConcurrently(staffIds, WIDTH, async (staffId) => {
    const claims = await readIndexKeys(eventually(table), 'found', lookups.claimsOf(staffId))
    const own = claims.filter(({ key }) => key.sk === 'REQUEST').map(({ key }) => requestIdOf(key))
    const others = claims.filter(({ key }) => key.sk !== 'REQUEST').map(({ key }) => requestIdOf(key))
    const uncounted = await mapConcurrently(others, 1, async (id) =>
      (await isCounted(table, id)) ? [] : [id],
    )
    return [...own, ...uncounted.flat()]
  })
  return found.flat()
}

/** The next persons of the walk, counted anew with what is about them. */
const walkPage = async (deps: Deps, rebuild: Walk): Promise<Walk> => {
  const { staffIds, place } = await nextPersons(deps.table, rebuild, PAGE)
  const differed =
    (await countPersons(deps)(staffIds)) +
    (await countDesks(deps.table)(await requestsAbout(deps.table, staffIds)))
  return {
    ...rebuild,
    ...place,
    walked: rebuild.walked + staffIds.length,
    differed: rebuild.differed + differed,
    done: isWalked(place),
  }
}

/**
 * Goes on with the walk that counts everyone anew from what is on record and mends what was counted otherwise, as long
 * as `until` (epoch milliseconds by the machine's clock) allows: a turn takes up where the last one ended. It also
 * counts whom no act has touched: everyone when a year begins, the data of a version before, an institution that was
 * placed elsewhere. Undefined where none is due.
 */
export const goOnRebuilding =
  (deps: Deps) =>
  async (until: number): Promise<Walk | undefined> => {
    let rebuild = due((await readCounting(deps.table)).rebuild, today(deps.clock))
    while (rebuild !== undefined && !rebuild.done && Date.now() < until) {
      rebuild = await walkPage(deps, rebuild)
      await putCounting(deps.table, { ...(await readCounting(deps.table)), rebuild })
    }
    return rebuild
  }
