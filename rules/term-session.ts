import { type CalendarDate, yearOf } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Credit, Facts, Term } from './facts.ts'
import type { Tenths } from './hours.ts'
import { reaches } from './requirement.ts'

export interface TermAssessment {
  readonly term: Term
  readonly status: 'met' | 'open' | 'short'
  readonly longestTenths: Tenths
  readonly longestHalfDays: number
}

const NONE: readonly TermAssessment[] = []

/** One full-time session of the public subject in the term (Art. 16); sessions are never summed. */
export const assessTerm = (
  term: Term,
  credits: readonly Credit[],
  asOf: CalendarDate,
  edition: Edition,
): TermAssessment => {
  let longestTenths = 0
  let longestHalfDays = 0
  for (const credit of credits) {
    if (!credit.fullTime || credit.subject !== 'public') continue
    if (credit.from < term.from || credit.to > term.to) continue
    longestTenths = Math.max(longestTenths, credit.tenths)
    longestHalfDays = Math.max(longestHalfDays, credit.halfDays)
  }
  // Each requirement is reached by the longest session in its own measure, or by none.
  const held = reaches(edition.termSession, longestTenths, longestHalfDays)
  const missed = asOf <= term.to ? 'open' : 'short'
  return { term, status: held ? 'met' : missed, longestTenths, longestHalfDays }
}

/** The terms of a management post that the year touches, in the order of the facts. */
export const assessTerms = (
  facts: Facts,
  credits: readonly Credit[],
  edition: Edition,
): readonly TermAssessment[] => {
  if (facts.person.postType !== 'management') return NONE
  return facts.person.terms
    .filter(({ from, to }) => yearOf(from) <= facts.year && yearOf(to) >= facts.year)
    .map((term) => assessTerm(term, credits, facts.asOf, edition))
}
