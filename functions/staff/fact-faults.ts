import { readRecord } from '../../rules/facts.ts'
import type { FieldFault } from '../platform/refusals.ts'
import { factsOf } from './facts-of.ts'
import type { StaffRecord } from './staff-record.ts'

/** What the rules find wrong with a person's facts and ledger: fields of the record by their own pointers. */
export const factFaults = (staff: Pick<StaffRecord, 'person' | 'entries'>, day: string): FieldFault[] => {
  const parsed = readRecord(factsOf(staff, Number(day.slice(0, 4)), day), day)
  return parsed.ok
    ? []
    : parsed.errors.map(({ pointer, detail }) => ({
        pointer: pointer.startsWith('/person/') ? pointer.slice('/person'.length) : `/ledger${pointer}`,
        detail,
      }))
}
