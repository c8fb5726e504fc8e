import { type CalendarDate, lastDayOf, yearOf } from './calendar.ts'
import { type Completion, deemedIn } from './deemed.ts'
import type { Edition } from './edition.ts'
import type { Credit, Facts } from './facts.ts'
import type { Tenths } from './hours.ts'
import { type InductionAssessment, servesInduction, yearDeemedByInduction } from './induction.ts'
import { makeUpDueOn } from './make-up.ts'

export type AnnualStatus = 'not_applicable' | 'open' | 'met' | 'deemed' | 'deferred' | 'overdue' | 'short'

interface Tally {
  readonly publicTenths: Tenths
  readonly professionalTenths: Tenths
  readonly onlineTenths: Tenths
  readonly halfDays: number
  /** What of the above are make-up hours. */
  readonly madeUpPublic: Tenths
  readonly madeUpProfessional: Tenths
  readonly madeUpHalfDays: number
}

interface Missing {
  readonly public: Tenths
  readonly professional: Tenths
}

export interface AnnualAssessment {
  readonly year: number
  readonly status: AnnualStatus
  readonly dueOn: CalendarDate
  readonly publicTenths: Tenths
  readonly professionalTenths: Tenths
  readonly onlineTenths: Tenths
  readonly halfDays: number
  readonly deemed: Completion
  readonly missing: Missing
  /** Make-up credits were needed. */
  readonly madeUp: boolean
}

const tally = (facts: Facts, year: number, credits: readonly Credit[], edition: Edition): Tally => {
  const { inductionCountsForTheYear } = edition.readings
  let publicTenths = 0
  let professionalTenths = 0
  let onlineTenths = 0
  let halfDays = 0
  let madeUpPublic = 0
  let madeUpProfessional = 0
  let madeUpHalfDays = 0
  for (const credit of credits) {
    if (credit.year !== year) continue
    if (!inductionCountsForTheYear && servesInduction(credit, facts.person)) continue
    const { tenths } = credit
    const madeUp = credit.makesUp ? tenths : 0
    if (credit.subject === 'public') {
      publicTenths += tenths
      madeUpPublic += madeUp
    } else {
      professionalTenths += tenths
      madeUpProfessional += madeUp
    }
    if (!credit.offline) onlineTenths += tenths
    halfDays += credit.halfDays
    if (credit.makesUp) madeUpHalfDays += credit.halfDays
  }
  return {
    publicTenths,
    professionalTenths,
    onlineTenths,
    halfDays,
    madeUpPublic,
    madeUpProfessional,
    madeUpHalfDays,
  }
}

const NOTHING_MISSING: Missing = { public: 0, professional: 0 }

/** The two minima, less what is deemed or granted. With both met the total of 90 is met, so it needs no look of its own. */
const missingOf = (
  publicTenths: Tenths,
  professionalTenths: Tenths,
  halfDays: number,
  deemed: Completion,
  { annual, readings }: Edition,
): Missing => {
  if (!readings.minimaHoldUnderEitherTotal && halfDays >= annual.halfDays) return NOTHING_MISSING
  return {
    public: deemed.public ? 0 : Math.max(0, annual.publicTenths - publicTenths - deemed.grantedPublic),
    professional: deemed.professional
      ? 0
      : Math.max(0, annual.professionalTenths - professionalTenths - deemed.grantedProfessional),
  }
}

const isNothing = (missing: Missing): boolean => missing.public === 0 && missing.professional === 0

const statusOf = (
  facts: Facts,
  year: number,
  complete: boolean,
  deemed: Completion,
  makeUpDue: CalendarDate | null,
): AnnualStatus => {
  const { asOf, person } = facts
  if (!person.onRegister || person.leader || year < yearOf(person.hiredOn)) return 'not_applicable'
  if (complete) return deemed.public && deemed.professional ? 'deemed' : 'met'
  if (asOf <= lastDayOf(year)) return 'open'
  if (makeUpDue === null) return 'short'
  return asOf <= makeUpDue ? 'deferred' : 'overdue'
}

/** A year's obligation (Art. 7, 32): 30 hours of the public subject and 60 of the professional one, by 31 December. */
export const assessAnnual = (
  facts: Facts,
  year: number,
  credits: readonly Credit[],
  induction: InductionAssessment,
  edition: Edition,
): AnnualAssessment => {
  const sum = tally(facts, year, credits, edition)
  const byInduction = yearDeemedByInduction(induction, facts.person, edition)
  const deemed = deemedIn(facts, year, byInduction, edition)
  const missing = missingOf(sum.publicTenths, sum.professionalTenths, sum.halfDays, deemed, edition)
  const inItsYear = missingOf(
    sum.publicTenths - sum.madeUpPublic,
    sum.professionalTenths - sum.madeUpProfessional,
    sum.halfDays - sum.madeUpHalfDays,
    deemed,
    edition,
  )
  const complete = isNothing(missing)
  const makeUpDue = makeUpDueOn(facts.delays, year, edition)
  return {
    year,
    status: statusOf(facts, year, complete, deemed, makeUpDue),
    dueOn: makeUpDue ?? lastDayOf(year),
    publicTenths: sum.publicTenths,
    professionalTenths: sum.professionalTenths,
    onlineTenths: sum.onlineTenths,
    halfDays: sum.halfDays,
    deemed,
    missing,
    madeUp: complete && !isNothing(inItsYear),
  }
}
