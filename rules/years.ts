import { type AnnualAssessment, type AnnualStatus, type EditionOf, statusOfYear } from './annual.ts'
import { yearOf } from './calendar.ts'
import type { Credit } from './credit.ts'
import type { Facts } from './facts.ts'
import type { InductionAssessment } from './induction.ts'

/** A person's years; each is assessed once, for however many businesses. */
export interface Years {
  readonly facts: Facts
  readonly credits: readonly Credit[]
  readonly induction: InductionAssessment
  readonly annual: AnnualAssessment
  readonly editionOf: EditionOf
  /** The first year that is judged. */
  readonly firstYear: number
  /** Assessed statuses by the distance from the first year. */
  readonly statuses: (AnnualStatus | undefined)[]
}

/** The first year of a person that is judged: that of the hiring, or the first of the rules (Art. 49). */
export const firstYearOf = ({ year, person }: Facts, editionOf: EditionOf): number =>
  Math.max(editionOf(year).firstYear, yearOf(person.hiredOn))

/** How a year stands. */
export const statusIn = (years: Years, year: number): AnnualStatus => {
  if (year === years.annual.year) return years.annual.status
  const place = year - years.firstYear
  const before = years.statuses[place]
  if (before !== undefined) return before
  const { facts, credits, induction, editionOf } = years
  const status = statusOfYear(facts, year, credits, induction, editionOf)
  years.statuses[place] = status
  return status
}
