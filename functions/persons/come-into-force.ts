import { followPerson } from '../organisations/follow-person.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import type { StaffId } from '../platform/ids.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { asOfDay } from '../staff/dated.ts'
import { changePerson } from '../staff/person-change.ts'
import { readStaff } from '../staff/staff.ts'
import { isSame } from './change-person.ts'
import { markChange, settleChange } from './settle-change.ts'
import { inForceReason } from './words.ts'

/**
 * Sets a record's flags to what its dates say today: an approved change comes into force on its day, and the account of
 * whoever leaves by it ends with that. Safe to repeat; without a difference nothing is written.
 */
export const comeIntoForce = async (deps: DecidingHost, staffId: StaffId): Promise<void> => {
  const { table, clock } = deps
  const changed = await retryOnConflict(async () => {
    const staff = await readStaff(table, staffId)
    if (staff === undefined) return undefined
    const before = staff.person
    const person = asOfDay(before, today(clock))
    if (isSame(before, person)) return undefined
    const after = { ...person, version: before.version + 1 }
    const at = timestamp(clock)
    const act = { at, by: 'system', what: 'in_force', reason: inForceReason.zh }
    await write(table, [
      ...changePerson(staff, person, act),
      ...markChange(before, after, at),
      ...(await followPerson(table, before, person, act)),
    ])
    return { before, after }
  })
  if (changed !== undefined) await settleChange(deps, changed.before, changed.after)
}
