import { addMonths, yearOf } from './calendar.ts'
import type { Credit } from './credit.ts'
import type { Edition } from './edition.ts'
import type { Facts, Term } from './facts.ts'
import { asksForSession, assessTerm } from './term-session.ts'
import { blocked, CLEAR, type Found, worst } from './verdict.ts'
import { judgeYear } from './year-verdicts.ts'
import type { Years } from './years.ts'

interface Judged {
  readonly facts: Facts
  readonly credits: readonly Credit[]
  readonly edition: Edition
  readonly years: Years
}

const SESSION_VERDICTS = { met: 'allow', open: 'hold', short: 'refuse' } as const

const judgeSession = (term: Term, { facts, credits, edition }: Judged): Found => {
  if (!asksForSession(term, facts, edition)) return CLEAR
  const session = assessTerm(term, credits, facts.asOf, edition)
  return blocked(SESSION_VERDICTS[session.status], { obligation: 'term', session })
}

/** Every year of a span, from the first that is judged. */
const judgeYears = (from: number, to: number, { facts, years }: Judged): Found[] => {
  const found: Found[] = []
  for (let year = Math.max(from, years.first); year <= to; year += 1)
    found.push(judgeYear(year, years.statusOf(year), facts.justified))
  return found
}

const hasEnded = (term: Term, { facts, edition }: Judged): boolean =>
  term.to < facts.asOf && term.to >= edition.inForceFrom

const isRunning = (term: Term, { facts: { asOf } }: Judged): boolean => term.from <= asOf && asOf <= term.to

/** The one of the terms that ends last. */
const lastOf = (terms: readonly Term[]): Term | undefined => {
  let last: Term | undefined
  for (const term of terms) if (last === undefined || term.to > last.to) last = term
  return last
}

/** Art. 44: no promotion while a closed year of a running term, or the session of the last ended one, is not complete. */
export const judgeTermsForPromotion = (judged: Judged): Found => {
  const { facts } = judged
  if (facts.person.terms.length === 0) return CLEAR
  const lastYear = yearOf(facts.asOf) - 1
  const found: Found[] = []
  for (const term of facts.person.terms)
    if (isRunning(term, judged))
      found.push(...judgeYears(yearOf(term.from), Math.min(yearOf(term.to), lastYear), judged))
  const ended = lastOf(facts.person.terms.filter((term) => hasEnded(term, judged)))
  if (ended !== undefined) found.push(judgeSession(ended, judged))
  return worst(found)
}

/** A whole term: its years to the last, of which those that lie ahead are open, and its session. */
const judgeTerm = (term: Term, judged: Judged): Found => {
  const [last, now] = [yearOf(term.to), yearOf(judged.facts.asOf)]
  return worst([
    ...judgeYears(yearOf(term.from), Math.min(last, now), judged),
    ...(last > now ? judgeYears(last, last, judged) : []),
    judgeSession(term, judged),
  ])
}

/** The terms that are up for renewal: of the running ones those that end first, and what has ended lately (Art. 44). */
const upForRenewal = (judged: Judged): readonly Term[] => {
  const { facts, edition } = judged
  const running = facts.person.terms.filter((term) => isRunning(term, judged))
  const first = Math.min(...running.map(({ to }) => to))
  return facts.person.terms.filter(
    (term) =>
      (term.to === first && isRunning(term, judged)) ||
      (hasEnded(term, judged) && facts.asOf <= addMonths(term.to, edition.renewal.endedMonths)),
  )
}

/** Art. 44: every year of the terms that are up for renewal, and their sessions; without such a term a person judges. */
export const judgeRenewal = (judged: Judged): Found => {
  const terms = upForRenewal(judged)
  return terms.length === 0
    ? blocked('review', { obligation: 'no_term' })
    : worst(terms.map((term) => judgeTerm(term, judged)))
}
