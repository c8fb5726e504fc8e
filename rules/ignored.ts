import type { EditionOf } from './annual.ts'
import { type Credit, inside } from './credit.ts'
import type { Facts } from './facts.ts'
import { cut, type Ignored } from './half-days.ts'
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

/** The part of a session on no day of a term that asks for one (Art. 16). */
const outsideTerms = (asked: Sessions): Ignored[] => {
  const { facts, credits, edition } = asked
  const asking = facts.person.terms.filter((_, place) => sessionIn(asked, place) !== null)
  if (asking.length === 0) return []
  return credits.filter(isSession).flatMap((credit): Ignored[] => {
    let [tenths, halfDays] = [0, 0]
    for (const { from, to } of asking) {
      const part = inside(credit, from, to, edition)
      tenths += part?.tenths ?? 0
      halfDays += part?.halfDays ?? 0
    }
    return tenths >= credit.tenths
      ? []
      : [
          cut(credit, 'outside_term', {
            tenths: credit.tenths - tenths,
            halfDays: credit.halfDays - halfDays,
          }),
        ]
  })
}

/** Of the credits that count, what does not count for its special purpose, each with its reason. */
export const unservedIn = (asked: Years & Sessions): readonly Ignored[] => {
  const { facts, credits, editionOf } = asked
  let transfers = false
  let makeUps = false
  let sessions = false
  for (const credit of credits) {
    if (credit.category === 'transfer') transfers = true
    if (credit.makesUp) makeUps = true
    if (isSession(credit)) sessions = true
  }
  if (!transfers && !makeUps && !sessions) return NONE
  return [
    ...(transfers ? withoutChange(credits) : NONE),
    ...(makeUps ? beyondGap(facts, credits, editionOf) : NONE),
    ...(sessions && facts.person.terms.length > 0 ? outsideTerms(asked) : NONE),
  ]
}
