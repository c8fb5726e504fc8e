import { ago, type Clock, timestamp } from '../platform/clock.ts'
import type { StaffId } from '../platform/ids.ts'
import { AWAITING } from '../platform/keys.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { onwards, readIndexKeys } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { readRequest, requestIdOf } from '../requests/stored-request.ts'
import { enteredSince, OVERLAP } from '../staff/entered-since.ts'
import { countDesks } from './count-desks.ts'
import { countPersons } from './count-persons.ts'
import { type Counting, putCounting, readCounting } from './counting.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

/** A request that still waits to be recorded after this long is left to the rebuild. */
const PATIENCE = 24 * 60 * 60_000
/** Persons after whom the place is kept. */
const CHUNK = 200
const WIDTH = 8

/** The requests with an act since a moment, each once. */
const requestsSince = async (table: Table, upTo: string): Promise<string[]> => {
  const found = await readIndexKeys(table, 'swept', AWAITING, onwards(upTo))
  return [...new Set(found.map(({ key }) => requestIdOf(key)))]
}

/** Whom a request has been recorded for; `waits` where its workflow has still something to do. */
const recordedFor = async (
  table: Table,
  id: string,
): Promise<{ readonly staffIds: readonly StaffId[]; readonly waits: boolean }> => {
  const record = await readRequest(table, id)
  if (record === undefined) return { staffIds: [], waits: false }
  const { request } = record
  const waits = request.lines.some(({ awaiting }) => awaiting)
  if (request.type === 'class_roster')
    return {
      staffIds: request.status === 'approved' ? request.participants.map(({ staffId }) => staffId) : [],
      waits,
    }
  // A day's online hours list their own entries.
  return { staffIds: request.staffId === undefined ? [] : [request.staffId], waits }
}

/** Counts the persons of requests that have been recorded; answers those that still wait. */
const countRequests = async (
  deps: Deps,
  pending: Counting['pending'],
): Promise<{ readonly changed: number; readonly pending: Counting['pending'] }> => {
  const found = await mapConcurrently(pending, WIDTH, async (one) => ({
    ...(await recordedFor(deps.table, one.id)),
    one,
  }))
  const changed = await countPersons(deps)(found.flatMap(({ staffIds }) => staffIds))
  await countDesks(deps.table)(pending.map(({ id }) => id))
  const tooLong = ago(deps.clock, PATIENCE)
  return {
    changed,
    pending: found.flatMap(({ waits, one }) => (waits && one.since > tooLong ? [one] : [])),
  }
}

/**
 * Counts what acts have recorded since the last turn. An act pays nothing for it: recognitions are found in the list of
 * requests that had work to do, all else by an entry in the item that the act writes anyway. Counting somebody again
 * changes nothing, so a turn that was interrupted, or runs twice at once, goes on where the place was kept.
 */
export const countActs = (deps: Deps) => async (): Promise<{ readonly changed: number }> => {
  const { table, clock } = deps
  const before = await readCounting(table)
  // The first turn of all leaves what was before to the rebuild.
  const upTo = before.upTo === '' ? ago(clock, OVERLAP) : before.upTo
  const since = timestamp(clock)
  const requests = await requestsSince(table, upTo)
  const known = new Set(before.pending.map(({ id }) => id))
  const asked = [...before.pending, ...requests.filter((id) => !known.has(id)).map((id) => ({ id, since }))]
  const counted = await countRequests(deps, asked)
  let { changed } = counted
  const { pending } = counted
  const entered = await enteredSince(table, upTo)
  const last = ago(clock, OVERLAP)
  for (let start = 0; start < entered.length; start += CHUNK) {
    const chunk = entered.slice(start, start + CHUNK)
    changed += await countPersons(deps)(chunk.map(({ staffId }) => staffId))
    const reached = chunk.at(-1)?.at
    if (reached !== undefined && start + CHUNK < entered.length)
      await keep(table, { pending, upTo: reached < last ? reached : last })
  }
  await keep(table, { pending, upTo: last > upTo ? last : upTo })
  return { changed }
}

/** Keeps the place; what the rebuild has kept meanwhile stays. */
const keep = async (table: Table, place: Pick<Counting, 'pending' | 'upTo'>): Promise<void> =>
  putCounting(table, { ...(await readCounting(table)), ...place })
