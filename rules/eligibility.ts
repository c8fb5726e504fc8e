import type { AnnualAssessment } from './annual.ts'
import { yearOf } from './calendar.ts'
import { certificateOf } from './certificates-due.ts'
import type { Credit } from './credit.ts'
import type { Edition } from './edition.ts'
import type { Facts } from './facts.ts'
import { heldOn, isOnRegister } from './held.ts'
import type { InductionAssessment } from './induction.ts'
import { judgeRenewal, judgeTermsForPromotion } from './term-verdicts.ts'
import type { TransferAssessment } from './transfer.ts'
import { type Business, blocked, CLEAR, type Eligibility, type Found, worst } from './verdict.ts'
import { judgeInduction, judgeYear } from './year-verdicts.ts'
import type { Years } from './years.ts'

export type { Business, Eligibility, Obstacle, Verdict } from './verdict.ts'

/** The articles that each business rests on (Art. 7, 35, 43–46). */
const ARTICLES: Readonly<Record<Business, readonly number[]>> = {
  appraisal_excellent: [7, 35],
  commendation: [7, 35],
  grade_promotion: [7, 35, 44],
  regularization: [35, 43],
  transfer_appointment: [35, 45],
  post_change_filing: [45],
  contract_renewal: [44],
  skill_grade_exam: [46],
}

const row = (
  business: Business,
  { verdict, obstacles }: Found,
  changeId: string | null = null,
): Eligibility => ({
  business,
  verdict,
  articles: ARTICLES[business],
  obstacles,
  changeId,
})

/** Everything that the checks look at, assessed once. */
export interface Standing {
  readonly facts: Facts
  readonly credits: readonly Credit[]
  readonly annual: AnnualAssessment
  readonly induction: InductionAssessment
  readonly transfers: readonly TransferAssessment[]
  readonly edition: Edition
  readonly years: Years
}

/** Art. 32, 35: a certificate that was revoked for fraud refuses its businesses, whatever the hours say. */
const unlessRevoked = ({ facts }: Standing, name: string, found: Found): Found =>
  facts.revoked?.includes(name) ? blocked('refuse', { obligation: 'certificate', name }) : found

/** Art. 7: a year left incomplete without a justified reason bars excellence, commendation and promotion. */
const yearRows = (standing: Standing, rows: Eligibility[]): void => {
  const { facts, annual } = standing
  if (annual.status === 'not_applicable') return
  const judged = judgeYear(annual.year, annual.status, facts.justified)
  const found = unlessRevoked(standing, certificateOf.year(annual.year), judged)
  rows.push(
    row('appraisal_excellent', found),
    row('commendation', found),
    row('grade_promotion', worst([found, judgeTermsForPromotion(standing)])),
  )
}

/** Art. 43: regularization waits for the induction; of those hired before the rules a person judges. */
const regularizationRow = (standing: Standing): Eligibility => {
  const { induction, facts } = standing
  const judged =
    induction.status === 'not_applicable'
      ? blocked('review', { obligation: 'earlier_rules' })
      : judgeInduction(induction, facts.asOf, facts.justified)
  return row('regularization', unlessRevoked(standing, certificateOf.induction, judged))
}

const judgeTransfer = (transfer: TransferAssessment, { readings }: Edition): Found => {
  const obstacle = { obligation: 'transfer', transfer } as const
  switch (transfer.status) {
    case 'met':
      return CLEAR
    case 'open':
      return blocked(readings.transferWithinWindow, obstacle)
    case 'after_limit':
      return blocked(readings.transferAfterLimit, obstacle)
    case 'overdue':
      return blocked('refuse', obstacle)
  }
}

/** Art. 45: every post change is appointed and filed by itself. */
const transferRows = (standing: Standing, rows: Eligibility[]): void => {
  for (const transfer of standing.transfers) {
    const { id } = transfer.change
    const judged = judgeTransfer(transfer, standing.edition)
    const found = unlessRevoked(standing, certificateOf.change(id), judged)
    rows.push(row('transfer_appointment', found, id), row('post_change_filing', found, id))
  }
}

/** What is due already: the years that are over, as far back as is looked, and what has passed its last day. */
const dueObligations = ({ facts, induction, transfers, edition, years }: Standing): Found[] => {
  const { asOf, justified } = facts
  const { gradeExamYears } = edition.readings
  const now = yearOf(asOf)
  const found: Found[] = []
  const first = gradeExamYears === null ? years.first : Math.max(years.first, now - gradeExamYears)
  for (let year = first; year < now; year += 1) {
    const status = years.statusOf(year)
    if (status !== 'inducting') found.push(judgeYear(year, status, justified))
  }
  if (induction.status === 'overdue') found.push(judgeInduction(induction, asOf, justified))
  for (const transfer of transfers)
    if (transfer.status === 'overdue') found.push(judgeTransfer(transfer, edition))
  return found
}

/** Art. 46: workers with all that is due complete. What is not due never bars them: passing may complete it (Art. 39(4)). */
const examRow = (standing: Standing): Eligibility => row('skill_grade_exam', worst(dueObligations(standing)))

/**
 * A verdict for each business that applies to the person; nobody off the register has any. A check informs; it never
 * punishes by itself.
 */
export const judgeBusinesses = (standing: Standing): readonly Eligibility[] => {
  const rows: Eligibility[] = []
  const { person, asOf } = standing.facts
  if (!isOnRegister(person, asOf)) return rows
  yearRows(standing, rows)
  rows.push(regularizationRow(standing))
  transferRows(standing, rows)
  rows.push(row('contract_renewal', judgeRenewal(standing)))
  if (heldOn(person, 'worker', asOf)) rows.push(examRow(standing))
  return rows
}
