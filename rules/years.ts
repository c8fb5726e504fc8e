import { type AnnualAssessment, type AnnualStatus, type EditionOf, statusOfYear } from './annual.ts'
import { yearOf } from './calendar.ts'
import type { Credit } from './credit.ts'
import type { Facts } from './facts.ts'
import type { InductionAssessment } from './induction.ts'
import { judgeYear, type YearVerdict } from './year-verdicts.ts'

/** A person's years; each is assessed once, for however many businesses. */
export interface Years {
  readonly facts: Facts
  readonly credits: readonly Credit[]
  readonly induction: InductionAssessment
  readonly annual: AnnualAssessment
  readonly editionOf: EditionOf
  /** The first year that is judged. */
  readonly firstYear: number
  /** What each year means for a business, by its distance from the first year; null: nothing stands against it. */
  readonly verdicts: (YearVerdict | null | undefined)[]
}

/** The first year of a person that is judged: that of the hiring, or the first of the rules (Art. 49). */
export const firstYearOf = ({ year, person }: Facts, editionOf: EditionOf): number =>
  Math.max(editionOf(year).firstYear, yearOf(person.hiredOn))

const statusIn = ({ facts, credits, induction, annual, editionOf }: Years, year: number): AnnualStatus =>
  year === annual.year ? annual.status : statusOfYear(facts, year, credits, induction, editionOf)

/** What a year means for a business; null: nothing stands against it. */
export const verdictIn = (years: Years, year: number): YearVerdict | null => {
  const place = year - years.firstYear
  const before = years.verdicts[place]
  if (before !== undefined) return before
  const verdict = judgeYear(year, statusIn(years, year), years.facts.justified)
  years.verdicts[place] = verdict
  return verdict
}
