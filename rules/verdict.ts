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
  | {
      readonly obligation: 'transfer'
      readonly transfer: TransferAssessment
      /** Training that ended in time is claimed and not decided yet. */
      readonly atDesk: boolean
    }
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
  /** Of a post change its id; else null. */
  readonly changeId: string | null
}

/** The worst verdict for a business, and every obstacle. */
export interface Found {
  readonly verdict: Verdict
  readonly obstacles: readonly Obstacle[]
}

/** A finding being made; its maker may change it. */
interface Finding {
  verdict: Verdict
  readonly obstacles: Obstacle[]
}

/** Null: no obstacle so far. */
export type Making = Finding | null

export const CLEAR: Found = { verdict: 'allow', obstacles: [] }

const RANK = { allow: 0, hold: 1, review: 2, refuse: 3 } as const satisfies Record<Verdict, number>

/** Adds an obstacle with its verdict; what several terms share, such as a year, is added once. */
export const add = (found: Making, verdict: Verdict, obstacle: Obstacle): Making => {
  if (verdict === 'allow') return found
  if (found === null) return { verdict, obstacles: [obstacle] }
  if (found.obstacles.includes(obstacle)) return found
  found.obstacles.push(obstacle)
  if (RANK[verdict] > RANK[found.verdict]) found.verdict = verdict
  return found
}

/** Two findings together: the worse verdict. */
export const both = (one: Found, other: Making): Found => {
  if (other === null) return one
  let found: Making = other
  for (const obstacle of one.obstacles) found = add(found, one.verdict, obstacle)
  return found ?? one
}

export const blocked = (verdict: Verdict, obstacle: Obstacle): Found =>
  verdict === 'allow' ? CLEAR : { verdict, obstacles: [obstacle] }
