import { type AnnualAssessment, assessAnnual } from './annual.ts'
import { certificatesDue } from './certificates-due.ts'
import { always2024, type Edition, type EditionOf } from './edition.ts'
import { type Eligibility, judgeBusinesses, type Standing } from './eligibility.ts'
import type { Facts } from './facts.ts'
import { countCredits, type Ignored } from './half-days.ts'
import { unservedIn } from './ignored.ts'
import { assessInduction, type InductionAssessment } from './induction.ts'
import { assessTerms, type TermAssessment } from './term-session.ts'
import { assessTransfers, type TransferAssessment } from './transfer.ts'
import { firstYearOf } from './years.ts'

/** What the facts amount to, in integers; `presentAssessment` puts it into words. */
export interface Assessment {
  readonly edition: Edition
  /** Which readings apply to each year. */
  readonly editionOf: EditionOf
  readonly facts: Facts
  readonly annual: AnnualAssessment
  readonly induction: InductionAssessment
  readonly terms: readonly TermAssessment[]
  readonly transfers: readonly TransferAssessment[]
  /** Obligations (`annual:YEAR`, `induction`, `transfer:ID`) that earn a certificate now (Art. 35). */
  readonly certificates: readonly string[]
  readonly eligibility: readonly Eligibility[]
  readonly ignored: readonly Ignored[]
}

const NONE: readonly Ignored[] = []

const NO_REVOCATIONS: readonly string[] = []

/** A year's own obligation and the induction that may complete it (Art. 39(5)): all that a close needs. */
export const assessYear = (
  facts: Facts,
  editionOf: EditionOf = always2024,
): Pick<Assessment, 'annual' | 'induction'> => {
  const edition = editionOf(facts.year)
  const { credits } = countCredits(facts, edition)
  const induction = assessInduction(facts, credits, edition)
  return { annual: assessAnnual(facts, facts.year, credits, induction, editionOf), induction }
}

/**
 * Assesses a person's year as of a day, for the close, the ledger, the checks and the calculator; each year is read by
 * its own readings. The facts are those that `parseFacts` or `readRecord` read by the same `editionOf`.
 */
export const assess = (facts: Facts, editionOf: EditionOf = always2024): Assessment => {
  const edition = editionOf(facts.year)
  const { credits, ignored, purposes } = countCredits(facts, edition)
  const induction = assessInduction(facts, credits, edition)
  const annual = assessAnnual(facts, facts.year, credits, induction, editionOf)
  const transfers = assessTransfers(facts, credits, edition)
  const standing: Standing = {
    facts,
    credits,
    edition,
    editionOf,
    annual,
    induction,
    transfers,
    firstYear: firstYearOf(facts, editionOf),
    verdicts: [undefined, undefined, undefined],
    sessions: [undefined],
  }
  const unserved = purposes === null ? NONE : unservedIn(standing, purposes)
  return {
    edition,
    editionOf,
    facts,
    annual,
    induction,
    terms: assessTerms(standing),
    transfers,
    certificates: certificatesDue(annual, induction, transfers, facts.revoked ?? NO_REVOCATIONS),
    eligibility: judgeBusinesses(standing),
    ignored: unserved.length === 0 ? ignored : [...ignored, ...unserved],
  }
}
