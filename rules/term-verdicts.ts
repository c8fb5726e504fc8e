import { addMonths, yearOf } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Facts, Term } from './facts.ts'
import { type Sessions, sessionIn } from './term-session.ts'
import { add, blocked, CLEAR, type Found, type Making } from './verdict.ts'
import { verdictIn, type Years } from './years.ts'

type Judged = Years & Sessions

const SESSION_VERDICTS = { met: 'allow', open: 'hold', short: 'refuse' } as const

const judgeSession = (found: Making, place: number, judged: Judged): Making => {
  const session = sessionIn(judged, place)
  return session === null || session.status === 'met'
    ? found
    : add(found, SESSION_VERDICTS[session.status], { obligation: 'term', session })
}

/** Every year of a span, from the first that is judged. */
const judgeYears = (before: Making, from: number, to: number, judged: Judged): Making => {
  let found = before
  for (let year = Math.max(from, judged.firstYear); year <= to; year += 1) {
    const against = verdictIn(judged, year)
    if (against !== null) found = add(found, against.verdict, against.obstacle)
  }
  return found
}

const hasEnded = (term: Term, { asOf }: Facts, edition: Edition): boolean =>
  term.to < asOf && term.to >= edition.inForceFrom

const isRunning = (term: Term, { asOf }: Facts): boolean => term.from <= asOf && asOf <= term.to

/** Art. 44: no promotion while a closed year of a running term, or the session of a last ended one, is not complete. */
export const judgeTermsForPromotion = (judged: Judged): Making => {
  const { facts, edition } = judged
  const lastYear = yearOf(facts.asOf) - 1
  const { terms } = facts.person
  let found: Making = null
  let endedOn = 0
  for (const term of terms) {
    if (isRunning(term, facts))
      found = judgeYears(found, yearOf(term.from), Math.min(yearOf(term.to), lastYear), judged)
    else if (hasEnded(term, facts, edition)) endedOn = Math.max(endedOn, term.to)
  }
  if (endedOn === 0) return found
  // Several may have ended on that day.
  for (const [place, { to }] of terms.entries())
    if (to === endedOn) found = judgeSession(found, place, judged)
  return found
}

/** Judges a whole term: its years up to its last (a future last year is open) and its session. */
const judgeTerm = (before: Making, term: Term, place: number, judged: Judged): Making => {
  const last = yearOf(term.to)
  const now = yearOf(judged.facts.asOf)
  let found = judgeYears(before, yearOf(term.from), Math.min(last, now), judged)
  if (last > now) found = judgeYears(found, last, last, judged)
  return judgeSession(found, place, judged)
}

/** The earliest last day of the running terms; 0 where none runs. */
const firstEnd = (facts: Facts): number => {
  let first = 0
  for (const term of facts.person.terms)
    if (isRunning(term, facts) && (first === 0 || term.to < first)) first = term.to
  return first
}

const NO_TERM = blocked('review', { obligation: 'no_term' })

/**
 * Art. 44: judges the terms up for renewal, with every year and session: the running ones that end first, and
 * those that ended lately. Without such a term a person judges.
 */
export const judgeRenewal = (judged: Judged): Found => {
  const { facts, edition } = judged
  const first = firstEnd(facts)
  let found: Making = null
  let judges = false
  let place = 0
  for (const term of facts.person.terms) {
    if (
      (term.to === first && isRunning(term, facts)) ||
      (hasEnded(term, facts, edition) && facts.asOf <= addMonths(term.to, edition.renewal.endedMonths))
    ) {
      judges = true
      found = judgeTerm(found, term, place, judged)
    }
    place += 1
  }
  return judges ? (found ?? CLEAR) : NO_TERM
}
