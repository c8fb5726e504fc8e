import { type AnnualAssessment, assessAnnual, type EditionOf } from './annual.ts'
import { certificatesDue } from './certificates-due.ts'
import { type Edition, edition2024 } from './edition.ts'
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

const always2024: EditionOf = () => edition2024

/** Every year by the same readings. */
const alike = (edition: Edition): EditionOf => (edition === edition2024 ? always2024 : () => edition)

/**
 * A year's own obligation and the induction that may complete it (Art. 39(5)): all that a close needs.
 * `editionOf`: the readings of other years, where they differ.
 */
export const assessYear = (
  facts: Facts,
  edition: Edition = edition2024,
  editionOf: EditionOf = alike(edition),
): Pick<Assessment, 'annual' | 'induction'> => {
  const { credits } = countCredits(facts, edition)
  const induction = assessInduction(facts, credits, edition)
  return { annual: assessAnnual(facts, facts.year, credits, induction, editionOf), induction }
}

/**
 * Assesses a person's year as of a day, for the close, the ledger, the checks and the calculator. `edition`:
 * the year's own; `editionOf`: the readings of other years, where they differ.
 */
export const assess = (
  facts: Facts,
  edition: Edition = edition2024,
  editionOf: EditionOf = alike(edition),
): Assessment => {
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
