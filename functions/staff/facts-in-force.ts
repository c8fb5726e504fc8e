import type { LedgerCredit, LedgerEntry, StatedFact } from './ledger.ts'

/** A fact that holds now: the entry that it came in with, and the one that says it today. */
export interface FactInForce {
  /** The sequence of the entry that first stated it. */
  readonly sequence: number
  /** The entry whose statement holds: the one that first stated it, or its latest correction. */
  readonly statedBy: LedgerEntry
  /** Null: a correction made it void. */
  readonly fact: StatedFact | null
}

/** The day in Shanghai on which an entry was made: moments are written in that zone. */
const recordedOn = ({ recordedAt }: LedgerEntry): string => recordedAt.slice(0, 10)

/** The entries that had been made by the end of a day, `YYYY-MM-DD`. */
export const knownOn = (entries: readonly LedgerEntry[], day: string): LedgerEntry[] =>
  entries.filter((entry) => recordedOn(entry) <= day)

/** When the entry that first stated a fact was made, here or in the record that it came from. */
const firstMoments = (entries: readonly LedgerEntry[]): Map<number, string> =>
  new Map(entries.map(({ sequence, quotes, recordedAt }) => [sequence, quotes?.recordedAt ?? recordedAt]))

/** In the order of first entry: what came with another record takes the place that it had there (Art. 39(1)). */
const inOrder = (facts: FactInForce[], entries: readonly LedgerEntry[]): FactInForce[] => {
  if (entries.every(({ quotes }) => quotes === undefined)) return facts
  const moments = firstMoments(entries)
  const momentOf = ({ sequence }: FactInForce) => Date.parse(moments.get(sequence) ?? '')
  return facts.toSorted((one, other) => momentOf(one) - momentOf(other) || one.sequence - other.sequence)
}

/**
 * Every fact that was ever entered, in the order of first entry, as all corrections leave it (Art. 35). The
 * latest correction counts, also one that corrects a correction.
 */
export const currentFacts = (entries: readonly LedgerEntry[]): FactInForce[] => {
  const facts = new Map<number, FactInForce>()
  /** By sequence: the entry that first stated the fact which an entry is about. */
  const about = new Map<number, number>()
  for (const entry of entries) {
    const { sequence, fact } = entry
    if (fact.kind === 'restored') continue
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
  return inOrder([...facts.values()], entries)
}

/** Whether a training counts no more because nobody has proved it (Art. 35): a suspension holds, which can be lifted. */
export const isSuspended = ({ statedBy: { fact } }: Pick<FactInForce, 'statedBy'>): boolean =>
  fact.kind === 'correction' && fact.suspension === 'begun'

/** A training that counts no more because nobody has proved it, as it counted before. */
export interface SuspendedTraining {
  /** The entry that first stated it. */
  readonly sequence: number
  /** The day of the suspension. */
  readonly since: string
  readonly credit: LedgerCredit
}

export const suspendedTrainings = (entries: readonly LedgerEntry[]): SuspendedTraining[] =>
  currentFacts(entries).flatMap((suspended) => {
    if (!isSuspended(suspended)) return []
    const { sequence, statedBy } = suspended
    const before = currentFacts(entries.filter((entry) => entry.sequence < statedBy.sequence))
    const fact = before.find((one) => one.sequence === sequence)?.fact
    return fact?.kind === 'credit' ? [{ sequence, since: recordedOn(statedBy), credit: fact.credit }] : []
  })

/** The fact that an entry is about: the one that it stated, or the one that it corrected. */
export const factAbout = (entries: readonly LedgerEntry[], sequence: number) => {
  const upTo = currentFacts(entries.filter((entry) => entry.sequence <= sequence))
  const stated = upTo.find((fact) => fact.statedBy.sequence === sequence)?.sequence
  return currentFacts(entries).find((fact) => fact.sequence === stated)
}

/** The facts that hold, corrections applied; by `day` (`YYYY-MM-DD`) as far as they were known at its end. */
export const factsInForce = (entries: readonly LedgerEntry[], day?: string): StatedFact[] => {
  const current = currentFacts(day === undefined ? entries : knownOn(entries, day))
  const moments = firstMoments(entries)
  const wasBefore = (sequence: number, entry: number): boolean =>
    Date.parse(moments.get(sequence) ?? '') <= Date.parse(moments.get(entry) ?? '')
  const isMerged = entries.some(({ quotes }) => quotes !== undefined)
  const trainings = current.flatMap(({ sequence, fact }) => (fact?.kind === 'credit' ? [sequence] : []))
  const additions = current.flatMap(({ fact }) =>
    fact?.kind === 'credit' ? (fact.credit.raised ?? []).map(({ entry }) => entry) : [],
  )
  return current.flatMap(({ fact }): StatedFact[] => {
    if (fact?.kind !== 'credit' || fact.credit.raised === undefined) return fact === null ? [] : [fact]
    const raised = fact.credit.raised.map((one) => ({
      ...one,
      after: trainings.filter((sequence) =>
        isMerged ? wasBefore(sequence, one.entry) : sequence < one.entry,
      ).length,
      turn: additions.filter((entry) => entry < one.entry).length,
    }))
    return [{ kind: 'credit', credit: { ...fact.credit, raised } }]
  })
}
