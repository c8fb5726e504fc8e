import * as z from 'zod'
import { type Clock, timestamp } from '../platform/clock.ts'
import type { RequestId } from '../platform/ids.ts'
import { AWAITING, keys } from '../platform/keys.ts'
import { beginningWith, readIndexKeys } from '../platform/ranges.ts'
import { always, eventually, type Item, read, type Table, type Write, write } from '../platform/table.ts'
import type { RequestRecord } from './request.ts'
import { readRequest, requestIdOf } from './stored-request.ts'

/**
 * The list of acts after which a workflow has work to do. An act is entered by its moment, in the item that
 * it writes anyway; the entry is never moved or removed, which would cost a second write. The sweep walks the
 * list and stores how far it came. Before that place nothing waits, except the requests that the sweep marked
 * because they waited for over an hour.
 */

const SWEEP = { pk: 'SWEEP', sk: 'AWAITING' }
/** The value of the `swept` index for requests that have a mark of their own. */
const MARKED = 'AWAITING_STILL'

/** Machines' clocks differ and the index lags: the sweep's stored place stays this far behind now. */
const OVERLAP_MILLISECONDS = 2 * 60_000
/** A request that waits for longer than this is marked, and the sweep moves on past its act. */
const PATIENCE_MILLISECONDS = 60 * 60_000

const Position = z.object({ upTo: z.string() })

const mark = (requestId: RequestId, since: string): Write => ({
  put: { ...keys.stillAwaiting(requestId), swept: MARKED, sweptOrder: since },
  when: always,
})

const unmark = (requestId: RequestId): Write => ({ remove: keys.stillAwaiting(requestId), when: always })

const isAwaiting = ({ request }: RequestRecord): boolean => request.lines.some(({ awaiting }) => awaiting)

/** The moment of an entry; an entry of form 1 carries the request's id behind it. */
const sinceOf = (order: string): string => order.split('#')[0] ?? order

/** The requests of the list from a place on, each with its first entry. */
const entriesFrom = async (table: Table, upTo: string): Promise<Map<string, string>> => {
  const first = new Map<string, string>()
  const found = await readIndexKeys(table, 'swept', AWAITING, { ...beginningWith(''), from: upTo })
  for (const { key, order } of found) {
    const id = requestIdOf(key)
    if (!first.has(id)) first.set(id, order)
  }
  return first
}

const positionOf = (item: Item | undefined): string => (item === undefined ? ' ' : Position.parse(item).upTo)

/**
 * Calls `resume` for every request that waits for its workflow, and counts those that it resumed; `resume`
 * answers false where the request acted a moment ago. Safe to repeat and to run twice at once: resuming is
 * idempotent, and either sweep's place may be stored.
 */
export const sweepAwaiting = async (
  table: Table,
  clock: Clock,
  resume: (record: RequestRecord) => Promise<boolean>,
): Promise<number> => {
  let resumed = 0
  const visit = async (id: string): Promise<'waits' | 'over'> => {
    // Few listed requests still wait, so the cheap read comes first; what it misses, the next sweep finds.
    const glimpse = await readRequest(eventually(table), id, [])
    if (glimpse === undefined || !isAwaiting(glimpse)) return 'over'
    const record = await readRequest(table, id, [])
    if (record === undefined || !isAwaiting(record)) return 'over'
    if (await resume(record)) resumed += 1
    return 'waits'
  }

  for (const { key } of await readIndexKeys(table, 'swept', MARKED)) {
    const id = requestIdOf(key)
    if ((await visit(id)) === 'over') await write(table, [unmark(id)])
  }

  const stored = await read(table, SWEEP)
  const before = positionOf(stored)
  const tooLong = timestamp({ now: () => clock.now() - PATIENCE_MILLISECONDS })
  let upTo = timestamp({ now: () => clock.now() - OVERLAP_MILLISECONDS })
  for (const [id, order] of await entriesFrom(table, before)) {
    if ((await visit(id)) === 'over') continue
    if (sinceOf(order) < tooLong) await write(table, [mark(id, sinceOf(order))])
    else if (order < upTo) upTo = order
  }
  if (upTo > before) await write(table, [{ put: { ...SWEEP, upTo }, when: always }])
  return resumed
}
