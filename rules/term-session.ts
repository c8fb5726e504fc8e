import { type CalendarDate, yearOf } from './calendar.ts'
import { type Credit, inside } from './credit.ts'
import type { Edition } from './edition.ts'
import type { Facts, Term } from './facts.ts'
import { heldForMonths, isLeader } from './held.ts'
import type { Tenths } from './hours.ts'
import { reaches } from './requirement.ts'

export interface TermAssessment {
  readonly term: Term
  readonly status: 'met' | 'open' | 'short'
  readonly longestTenths: Tenths
  readonly longestHalfDays: number
}

const NONE: readonly TermAssessment[] = []

/**
 * Whether a term asks for a session (Art. 4, 16): of whoever holds a management post, alone or beside another, for
 * long enough of it and is no leader at its end, or on the day while it runs. Terms that ended before the rules came
 * into force are not judged (Art. 49).
 */
export const asksForSession = (term: Term, { person, asOf }: Facts, edition: Edition): boolean =>
  term.to >= edition.inForceFrom &&
  heldForMonths(person, 'management', term, edition.readings.termSessionMonths) &&
  !(edition.readings.leadersExcepted && isLeader(person, Math.min(asOf, term.to)))

/** A full-time public in-service training; on record also an online one or an activity, which counted then. */
export const isSession = ({ fullTime, subject, category }: Credit): boolean =>
  fullTime && subject === 'public' && category === 'in_service'

/** One full-time session of the public subject in the term (Art. 16), its lines joined; sessions are never summed. */
export const assessTerm = (
  term: Term,
  credits: readonly Credit[],
  asOf: CalendarDate,
  edition: Edition,
): TermAssessment => {
  let longestTenths = 0
  let longestHalfDays = 0
  let joined: Map<string, { tenths: number; halfDays: number }> | undefined
  for (const credit of credits) {
    const part = isSession(credit) ? inside(credit, term.from, term.to, edition) : null
    if (part === null) continue
    let { tenths, halfDays } = part
    if (credit.training) {
      joined ??= new Map()
      const before = joined.get(credit.training)
      tenths += before?.tenths ?? 0
      halfDays += before?.halfDays ?? 0
      joined.set(credit.training, { tenths, halfDays })
    }
    longestTenths = Math.max(longestTenths, tenths)
    longestHalfDays = Math.max(longestHalfDays, halfDays)
  }
  // Reached by the session that is longest in hours, or by the one longest in half-days.
  const held = reaches(edition.termSession, longestTenths, longestHalfDays)
  const missed = asOf <= term.to ? 'open' : 'short'
  return { term, status: held ? 'met' : missed, longestTenths, longestHalfDays }
}

/** A person's terms and their sessions; each is assessed once. */
export interface Sessions {
  readonly facts: Facts
  readonly credits: readonly Credit[]
  readonly edition: Edition
  /** Assessed sessions by the term's index; null: the term asks for none. */
  readonly sessions: (TermAssessment | null | undefined)[]
}

/** The session of a term; null where the term asks for none. */
export const sessionIn = (asked: Sessions, place: number): TermAssessment | null => {
  const before = asked.sessions[place]
  if (before !== undefined) return before
  const { facts, credits, edition } = asked
  const term = facts.person.terms[place]
  const session =
    term !== undefined && asksForSession(term, facts, edition)
      ? assessTerm(term, credits, facts.asOf, edition)
      : null
  asked.sessions[place] = session
  return session
}

/** The terms of a management post that the year touches, in the order of the facts. */
export const assessTerms = (asked: Sessions): readonly TermAssessment[] => {
  const { terms } = asked.facts.person
  const { year } = asked.facts
  let found: TermAssessment[] | undefined
  for (let place = 0; place < terms.length; place += 1) {
    const session = sessionIn(asked, place)
    if (session === null || yearOf(session.term.from) > year || yearOf(session.term.to) < year) continue
    found ??= []
    found.push(session)
  }
  return found ?? NONE
}
