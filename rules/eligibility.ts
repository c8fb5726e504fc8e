import { yearOf } from './calendar.ts'
import { certificateOf } from './certificates-due.ts'
import type { Edition } from './edition.ts'
import type { Facts } from './facts.ts'
import { heldOn, isOnRegister } from './held.ts'
import type { Sessions } from './term-session.ts'
import { judgeRenewal, judgeTermsForPromotion } from './term-verdicts.ts'
import type { TransferAssessment } from './transfer.ts'
import {
  add,
  type Business,
  blocked,
  both,
  CLEAR,
  type Eligibility,
  type Found,
  type Making,
} from './verdict.ts'
import { judgeInduction } from './year-verdicts.ts'
import { verdictIn, type Years } from './years.ts'

export type { Business, Eligibility, Obstacle, Verdict } from './verdict.ts'

const CERTIFICATE = 35

/** The articles that each business rests on (Art. 7, 35, 43–46). */
const ARTICLES: Readonly<Record<Business, readonly number[]>> = {
  appraisal_excellent: [7, 35],
  commendation: [7, 35],
  grade_promotion: [7, 44],
  regularization: [35, 43],
  transfer_appointment: [35, 45],
  post_change_filing: [45],
  contract_renewal: [44],
  skill_grade_exam: [46],
}

const withCertificates = (articles: readonly number[]): readonly number[] =>
  articles.includes(CERTIFICATE) ? articles : [...articles, CERTIFICATE].toSorted((one, other) => one - other)

/** Art. 35 asks for the certificate, in every business: where one was revoked, it refuses. */
const articlesOf = (business: Business, obstacles: Found['obstacles']): readonly number[] =>
  obstacles.length > 0 && obstacles.some(({ obligation }) => obligation === 'certificate')
    ? withCertificates(ARTICLES[business])
    : ARTICLES[business]

const row = (
  business: Business,
  { verdict, obstacles }: Found,
  changeId: string | null = null,
): Eligibility => ({
  business,
  verdict,
  articles: articlesOf(business, obstacles),
  obstacles,
  changeId,
})

/** Everything that the checks look at, assessed once. */
export interface Standing extends Years, Sessions {
  readonly transfers: readonly TransferAssessment[]
}

const isRevoked = ({ revoked }: Facts): boolean => revoked !== undefined && revoked.length > 0

/**
 * Art. 32, 35: a certificate that was revoked for fraud refuses its businesses, whatever the hours say; what is missing
 * besides is said as well.
 */
const unlessRevoked = (facts: Facts, name: string, { verdict, obstacles }: Found): Found =>
  facts.revoked?.includes(name)
    ? { verdict: 'refuse', obstacles: [{ obligation: 'certificate', name }, ...obstacles] }
    : { verdict, obstacles }

/** Art. 7: an incomplete year without a justified reason bars excellence, commendation and promotion. */
const yearRows = (standing: Standing, rows: Eligibility[]): void => {
  const { facts, annual } = standing
  if (annual.status === 'not_applicable') return
  const against = verdictIn(standing, annual.year)
  const judged = against === null ? CLEAR : blocked(against.verdict, against.obstacle)
  const found = isRevoked(facts) ? unlessRevoked(facts, certificateOf.year(annual.year), judged) : judged
  rows.push(
    row('appraisal_excellent', found),
    row('commendation', found),
    row('grade_promotion', both(found, judgeTermsForPromotion(standing))),
  )
}

const EARLIER_RULES = blocked('review', { obligation: 'earlier_rules' })

/** Art. 43: regularization waits for the induction; for those hired before the rules a person judges. */
const judgeRegularization = ({ induction, facts }: Standing): Found => {
  const judged =
    induction.status === 'not_applicable'
      ? EARLIER_RULES
      : (judgeInduction(null, induction, facts.asOf, facts.justified) ?? CLEAR)
  return unlessRevoked(facts, certificateOf.induction, judged)
}

const judgeTransfer = (
  found: Making,
  transfer: TransferAssessment,
  { readings }: Edition,
  atDesk: boolean,
): Making => {
  const obstacle = { obligation: 'transfer', transfer, atDesk } as const
  switch (transfer.status) {
    case 'met':
      return found
    case 'open':
      return add(found, readings.transferWithinWindow, obstacle)
    case 'after_limit':
      return add(found, readings.transferAfterLimit, obstacle)
    case 'overdue':
      return add(found, atDesk ? 'hold' : 'refuse', obstacle)
  }
}

/** Art. 45: every post change is appointed and filed by itself. */
const transferRows = ({ facts, transfers, edition }: Standing, rows: Eligibility[]): void => {
  for (const transfer of transfers) {
    const { id } = transfer.change
    const judged = judgeTransfer(null, transfer, edition, facts.atDesk?.has(id) === true) ?? CLEAR
    const found = isRevoked(facts) ? unlessRevoked(facts, certificateOf.change(id), judged) : judged
    rows.push(row('transfer_appointment', found, id), row('post_change_filing', found, id))
  }
}

/**
 * Art. 46: a worker needs every obligation that is due: past years, as far back as the reading looks, and
 * inductions and transfers past their limit. What is not due yet does not bar them, because the examination
 * may complete the year (Art. 39(4)).
 */
const judgeGradeExam = (standing: Standing): Found => {
  const { facts, induction, transfers, edition, firstYear } = standing
  const { asOf, justified } = facts
  const { gradeExamYears } = edition.readings
  const now = yearOf(asOf)
  const first = gradeExamYears === null ? firstYear : Math.max(firstYear, now - gradeExamYears)
  let found: Making = null
  for (let year = first; year < now; year += 1) {
    const against = verdictIn(standing, year)
    if (against !== null && against.obstacle.status !== 'inducting')
      found = add(found, against.verdict, against.obstacle)
  }
  if (induction.status === 'overdue') found = judgeInduction(found, induction, asOf, justified)
  for (const transfer of transfers)
    if (transfer.status === 'overdue') found = judgeTransfer(found, transfer, edition, false)
  return found ?? CLEAR
}

/**
 * A verdict for each business that applies to a person on the register. A check informs and does not punish.
 */
export const judgeBusinesses = (standing: Standing): readonly Eligibility[] => {
  const rows: Eligibility[] = []
  const { person, asOf } = standing.facts
  if (!isOnRegister(person, asOf)) return rows
  yearRows(standing, rows)
  rows.push(row('regularization', judgeRegularization(standing)))
  transferRows(standing, rows)
  rows.push(row('contract_renewal', judgeRenewal(standing)))
  if (heldOn(person, 'worker', asOf)) rows.push(row('skill_grade_exam', judgeGradeExam(standing)))
  return rows
}
