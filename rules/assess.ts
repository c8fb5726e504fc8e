import { type AnnualAssessment, assessAnnual } from './annual.ts'
import { certificatesDue } from './certificates-due.ts'
import { type Edition, edition2024 } from './edition.ts'
import { type Eligibility, judgeBusinesses } from './eligibility.ts'
import type { Facts } from './facts.ts'
import { countCredits, type Ignored } from './half-days.ts'
import { assessInduction, type InductionAssessment } from './induction.ts'
import { assessTerms, type TermAssessment } from './term-session.ts'
import { assessTransfers, type TransferAssessment } from './transfer.ts'

/** What the facts amount to, in whole numbers; `presentAssessment` puts it into words. */
export interface Assessment {
  readonly edition: Edition
  readonly facts: Facts
  readonly annual: AnnualAssessment
  readonly induction: InductionAssessment
  readonly terms: readonly TermAssessment[]
  readonly transfers: readonly TransferAssessment[]
  /** `annual:YEAR`, `induction`, `transfer:ID`: what would hold a certificate now (Art. 35). */
  readonly certificates: readonly string[]
  readonly eligibility: readonly Eligibility[]
  readonly ignored: readonly Ignored[]
}

/** The year's obligation by itself, with the induction that may complete it (Art. 39(5)): all that a close asks. */
export const assessYear = (
  facts: Facts,
  edition: Edition = edition2024,
): Pick<Assessment, 'annual' | 'induction'> => {
  const { credits } = countCredits(facts.credits, facts.asOf, edition)
  const induction = assessInduction(facts, credits, edition)
  return { annual: assessAnnual(facts, facts.year, credits, induction, edition), induction }
}

/** Assesses a person's year as of a day: the one function behind the close, the ledger, the checks and the calculator. */
export const assess = (facts: Facts, edition: Edition = edition2024): Assessment => {
  const { credits, ignored } = countCredits(facts.credits, facts.asOf, edition)
  const induction = assessInduction(facts, credits, edition)
  const annual = assessAnnual(facts, facts.year, credits, induction, edition)
  const transfers = assessTransfers(facts, credits, edition)
  return {
    edition,
    facts,
    annual,
    induction,
    terms: assessTerms(facts, credits, edition),
    transfers,
    certificates: certificatesDue(annual, induction, transfers),
    eligibility: judgeBusinesses({ facts, credits, annual, induction, transfers, edition }),
    ignored,
  }
}
