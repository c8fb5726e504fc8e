import { type AnnualAssessment, type AnnualStatus, statusOfYear } from './annual.ts'
import { yearOf } from './calendar.ts'
import { type Credit, worthOf } from './credit.ts'
import type { Edition, EditionOf } from './edition.ts'
import type { Facts } from './facts.ts'
import { countCredits } from './half-days.ts'
import { assessInduction, type InductionAssessment } from './induction.ts'
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

/** Facts that were read by one edition as another one reads them: what online hours are worth in days (Art. 39(1)). */
export const readBy = (facts: Facts, before: Edition, edition: Edition): Facts =>
  before.readings.onlineTenthsPerHalfDay === edition.readings.onlineTenthsPerHalfDay
    ? facts
    : {
        ...facts,
        credits: facts.credits.map((credit) => {
          const { offline, activity, tenths } = credit
          return offline || activity
            ? credit
            : { ...credit, ...worthOf({ offline, halfDays: 0, certified: tenths }, edition) }
        }),
      }

/** Each year by its own readings; most share one edition, and what counts is then known already. */
const statusIn = ({ facts, credits, induction, annual, editionOf }: Years, year: number): AnnualStatus => {
  if (year === annual.year) return annual.status
  const [before, edition] = [editionOf(annual.year), editionOf(year)]
  if (before === edition) return statusOfYear(facts, year, credits, induction, editionOf)
  const read = readBy(facts, before, edition)
  const counted = countCredits(read, edition).credits
  return statusOfYear(read, year, counted, assessInduction(read, counted, edition), editionOf)
}

/** What a year means for a business; null: nothing stands against it. */
export const verdictIn = (years: Years, year: number): YearVerdict | null => {
  const place = year - years.firstYear
  const before = years.verdicts[place]
  if (before !== undefined) return before
  const verdict = judgeYear(year, statusIn(years, year), years.facts.justified)
  years.verdicts[place] = verdict
  return verdict
}
