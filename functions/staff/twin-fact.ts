import { currentFacts } from './facts-in-force.ts'
import type { LedgerEntry, StatedFact } from './ledger.ts'

const isTwin = (one: StatedFact, other: StatedFact): boolean => {
  if (one.kind === 'credit' && other.kind === 'credit')
    return (
      one.credit.subject === other.credit.subject &&
      one.credit.from <= other.credit.to &&
      other.credit.from <= one.credit.to
    )
  if (one.kind === 'deemed' && other.kind === 'deemed')
    return one.deemed.kind === other.deemed.kind && one.deemed.year === other.deemed.year
  return one.kind === other.kind && 'year' in one && 'year' in other && one.year === other.year
}

/** The entry of another record of the same person which seems to say the same as a fact: one subject on the same days. */
export const twinIn = (entries: readonly LedgerEntry[], fact: StatedFact): number | undefined =>
  currentFacts(entries).find((known) => known.fact !== null && isTwin(fact, known.fact))?.sequence
