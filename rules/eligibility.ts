import { type AnnualAssessment, type AnnualStatus, assessAnnual } from './annual.ts'
import { yearOf } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Credit, Facts, Term } from './facts.ts'
import type { InductionAssessment, InductionProgress } from './induction.ts'
import { assessTerm, type TermAssessment } from './term-session.ts'
import type { TransferAssessment } from './transfer.ts'

export type Business =
  | 'appraisal_excellent'
  | 'commendation'
  | 'grade_promotion'
  | 'regularization'
  | 'transfer_appointment'
  | 'post_change_filing'
  | 'contract_renewal'
  | 'skill_grade_exam'

/** `hold`: not decided yet and still in time; `review`: a person must judge. */
export type Verdict = 'allow' | 'hold' | 'review' | 'refuse'

/** What stands between a person and a business. */
export type Obstacle =
  | { readonly obligation: 'annual'; readonly year: number; readonly status: AnnualStatus }
  | { readonly obligation: 'induction'; readonly progress: InductionProgress }
  | { readonly obligation: 'term'; readonly session: TermAssessment }
  | { readonly obligation: 'transfer'; readonly transfer: TransferAssessment }

export interface Eligibility {
  readonly business: Business
  readonly verdict: Verdict
  readonly articles: readonly number[]
  readonly obstacles: readonly Obstacle[]
}

const NONE: readonly Obstacle[] = []

/** The articles that each business rests on (Art. 7, 35, 43–46). */
const ARTICLES: Readonly<Record<Business, readonly number[]>> = {
  appraisal_excellent: [7, 35],
  commendation: [7, 35],
  grade_promotion: [7, 35],
  regularization: [35, 43],
  transfer_appointment: [35, 45],
  post_change_filing: [45],
  contract_renewal: [44],
  skill_grade_exam: [46],
}

const row = (business: Business, verdict: Verdict, obstacles: readonly Obstacle[]): Eligibility => ({
  business,
  verdict,
  articles: ARTICLES[business],
  obstacles,
})

/** Everything that the checks look at, assessed once. */
export interface Standing {
  readonly facts: Facts
  readonly credits: readonly Credit[]
  readonly annual: AnnualAssessment
  readonly induction: InductionAssessment
  readonly transfers: readonly TransferAssessment[]
  readonly edition: Edition
}

const annualVerdict = (status: AnnualStatus, justified: boolean): Verdict => {
  if (status === 'met' || status === 'deemed') return 'allow'
  if (status === 'open') return 'hold'
  return status === 'deferred' || justified ? 'review' : 'refuse'
}

/** Art. 7: a year left incomplete without a justified reason bars excellence, commendation and promotion. */
const judgeYear = ({ facts, annual: { year, status } }: Standing, rows: Eligibility[]): void => {
  if (status === 'not_applicable') return
  const verdict = annualVerdict(status, facts.justified.includes(year))
  const obstacles: readonly Obstacle[] = verdict === 'allow' ? NONE : [{ obligation: 'annual', year, status }]
  rows.push(
    row('appraisal_excellent', verdict, obstacles),
    row('commendation', verdict, obstacles),
    row('grade_promotion', verdict, obstacles),
  )
}

/** Art. 43: regularization waits for the induction. */
const judgeInduction = ({ induction }: Standing, rows: Eligibility[]): void => {
  if (induction.status === 'not_applicable') return
  const incomplete = induction.status === 'open' ? 'hold' : 'refuse'
  if (induction.completedOn !== null) rows.push(row('regularization', 'allow', NONE))
  else rows.push(row('regularization', incomplete, [{ obligation: 'induction', progress: induction }]))
}

const TRANSFER_VERDICTS = { met: 'allow', open: 'hold', after_limit: 'review', overdue: 'refuse' } as const

/** Art. 45: the latest post change is the one that is appointed and filed. */
const judgeTransfer = ({ transfers }: Standing, rows: Eligibility[]): void => {
  let latest: TransferAssessment | undefined
  for (const transfer of transfers)
    if (latest === undefined || transfer.change.effectiveOn >= latest.change.effectiveOn) latest = transfer
  if (latest === undefined) return
  const verdict = TRANSFER_VERDICTS[latest.status]
  const obstacles: readonly Obstacle[] =
    verdict === 'allow' ? NONE : [{ obligation: 'transfer', transfer: latest }]
  rows.push(row('transfer_appointment', verdict, obstacles), row('post_change_filing', verdict, obstacles))
}

/** The years of a span that are over, were the person's to complete, and are neither complete nor justified. */
const yearsInTheWay = (standing: Standing, from: number, to: number): readonly Obstacle[] => {
  const { facts, credits, annual, induction, edition } = standing
  const first = Math.max(from, edition.firstYear, yearOf(facts.person.hiredOn))
  const last = Math.min(to, yearOf(facts.asOf) - 1)
  let obstacles: Obstacle[] | undefined
  for (let year = first; year <= last; year += 1) {
    if (facts.justified.includes(year)) continue
    const { status } = year === annual.year ? annual : assessAnnual(facts, year, credits, induction, edition)
    if (status !== 'short' && status !== 'overdue' && status !== 'deferred') continue
    obstacles ??= []
    obstacles.push({ obligation: 'annual', year, status })
  }
  return obstacles ?? NONE
}

const isSettledAgainst = (obstacle: Obstacle): boolean =>
  obstacle.obligation === 'annual' && obstacle.status !== 'deferred'

/** The latest term that has begun by the day. */
const termBegun = ({ person, asOf }: Facts): Term | undefined => {
  let latest: Term | undefined
  for (const term of person.terms)
    if (term.from <= asOf && (latest === undefined || term.to >= latest.to)) latest = term
  return latest
}

const renewalVerdict = (years: readonly Obstacle[], session: TermAssessment | undefined): Verdict => {
  if (years.some(isSettledAgainst) || session?.status === 'short') return 'refuse'
  if (years.length > 0) return 'review'
  return session?.status === 'open' ? 'hold' : 'allow'
}

/** Art. 44: every closed year of the term, and for management its session. */
const judgeRenewal = (standing: Standing, rows: Eligibility[]): void => {
  const { facts, credits, edition } = standing
  const term = termBegun(facts)
  if (term === undefined) return
  const years = yearsInTheWay(standing, yearOf(term.from), yearOf(term.to))
  const session =
    facts.person.postType === 'management' ? assessTerm(term, credits, facts.asOf, edition) : undefined
  const obstacles: readonly Obstacle[] =
    session === undefined || session.status === 'met' ? years : [...years, { obligation: 'term', session }]
  rows.push(row('contract_renewal', renewalVerdict(years, session), obstacles))
}

/** Art. 46: workers with every closed year complete. The current year never bars them: passing may complete it (Art. 39(4)). */
const judgeGradeExam = (standing: Standing, rows: Eligibility[]): void => {
  if (standing.facts.person.postType !== 'worker') return
  const years = yearsInTheWay(standing, standing.edition.firstYear, yearOf(standing.facts.asOf))
  const incomplete = years.some(isSettledAgainst) ? 'refuse' : 'review'
  rows.push(row('skill_grade_exam', years.length === 0 ? 'allow' : incomplete, years))
}

/** A verdict for each business that applies to the person. A check informs; it never punishes by itself. */
export const judgeBusinesses = (standing: Standing): readonly Eligibility[] => {
  const rows: Eligibility[] = []
  judgeYear(standing, rows)
  judgeInduction(standing, rows)
  judgeTransfer(standing, rows)
  judgeRenewal(standing, rows)
  judgeGradeExam(standing, rows)
  return rows
}
