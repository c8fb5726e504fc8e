import * as z from 'zod'
import { type Clock, timestamp } from '../platform/clock.ts'
import { AWAITING, keys } from '../platform/keys.ts'
import { beginningWith, readIndexKeys } from '../platform/ranges.ts'
import { eventually, type Item, read, type Table, type Write, write } from '../platform/table.ts'
import type { RequestRecord } from './request.ts'
import { readRequest, requestIdOf } from './stored-request.ts'

/**
 * What waits for its workflow after an act. Each act that leaves something to do is entered in one list, by its
 * moment, with the item that it writes anyway; the entry is never moved or taken out, which would cost as much
 * again. The sweep goes along the list and keeps how far it came: before that, nothing waits, but for the few
 * requests that waited so long that they got a mark of their own.
 */

const SWEEP = { pk: 'SWEEP', sk: 'AWAITING' }
/** The value of the `swept` index for requests that have a mark of their own. */
const MARKED = 'AWAITING_STILL'

/** Acts may be entered by machines whose clocks differ, and an index follows a moment later. */
const OVERLAP_MILLISECONDS = 2 * 60_000
/** So long the sweep stops at an act that still waits; then it marks the request and goes on. */
const PATIENCE_MILLISECONDS = 60 * 60_000

const Position = z.object({ upTo: z.string() })

const always = { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' }

const mark = (requestId: string, since: string): Write => ({
  put: { ...keys.stillAwaiting(requestId), swept: MARKED, sweptOrder: since },
  when: always,
})

const unmark = (requestId: string): Write => ({ remove: keys.stillAwaiting(requestId), when: always })

const isAwaiting = ({ request }: RequestRecord): boolean => request.lines.some(({ awaiting }) => awaiting)

/** The moment that an entry stands for; those of form 1 name their request as well. */
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
 * Hands every request that waits for its workflow to `resume`, which answers whether it did anything now (one that
 * acted a moment ago may still be at work). Repeated, and beside itself, it does no harm: what it resumes is
 * idempotent, and of two sweeps the later position is as good as the earlier.
 */
export const sweepAwaiting = async (
  table: Table,
  clock: Clock,
  resume: (record: RequestRecord) => Promise<boolean>,
): Promise<number> => {
  let resumed = 0
  const visit = async (id: string): Promise<'waits' | 'over'> => {
    // Nearly all that is in the list was gone on with: what was missed a moment ago, the next sweep sees.
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
