import { NO_END } from './calendar.ts'
import { type Credit, inside } from './credit.ts'
import type { Edition } from './edition.ts'
import type { Facts } from './facts.ts'
import type { Tenths } from './hours.ts'
import { servesInduction } from './induction.ts'
import { makeUpDueIn } from './make-up.ts'

/** What the trainings of a year come to. */
export interface YearSum {
  readonly publicTenths: Tenths
  readonly professionalTenths: Tenths
  readonly onlineTenths: Tenths
  readonly halfDays: number
  /** The make-up hours among the above. */
  readonly madeUpPublic: Tenths
  readonly madeUpProfessional: Tenths
  readonly madeUpHalfDays: number
}

const NOTHING: YearSum = {
  publicTenths: 0,
  professionalTenths: 0,
  onlineTenths: 0,
  halfDays: 0,
  madeUpPublic: 0,
  madeUpProfessional: 0,
  madeUpHalfDays: 0,
}

type NoteSurplus = (credit: Credit, lost: Pick<Credit, 'tenths' | 'halfDays'>) => void

const forgetSurplus: NoteSurplus = () => {}

/** What a training counts for its year: days before the hiring count for the induction only (Art. 7, 10). */
const forTheYear = (credit: Credit, { person }: Facts, edition: Edition): Credit | null =>
  credit.from >= person.hiredOn || edition.readings.trainingBeforeHiring === 'counts'
    ? credit
    : inside(credit, person.hiredOn, NO_END, edition)

/**
 * Sums the counted trainings of a year, in the order of the list. A make-up (Art. 32) counts up to the gap
 * that the trainings before it left in its subject; `surplus` is called with the rest.
 */
export const sumYear = (
  facts: Facts,
  year: number,
  credits: readonly Credit[],
  edition: Edition,
  surplus = forgetSurplus,
): YearSum => {
  const { annual, readings, tenthsPerHalfDay } = edition
  let publicTenths = 0
  let professionalTenths = 0
  let onlineTenths = 0
  let halfDays = 0
  let madeUpPublic = 0
  let madeUpProfessional = 0
  let madeUpHalfDays = 0
  for (const stated of credits) {
    if (stated.year !== year) continue
    if (!readings.inductionCountsForTheYear && servesInduction(stated, facts.person, edition)) continue
    const credit = forTheYear(stated, facts, edition)
    if (credit === null) continue
    const isPublic = credit.subject === 'public'
    let { tenths, halfDays: days } = credit
    if (credit.makesUp) {
      if (makeUpDueIn(facts, year, edition) === null) continue
      if (readings.minimaHoldUnderEitherTotal) {
        const gap = isPublic
          ? annual.publicTenths - publicTenths
          : annual.professionalTenths - professionalTenths
        tenths = Math.max(0, Math.min(tenths, gap))
        days = Math.min(days, Math.floor(tenths / tenthsPerHalfDay))
        if (tenths < credit.tenths)
          surplus(credit, { tenths: credit.tenths - tenths, halfDays: credit.halfDays - days })
      }
      madeUpHalfDays += days
      if (isPublic) madeUpPublic += tenths
      else madeUpProfessional += tenths
    }
    if (isPublic) publicTenths += tenths
    else professionalTenths += tenths
    if (!credit.offline) onlineTenths += tenths
    halfDays += days
  }
  if (publicTenths === 0 && professionalTenths === 0) return NOTHING
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
