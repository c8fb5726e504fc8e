import { addMonths, type CalendarDate, yearOf } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Credit, Facts, Person } from './facts.ts'
import { type Progress, progressOf } from './requirement.ts'

export type InductionStatus = 'open' | 'met' | 'late' | 'overdue' | 'after_limit'

export interface InductionProgress extends Progress {
  readonly status: InductionStatus
  readonly dueOn: CalendarDate
  readonly limitOn: CalendarDate
}

export type InductionAssessment = { readonly status: 'not_applicable' } | InductionProgress

const NOT_APPLICABLE = { status: 'not_applicable' } as const

/** Induction trainings count, and special ones of a new hire (Art. 24), from the day of hiring on. */
export const servesInduction = (credit: Credit, person: Pick<Person, 'hiredOn'>): boolean =>
  (credit.category === 'induction' || credit.category === 'special') && credit.from >= person.hiredOn

const statusOf = (
  progress: Progress,
  dueOn: CalendarDate,
  limitOn: CalendarDate,
  facts: Facts,
): InductionStatus => {
  const { completedOn } = progress
  if (completedOn === null) return facts.asOf <= limitOn || facts.person.highLevelTalent ? 'open' : 'overdue'
  if (completedOn <= dueOn) return 'met'
  return completedOn <= limitOn ? 'late' : 'after_limit'
}

/** The days by which a new hire completes the induction: as a rule, and at the latest (Art. 12). */
export const inductionDates = (hiredOn: CalendarDate, { induction }: Edition) => ({
  dueOn: addMonths(hiredOn, induction.dueMonths),
  limitOn: addMonths(hiredOn, induction.limitMonths),
})

/**
 * The training of a new hire (Art. 12): 40 hours or 5 days within 6 months of hiring, 12 at the latest. For
 * high-level talent it is arranged flexibly and never overdue (Art. 9).
 */
export const assessInduction = (
  facts: Facts,
  credits: readonly Credit[],
  edition: Edition,
): InductionAssessment => {
  const { person } = facts
  if (person.hiredOn < edition.inForceFrom) return NOT_APPLICABLE
  const serving = credits.filter((credit) => servesInduction(credit, person))
  const progress = progressOf(serving, edition.induction)
  const { dueOn, limitOn } = inductionDates(person.hiredOn, edition)
  return { status: statusOf(progress, dueOn, limitOn, facts), dueOn, limitOn, ...progress }
}

/** The year that an induction completed in time completes for both subjects (Art. 39(5)); null where there is none. */
export const yearDeemedByInduction = (
  induction: InductionAssessment,
  person: Person,
  edition: Edition,
): number | null => {
  if (induction.status !== 'met' && induction.status !== 'late') return null
  if (edition.readings.inductionDeemsYearOf === 'hiring') return yearOf(person.hiredOn)
  return induction.completedOn === null ? null : yearOf(induction.completedOn)
}
