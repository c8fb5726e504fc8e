import type { CreditPart, PartCredited } from '../../workflows/feed-batch/contract.ts'
import { requireRequest } from '../desks/open-task.ts'
import { creditRoster } from '../outcomes/credit-roster.ts'
import type { OutcomeHost } from '../outcomes/outcome-host.ts'
import { timestamp } from '../platform/clock.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { readPart } from '../requests/batch-parts.ts'
import { conclude } from '../requests/lifecycle.ts'
import { advanceRequest } from '../requests/stored-request.ts'
import { creditRows } from './credit-rows.ts'

class BatchMissingError extends Error {
  override name = 'BatchMissingError'
}

/**
 * Enters one part of a day's online hours in their ledgers (Art. 38, 41), and approves the request with the last one.
 * A part of a class that was closed here is entered at once. Safe to repeat.
 */
export const creditPart =
  (deps: OutcomeHost) =>
  async ({ requestId, line, part }: CreditPart): Promise<PartCredited> => {
    const { table, clock } = deps
    const { request } = await requireRequest(table, requestId, [])
    if (request.type === 'class_roster') {
      await creditRoster(deps)(request.id)
      return { part, finished: true }
    }
    if (request.type !== 'feed_batch')
      throw new BatchMissingError(`The request ${requestId} is no day of online hours.`)
    const by = request.acts.findLast(({ act }) => act === 'approve')?.actor ?? 'system'
    await creditRows(deps)(
      { batchId: requestId, by, once: request.atOnce },
      await readPart(table, requestId, part),
    )
    if (part < request.parts) return { part: part + 1, finished: false }
    await retryOnConflict(async () => {
      const { request: current } = await requireRequest(table, requestId, [])
      if (current.lines[line]?.status !== 'in_review') return
      await write(table, advanceRequest(current, conclude(current, line, 'credit', timestamp(clock))))
    })
    return { part, finished: true }
  }
