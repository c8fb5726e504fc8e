import { addMonths, type CalendarDate, NO_END, yearOf } from './calendar.ts'
import { type Credit, inside } from './credit.ts'
import type { Edition } from './edition.ts'
import type { Facts, Person } from './facts.ts'
import { inductionFrom } from './half-days.ts'
import { type Progress, progressOf } from './requirement.ts'

export type InductionStatus = 'open' | 'met' | 'late' | 'overdue' | 'after_limit'

export interface InductionProgress extends Progress {
  readonly status: InductionStatus
  readonly dueOn: CalendarDate
  readonly limitOn: CalendarDate
  /** An assessment was failed and not passed later: the induction completes no year (Art. 39(5)). */
  readonly failed: boolean
}

export type InductionAssessment = { readonly status: 'not_applicable' } | InductionProgress

const NOT_APPLICABLE = { status: 'not_applicable' } as const

type Hired = Pick<Person, 'hiredOn'>

const startFor = (credit: Credit, person: Hired, edition: Edition): CalendarDate =>
  credit.category === 'induction' ? inductionFrom(person, edition) : person.hiredOn

/**
 * Whether a credit serves the induction: induction training from some months before the hiring (Art. 10),
 * special training from the hiring on (Art. 24).
 */
export const servesInduction = (credit: Credit, person: Hired, edition: Edition): boolean =>
  (credit.category === 'induction' || credit.category === 'special') &&
  (credit.from >= person.hiredOn || credit.to >= startFor(credit, person, edition))

/** Those of the counted credits that serve the induction. */
export const inductionCredits = (
  credits: readonly Credit[],
  person: Hired,
  edition: Edition,
): readonly Credit[] => {
  const serving: Credit[] = []
  for (const credit of credits) {
    if (!servesInduction(credit, person, edition)) continue
    const part =
      credit.from >= person.hiredOn
        ? credit
        : inside(credit, startFor(credit, person, edition), NO_END, edition)
    if (part !== null) serving.push(part)
  }
  return serving
}

/** The induction's status; high-level talent is late after the limit and never overdue (Art. 9). */
const statusOf = (
  { completedOn }: Progress,
  dueOn: CalendarDate,
  limitOn: CalendarDate,
  { asOf, person }: Facts,
): InductionStatus => {
  if (completedOn === null) return asOf <= limitOn || person.highLevelTalent ? 'open' : 'overdue'
  if (completedOn <= dueOn) return 'met'
  return completedOn <= limitOn || person.highLevelTalent ? 'late' : 'after_limit'
}

/** The days by which a new hire completes the induction: as a rule, and at the latest (Art. 12). */
export const inductionDates = (hiredOn: CalendarDate, { induction }: Edition) => ({
  dueOn: addMonths(hiredOn, induction.dueMonths),
  limitOn: addMonths(hiredOn, induction.limitMonths),
})

const isFailedAssessment = ({ category, passed }: Credit): boolean => category === 'induction' && !passed

/**
 * Whether an induction assessment was failed by the limit and none of its subject passed later, by the limit
 * too. Talent has no limit (Art. 9).
 */
const isFailed = (facts: Facts, limitOn: CalendarDate, edition: Edition): boolean => {
  const { credits, asOf, person } = facts
  if (!edition.readings.failedInductionStands || !credits.some(isFailedAssessment)) return false
  const until = person.highLevelTalent ? asOf : Math.min(asOf, limitOn)
  const assessed = credits.filter(
    (credit) =>
      credit.category === 'induction' && credit.to <= until && servesInduction(credit, person, edition),
  )
  return assessed.some(
    (failed) =>
      !failed.passed &&
      !assessed.some(({ passed, subject, to }) => passed && subject === failed.subject && to > failed.to),
  )
}

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
  const progress = progressOf(inductionCredits(credits, person, edition), edition.induction)
  const { dueOn, limitOn } = inductionDates(person.hiredOn, edition)
  const { tenths, halfDays, missingTenths, completedOn } = progress
  return {
    status: statusOf(progress, dueOn, limitOn, facts),
    dueOn,
    limitOn,
    failed: isFailed(facts, limitOn, edition),
    tenths,
    halfDays,
    missingTenths,
    completedOn,
  }
}

/**
 * Whether an induction in time, with its assessments passed, completes a year by one edition's readings (Art.
 * 39(5)).
 */
const deemsYear = (
  induction: InductionProgress,
  isOfHiring: boolean,
  isOfCompletion: boolean,
  { readings }: Edition,
): boolean => {
  if (induction.failed) return false
  const inTime =
    induction.status === 'met' || (induction.status === 'late' && readings.inductionDeemsWithin === 'limit')
  return inTime && (readings.inductionDeemsYearOf === 'hiring' ? isOfHiring : isOfCompletion)
}

/**
 * Whether a new hire's induction completes a year in both subjects (Art. 39(5)): the year of hiring or, by
 * another reading, of completion. Where these two years have different readings, each is complete that either
 * reading completes.
 */
export const isDeemedByInduction = (
  induction: InductionAssessment,
  year: number,
  { hiredOn }: Hired,
  editionOf: (year: number) => Edition,
): boolean => {
  if (induction.status === 'not_applicable' || induction.completedOn === null) return false
  const hiring = yearOf(hiredOn)
  const completion = yearOf(induction.completedOn)
  if (year !== hiring && year !== completion) return false
  return (
    deemsYear(induction, year === hiring, year === completion, editionOf(hiring)) ||
    deemsYear(induction, year === hiring, year === completion, editionOf(completion))
  )
}

/**
 * The last day by which an induction may still complete the year of hiring (Art. 12, 39(5)); null where none does,
 * as by the reading that completes the year of completion.
 */
export const deemsHiringUntil = (
  { dueOn, limitOn }: InductionProgress,
  { hiredOn }: Hired,
  editionOf: (year: number) => Edition,
): CalendarDate | null => {
  let until: CalendarDate | null = null
  for (const { readings } of [editionOf(yearOf(hiredOn)), editionOf(yearOf(limitOn))]) {
    if (readings.inductionDeemsYearOf !== 'hiring') continue
    const last = readings.inductionDeemsWithin === 'limit' ? limitOn : dueOn
    if (until === null || last > until) until = last
  }
  return until
}

/**
 * Whether the induction may still complete the year of hiring (Art. 12, 39(5)): its limit has not passed, or
 * the person is talent and has none.
 */
export const isInducting = (
  induction: InductionAssessment,
  year: number,
  { asOf, person }: Facts,
  editionOf: (year: number) => Edition,
): boolean => {
  if (induction.status === 'not_applicable' || year !== yearOf(person.hiredOn)) return false
  const until = deemsHiringUntil(induction, person, editionOf)
  return until !== null && (person.highLevelTalent || asOf <= until)
}
