import { type AnnualAssessment, type AnnualStatus, type EditionOf, statusOfYear } from './annual.ts'
import { yearOf } from './calendar.ts'
import type { Credit } from './credit.ts'
import type { Facts } from './facts.ts'
import type { InductionAssessment } from './induction.ts'

/** The years of a person; each is assessed once, however many businesses ask. */
export interface Years {
  readonly facts: Facts
  readonly credits: readonly Credit[]
  readonly induction: InductionAssessment
  readonly annual: AnnualAssessment
  readonly editionOf: EditionOf
  /** The first year that is judged: that of the hiring, or the first of the rules (Art. 49). */
  readonly first: number
  /** What was asked before, by the distance from the first year. */
  readonly known: AnnualStatus[]
}

export const yearsOf = (
  facts: Facts,
  credits: readonly Credit[],
  induction: InductionAssessment,
  annual: AnnualAssessment,
  editionOf: EditionOf,
): Years => ({
  facts,
  credits,
  induction,
  annual,
  editionOf,
  first: Math.max(editionOf(facts.year).firstYear, yearOf(facts.person.hiredOn)),
  known: [],
})

/** How a year stands. */
export const statusIn = (years: Years, year: number): AnnualStatus => {
  const { facts, credits, induction, annual, editionOf, first, known } = years
  if (year === annual.year) return annual.status
  const before = known[year - first]
  if (before !== undefined) return before
  const status = statusOfYear(facts, year, credits, induction, editionOf)
  known[year - first] = status
  return status
}
