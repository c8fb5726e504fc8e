import { type AnnualAssessment, type AnnualStatus, assessAnnual, type EditionOf } from './annual.ts'
import { yearOf } from './calendar.ts'
import type { Credit } from './credit.ts'
import type { Facts } from './facts.ts'
import type { InductionAssessment } from './induction.ts'

/** How any year of a person stands; each is assessed once, however many businesses ask. */
export interface Years {
  readonly statusOf: (year: number) => AnnualStatus
  /** The first year that is judged: that of the hiring, or the first of the rules (Art. 49). */
  readonly first: number
}

export const yearsOf = (
  facts: Facts,
  credits: readonly Credit[],
  induction: InductionAssessment,
  annual: AnnualAssessment,
  editionOf: EditionOf,
): Years => {
  const first = Math.max(editionOf(facts.year).firstYear, yearOf(facts.person.hiredOn))
  const known: AnnualStatus[] = []
  const statusOf = (year: number): AnnualStatus => {
    if (year === annual.year) return annual.status
    const place = year - first
    const status = known[place] ?? assessAnnual(facts, year, credits, induction, editionOf).status
    known[place] = status
    return status
  }
  return { first, statusOf }
}
