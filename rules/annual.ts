import { type CalendarDate, lastDayOf, yearOf } from './calendar.ts'
import type { Credit } from './credit.ts'
import { type Completion, deemedIn } from './deemed.ts'
import type { Edition, EditionOf } from './edition.ts'
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
 * The hours missing from the two minima, without granted hours and without a professional subject deemed by
 * itself. The total of 90 is the sum of both minima.
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

const hasMakeUps = ({ madeUpPublic, madeUpProfessional, madeUpHalfDays }: YearSum): boolean =>
  madeUpPublic + madeUpProfessional + madeUpHalfDays > 0

/** How a year that is not complete stands. */
const statusOfIncomplete = (
  facts: Facts,
  year: number,
  induction: InductionAssessment,
  editionOf: EditionOf,
): AnnualStatus => {
  if (facts.asOf <= lastDayOf(year)) return 'open'
  if (isInducting(induction, year, facts, editionOf)) return 'inducting'
  const makeUpDue = makeUpDueIn(facts, year, editionOf(year))
  if (makeUpDue === null) return 'short'
  return facts.asOf <= makeUpDue ? 'deferred' : 'overdue'
}

const isAsked = ({ person, asOf }: Facts, year: number, edition: Edition): boolean =>
  year >= yearOf(person.hiredOn) && owesYear(person, year, asOf, edition)

/** How a year stands, and no more (see `assessAnnual`). */
export const statusOfYear = (
  facts: Facts,
  year: number,
  credits: readonly Credit[],
  induction: InductionAssessment,
  editionOf: EditionOf,
): AnnualStatus => {
  const edition = editionOf(year)
  if (!isAsked(facts, year, edition)) return 'not_applicable'
  const deemed = deemedIn(facts, year, isDeemedByInduction(induction, year, facts.person, editionOf), edition)
  const sum = sumYear(facts, year, credits, edition)
  if (isNothing(missingOf(sum, NOTHING_MADE_UP, deemed, edition))) return 'met'
  return deemed.public ? 'deemed' : statusOfIncomplete(facts, year, induction, editionOf)
}

/** A year's obligation (Art. 7, 32): 30 hours of the public subject and 60 of the professional one, by 31 December. */
export const assessAnnual = (
  facts: Facts,
  year: number,
  credits: readonly Credit[],
  induction: InductionAssessment,
  editionOf: EditionOf,
): AnnualAssessment => {
  const edition = editionOf(year)
  const sum = sumYear(facts, year, credits, edition)
  const deemed = deemedIn(facts, year, isDeemedByInduction(induction, year, facts.person, editionOf), edition)
  const left = missingOf(sum, NOTHING_MADE_UP, deemed, edition)
  const met = isNothing(left)
  let status: AnnualStatus = met ? 'met' : 'deemed'
  if (!isAsked(facts, year, edition)) status = 'not_applicable'
  else if (!met && !deemed.public) status = statusOfIncomplete(facts, year, induction, editionOf)
  return {
    year,
    status,
    dueOn: makeUpDueIn(facts, year, edition) ?? lastDayOf(year),
    publicTenths: sum.publicTenths,
    professionalTenths: sum.professionalTenths,
    onlineTenths: sum.onlineTenths,
    halfDays: sum.halfDays,
    deemed,
    missing: deemed.public ? NOTHING_MISSING : left,
    madeUp: met && hasMakeUps(sum) && !isNothing(missingOf(sum, sum, deemed, edition)),
  }
}
