import { today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { COMPLAINANTS_KEPT } from '../platform/keys.ts'
import { sweepMatters } from '../platform/matter-way.ts'
import { removeDue } from '../platform/remove-due.ts'
import { complaintWay } from './complaint-way.ts'

/**
 * Resumes complaints that a crash left waiting, and deletes identities whose time is over (Art. 36); what was complained
 * of stays, without who did. Safe to repeat.
 */
export const sweepComplaints = async (
  host: DecidingHost,
  graceMilliseconds: number,
): Promise<{ resumed: number; deleted: number }> => ({
  resumed: await sweepMatters(complaintWay, host, graceMilliseconds),
  deleted: await removeDue(host.table, COMPLAINANTS_KEPT, today(host.clock)),
})
