import { yearOf } from '../../rules/calendar.ts'
import type { EditionOf } from '../../rules/edition.ts'
import { assessStaff } from './due-obligations.ts'
import type { StaffRecord } from './staff-record.ts'

/**
 * Whether a reason may be found justified for a year: one that is asked of the person and not complete (Art. 7), or the
 * one in which the limit of an overdue induction lies, however complete it is (Art. 43).
 */
export const isJustifiable = (
  staff: StaffRecord,
  year: number,
  day: string,
  editionOf: EditionOf,
): boolean => {
  const { annual, induction } = assessStaff(staff, year, day, editionOf)
  const isComplete =
    annual.status === 'not_applicable' || annual.status === 'met' || annual.status === 'deemed'
  return !isComplete || (induction.status === 'overdue' && yearOf(induction.limitOn) === year)
}
