import type { AnnualStatus } from './annual.ts'
import type { InductionProgress } from './induction.ts'
import type { TermAssessment } from './term-session.ts'
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
  | {
      readonly obligation: 'annual'
      readonly year: number
      readonly status: AnnualStatus
      /** A justified reason for it is on record (Art. 7). */
      readonly justified: boolean
    }
  | { readonly obligation: 'induction'; readonly progress: InductionProgress; readonly justified: boolean }
  | { readonly obligation: 'term'; readonly session: TermAssessment }
  | { readonly obligation: 'transfer'; readonly transfer: TransferAssessment }
  /** The certificate was revoked for fraud (Art. 32, 35). */
  | { readonly obligation: 'certificate'; readonly name: string }
  /** No term is on record that could be judged (Art. 44). */
  | { readonly obligation: 'no_term' }
  /** Hired before the rules came into force: by the rules before them (Art. 49). */
  | { readonly obligation: 'earlier_rules' }

export interface Eligibility {
  readonly business: Business
  readonly verdict: Verdict
  readonly articles: readonly number[]
  readonly obstacles: readonly Obstacle[]
  /** Of a post change: which one. */
  readonly changeId: string | null
}

/** What was found of a part of a business: how good it is, and what stands in the way. */
export interface Found {
  readonly verdict: Verdict
  readonly obstacles: readonly Obstacle[]
}

const RANK = { allow: 0, hold: 1, review: 2, refuse: 3 } as const satisfies Record<Verdict, number>

export const CLEAR: Found = { verdict: 'allow', obstacles: [] }

export const blocked = (verdict: Verdict, obstacle: Obstacle): Found =>
  verdict === 'allow' ? CLEAR : { verdict, obstacles: [obstacle] }

const isSame = (one: Obstacle, other: Obstacle): boolean =>
  one.obligation === 'annual' && other.obligation === 'annual' && one.year === other.year

/** The worse of the verdicts, with all that stands in the way, a year once. */
export const worst = (found: readonly Found[]): Found => {
  let verdict: Verdict = 'allow'
  let obstacles: Obstacle[] | undefined
  for (const one of found) {
    if (RANK[one.verdict] > RANK[verdict]) verdict = one.verdict
    for (const obstacle of one.obstacles) {
      obstacles ??= []
      if (!obstacles.some((known) => isSame(known, obstacle))) obstacles.push(obstacle)
    }
  }
  return obstacles === undefined ? CLEAR : { verdict, obstacles }
}
