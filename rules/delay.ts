import { assess } from './assess.ts'
import { always2024, type EditionOf } from './edition.ts'
import type { Facts } from './facts.ts'
import { delayWindowFor } from './make-up.ts'
import { allowed, type Ruling, refused } from './refusal.ts'

/**
 * Whether a person may ask, on `facts.asOf`, to delay the make-up of `facts.year` (Art. 32): within the
 * window (which waits for the induction of a new hire), once, and only for a year that is asked of them and not complete. `isExtended`: the window stays
 * open, because something of the year is undecided or was lately decided against the person.
 */
export const judgeDelay = (
  facts: Facts,
  editionOf: EditionOf = always2024,
  isExtended = false,
): Ruling<'DELAY_OUTSIDE_WINDOW' | 'YEAR_ALREADY_DELAYED' | 'YEAR_COMPLETE' | 'YEAR_NOT_APPLICABLE'> => {
  const edition = editionOf(facts.year)
  const { article } = edition.makeUp
  const { status } = assess(facts, editionOf).annual
  if (status === 'not_applicable') return refused('YEAR_NOT_APPLICABLE', edition.annual.article)
  if (status === 'met' || status === 'deemed') return refused('YEAR_COMPLETE', article)
  if (facts.delays.some(({ year }) => year === facts.year)) return refused('YEAR_ALREADY_DELAYED', article)
  const { opensOn, closesOn } = delayWindowFor(facts.year, facts.person.hiredOn, edition)
  return facts.asOf < opensOn || (facts.asOf > closesOn && !isExtended)
    ? refused('DELAY_OUTSIDE_WINDOW', article)
    : allowed
}
