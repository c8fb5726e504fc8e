import { Temporal } from 'temporal-polyfill'
import type { Text } from '../platform/language.ts'
import type { FieldFault } from '../platform/refusals.ts'
import { inputFaults } from '../platform/words.ts'
import { factFaults } from '../staff/fact-faults.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { recordFaults } from './words.ts'

const fault = (pointer: string, detail: Text): FieldFault => ({ pointer, detail })

/**
 * Every fault that a person's record would have: what the rules cannot read, and impossible dates. The ledger
 * is checked with it, so that no change makes it unreadable.
 */
export const personFaults = (staff: Pick<StaffRecord, 'person' | 'entries'>, day: string): FieldFault[] => {
  const { hiredOn, terms, leaves = [], retiresOn } = staff.person
  const faults = factFaults(staff, day)
  if (staff.person.mergedInto !== undefined) faults.push(fault('', recordFaults.closed))
  const latest = Temporal.PlainDate.from(day).add({ years: 1 }).toString()
  if (hiredOn > latest && !faults.some(({ pointer }) => pointer === '/hiredOn'))
    faults.push(fault('/hiredOn', recordFaults.hiredAhead))
  for (const [index, { from }] of terms.entries())
    if (from < (terms[index - 1]?.from ?? ''))
      faults.push(fault(`/terms/${index}/from`, recordFaults.termsOutOfOrder))
  for (const [index, { from, to }] of leaves.entries())
    if (to < from) faults.push(fault(`/leaves/${index}/to`, inputFaults.endBeforeStart))
  if (retiresOn !== undefined && retiresOn <= hiredOn)
    faults.push(fault('/retiresOn', recordFaults.retiresBeforeHiring))
  return faults
}
