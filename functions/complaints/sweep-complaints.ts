import { today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { COMPLAINANTS_KEPT } from '../platform/keys.ts'
import { logger } from '../platform/logger.ts'
import { readIndex, type Table, write } from '../platform/table.ts'
import { type Complaint, changeComplaint, complaintsAwaiting } from './complaint.ts'
import { startComplaint } from './start-complaint.ts'

const A_PAGE = 50

/**
 * Lets a complaint go on that an act left waiting: its token is answered; where nobody waits on it any more, another
 * execution is started, which asks the table where the complaint stands.
 */
const resume = async (host: DecidingHost, complaint: Complaint): Promise<void> => {
  const { token } = complaint
  if (token === undefined) return startComplaint(host, complaint)
  if ((await host.workflows.succeed(token, {})) === 'taken') return
  const { token: _, ...rest } = complaint
  const after = { ...rest, attempt: complaint.attempt + 1 }
  await write(host.table, changeComplaint(complaint, after, []))
  await startComplaint(host, after)
}

/** Deletes the identities whose time is over (Art. 36); what was complained of stays, without who did. */
const deleteIdentities = async (table: Table, day: string): Promise<number> => {
  const { items } = await readIndex(table, 'swept', COMPLAINANTS_KEPT, { limit: A_PAGE, upTo: day })
  for (const { pk, sk } of items)
    await write(table, [
      { remove: { pk: String(pk), sk: String(sk) }, when: { expression: 'attribute_exists(pk)' } },
    ])
  return items.length
}

/** Resumes complaints that a crash left waiting, and deletes identities in time. Safe to repeat. */
export const sweepComplaints = async (
  host: DecidingHost,
  graceMilliseconds: number,
): Promise<{ resumed: number; deleted: number }> => {
  let resumed = 0
  const { items } = await complaintsAwaiting(host.table, { limit: A_PAGE })
  for (const complaint of items) {
    if (Date.parse(complaint.awaiting ?? '') + graceMilliseconds > host.clock.now()) continue
    try {
      await resume(host, complaint)
      resumed += 1
    } catch (error) {
      // One that fails does not stop the others.
      logger.error('A complaint could not be resumed.', { complaintId: complaint.id, error })
    }
  }
  return { resumed, deleted: await deleteIdentities(host.table, today(host.clock)) }
}
