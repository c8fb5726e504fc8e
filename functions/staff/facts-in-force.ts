import type { LedgerEntry, StatedFact } from './ledger.ts'

/** A fact that holds now: the entry that it came in with, and the one that says it today. */
export interface FactInForce {
  /** The sequence of the entry that first stated it. */
  readonly sequence: number
  /** The entry whose words hold: the first one, or the latest correction of it. */
  readonly statedBy: LedgerEntry
  /** Null: a correction has made it void. */
  readonly fact: StatedFact | null
}

/** The day in Shanghai on which an entry was made: moments are written in that zone. */
const recordedOn = ({ recordedAt }: LedgerEntry): string => recordedAt.slice(0, 10)

/** The entries that had been made by the end of a day, `YYYY-MM-DD`. */
export const knownOn = (entries: readonly LedgerEntry[], day: string): LedgerEntry[] =>
  entries.filter((entry) => recordedOn(entry) <= day)

/**
 * Every fact that was ever entered, in the order in which they came in, as it holds after all corrections (Art. 35):
 * the latest word about an entry counts, also where it corrects a correction.
 */
export const currentFacts = (entries: readonly LedgerEntry[]): FactInForce[] => {
  const facts = new Map<number, FactInForce>()
  /** What a correction is about in the end: the entry that stated the fact. */
  const about = new Map<number, number>()
  for (const entry of entries) {
    const { sequence, fact } = entry
    if (fact.kind !== 'correction') {
      about.set(sequence, sequence)
      facts.set(sequence, { sequence, statedBy: entry, fact })
      continue
    }
    const stated = about.get(fact.of)
    if (stated === undefined) continue
    about.set(sequence, stated)
    facts.set(stated, { sequence: stated, statedBy: entry, fact: fact.fact })
  }
  return [...facts.values()]
}

/** The facts that hold, corrections applied; by `day` (`YYYY-MM-DD`) as far as they were known at its end. */
export const factsInForce = (entries: readonly LedgerEntry[], day?: string): StatedFact[] =>
  currentFacts(day === undefined ? entries : knownOn(entries, day)).flatMap(({ fact }) => fact ?? [])
