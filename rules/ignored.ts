import { type Credit, inside } from './credit.ts'
import type { EditionOf } from './edition.ts'
import type { Facts } from './facts.ts'
import { cut, type Ignored, type Purposes } from './half-days.ts'
import { makeUpDueIn } from './make-up.ts'
import { isSession, type Sessions, sessionIn } from './term-session.ts'
import { sumYear } from './year-sum.ts'
import type { Years } from './years.ts'

const NONE: readonly Ignored[] = []

/** Transfer training that names no change counts for its year and for no change (Art. 21). */
const withoutChange = (credits: readonly Credit[]): Ignored[] =>
  credits
    .filter(({ category, forChange }) => category === 'transfer' && forChange === null)
    .map(({ id }) => ({ creditId: id, reason: 'change_unnamed' }))

/** Make-up hours beyond the gap of their year, or for a year without a delay (Art. 32). */
const beyondGap = (facts: Facts, credits: readonly Credit[], editionOf: EditionOf): Ignored[] => {
  const found: Ignored[] = []
  const years = new Set(credits.filter(({ makesUp }) => makesUp).map(({ year }) => year))
  for (const year of years) {
    const edition = editionOf(year)
    if (makeUpDueIn(facts, year, edition) === null)
      for (const credit of credits) {
        if (credit.makesUp && credit.year === year) found.push(cut(credit, 'delay_missing', credit))
      }
    else sumYear(facts, year, credits, edition, (credit, lost) => found.push(cut(credit, 'beyond_gap', lost)))
  }
  return found
}

/** What of a session lies in no term that asks for one; null: all lies inside, or no term asks. */
const outsideOf = (credit: Credit, asked: Sessions): Pick<Credit, 'tenths' | 'halfDays'> | null => {
  let { tenths, halfDays } = credit
  let asks = false
  let place = 0
  for (const { from, to } of asked.facts.person.terms) {
    if (sessionIn(asked, place) !== null) {
      const part = inside(credit, from, to, asked.edition)
      tenths -= part?.tenths ?? 0
      halfDays -= part?.halfDays ?? 0
      asks = true
    }
    place += 1
  }
  return asks && tenths > 0 ? { tenths, halfDays } : null
}

/** The part of a session on no day of a term that asks for one (Art. 16). */
const outsideTerms = (asked: Sessions): readonly Ignored[] => {
  let found = NONE
  for (const credit of asked.credits) {
    const outside = isSession(credit) ? outsideOf(credit, asked) : null
    if (outside !== null) found = [...found, cut(credit, 'outside_term', outside)]
  }
  return found
}

/** Of the credits that count, what does not count for its special purpose, each with its reason. */
export const unservedIn = (
  asked: Years & Sessions,
  { transfers, makeUps, sessions }: Purposes,
): readonly Ignored[] => {
  const { facts, credits, editionOf } = asked
  const unnamed = transfers ? withoutChange(credits) : NONE
  const beyond = makeUps ? beyondGap(facts, credits, editionOf) : NONE
  const outside = sessions ? outsideTerms(asked) : NONE
  return unnamed.length + beyond.length + outside.length === 0 ? NONE : [...unnamed, ...beyond, ...outside]
}
