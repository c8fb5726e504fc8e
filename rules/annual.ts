import { type CalendarDate, lastDayOf, yearOf } from './calendar.ts'
import type { Credit } from './credit.ts'
import { type Completion, deemedIn } from './deemed.ts'
import type { Edition } from './edition.ts'
import type { Facts } from './facts.ts'
import { owesYear } from './held.ts'
import type { Tenths } from './hours.ts'
import { type InductionAssessment, isDeemedByInduction, isInducting } from './induction.ts'
import { makeUpDueIn } from './make-up.ts'
import { sumYear, type YearSum } from './year-sum.ts'

export type AnnualStatus =
  | 'not_applicable'
  | 'open'
  | 'met'
  | 'deemed'
  | 'inducting'
  | 'deferred'
  | 'overdue'
  | 'short'

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

const NOTHING_MISSING: Missing = { public: 0, professional: 0 }

const NOTHING_MADE_UP = { madeUpPublic: 0, madeUpProfessional: 0, madeUpHalfDays: 0 }

/**
 * The two minima, less what is granted, or deemed for a subject of its own. With both met the total of 90 is met, so
 * it needs no look of its own.
 */
const missingOf = (
  sum: YearSum,
  less: typeof NOTHING_MADE_UP,
  deemed: Completion,
  { annual, readings }: Edition,
): Missing => {
  if (!readings.minimaHoldUnderEitherTotal && sum.halfDays - less.madeUpHalfDays >= annual.halfDays)
    return NOTHING_MISSING
  const { grantedPublic, grantedProfessional, professionalAlone } = deemed
  const publicLeft = annual.publicTenths - (sum.publicTenths - less.madeUpPublic) - grantedPublic
  const professionalLeft =
    annual.professionalTenths - (sum.professionalTenths - less.madeUpProfessional) - grantedProfessional
  return {
    public: Math.max(0, publicLeft),
    professional: professionalAlone ? 0 : Math.max(0, professionalLeft),
  }
}

const isNothing = (missing: Missing): boolean => missing.public === 0 && missing.professional === 0

/** Rules that know of every year by which readings it is read. */
export type EditionOf = (year: number) => Edition

/** A year's obligation (Art. 7, 32): 30 hours of the public subject and 60 of the professional one, by 31 December. */
export const assessAnnual = (
  facts: Facts,
  year: number,
  credits: readonly Credit[],
  induction: InductionAssessment,
  editionOf: EditionOf,
): AnnualAssessment => {
  const { asOf, person } = facts
  const edition = editionOf(year)
  const sum = sumYear(facts, year, credits, edition)
  const deemed = deemedIn(facts, year, isDeemedByInduction(induction, year, person, editionOf), edition)
  const left = missingOf(sum, NOTHING_MADE_UP, deemed, edition)
  const met = isNothing(left)
  const makeUpDue = makeUpDueIn(facts, year, edition)
  const statusOf = (): AnnualStatus => {
    if (year < yearOf(person.hiredOn) || !owesYear(person, year, asOf, edition)) return 'not_applicable'
    if (met) return 'met'
    if (deemed.public) return 'deemed'
    if (asOf <= lastDayOf(year)) return 'open'
    if (isInducting(induction, year, facts, editionOf)) return 'inducting'
    if (makeUpDue === null) return 'short'
    return asOf <= makeUpDue ? 'deferred' : 'overdue'
  }
  return {
    year,
    status: statusOf(),
    dueOn: makeUpDue ?? lastDayOf(year),
    publicTenths: sum.publicTenths,
    professionalTenths: sum.professionalTenths,
    onlineTenths: sum.onlineTenths,
    halfDays: sum.halfDays,
    deemed,
    missing: deemed.public ? NOTHING_MISSING : left,
    madeUp: met && !isNothing(missingOf(sum, sum, deemed, edition)),
  }
}
