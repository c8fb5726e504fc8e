import type { Actor } from '../organisations/account.ts'
import { timestamp } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import { putNew } from '../platform/ranges.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { complaintAtDesk } from './at-desk.ts'
import { readSealed } from './complaint.ts'
import { readingItem } from './readings.ts'
import { type Identity, openIdentity, type SecretHost } from './secrecy.ts'

/**
 * Opens who complained, for one of those who inquire. The reading is on record, with its reason, before anything is
 * answered: what can't be recorded is not read.
 */
export const readComplainant =
  (host: RecordsHost & SecretHost) =>
  async (id: string, reason: string, actor: Actor): Promise<Outcome<Identity, 'NOT_FOUND'>> => {
    const found = await complaintAtDesk(host, id, actor)
    if (found === undefined || !found.inquires) return refuse('NOT_FOUND')
    const sealed = await readSealed(host.table, id)
    if (sealed === undefined) return refuse('NOT_FOUND')
    const at = timestamp(host.clock)
    const isNoted = await putNew(host.table, readingItem(found.complaint, actor, { at, reason }))
    if (!isNoted) throw new ConditionFailedError([0])
    return succeed(await openIdentity(host, id, sealed))
  }
