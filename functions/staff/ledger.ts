import * as z from 'zod'
import { canonicalHash } from '../platform/canonical-hash.ts'
import { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { isNew, readPartition, type Table, type Write } from '../platform/table.ts'
import { Activity, DeemedKind, Scope, training } from '../platform/terms.ts'

/** One training as the ledger holds it: the credit of `assessment.md`'s facts. Hours have at most one decimal. */
export const LedgerCredit = z.object({
  id: z.string(),
  ...training,
  /** What the lines of one full-time session share, the claim's id (Art. 16); the first entries have none. */
  training: z.string().optional(),
  /** Art. 37; its `hours` are then those of the table on its first day, before the cap of its year. */
  activity: Activity.optional(),
  /**
   * What corrections added of its half-days, or of its activity's quantity, each by the sequence of the correction: it
   * finds its days, or its part of the cap, after all that was on record then (Art. 37, 39(1)). `after`, how many trainings that were, and `turn`, its place among
   * all additions, are said by `factsInForce` and never stored.
   */
  raised: z
    .array(
      z.object({
        halfDays: z.number().int().optional(),
        quantity: z.number().optional(),
        entry: z.number().int(),
        after: z.number().int().optional(),
        turn: z.number().int().optional(),
      }),
    )
    .optional(),
  /** Hours of an earlier year from the platform before this one; its certificate of that year is not issued again. */
  takenOver: z.object({ certificateNo: z.string().optional() }).optional(),
})
export type LedgerCredit = z.infer<typeof LedgerCredit>

const Deemed = z.object({
  kind: DeemedKind,
  year: z.number().int(),
  scope: Scope.optional(),
  /** Of a leave: its appraisal is passed (Art. 39(5)). */
  appraised: z.boolean().optional(),
  /** Of a grade examination: the day on which it was passed (Art. 39(4)). */
  passedOn: z.string().optional(),
})

/** What an entry may state of a person. */
const statements = [
  z.object({ kind: z.literal('credit'), credit: LedgerCredit }),
  z.object({ kind: z.literal('deemed'), deemed: Deemed }),
  z.object({ kind: z.literal('delay'), year: z.number().int(), approvedOn: z.string() }),
  z.object({
    kind: z.literal('justified'),
    year: z.number().int(),
    /** Why the year was left incomplete (Art. 7); the first entries of this kind have none. */
    reason: z.string().optional(),
  }),
] as const

export const StatedFact = z.discriminatedUnion('kind', statements)
export type StatedFact = z.infer<typeof StatedFact>

/** What an entry states: a fact of the person, or a correction of an earlier entry (Art. 35). */
export const Fact = z.discriminatedUnion('kind', [
  ...statements,
  z.object({
    kind: z.literal('correction'),
    /** The sequence of the corrected entry, which stays unchanged. */
    of: z.number().int(),
    reason: z.string(),
    /** What holds instead; null: the entry is void. */
    fact: StatedFact.nullable(),
    /** It suspends hours that nobody has proved, or lifts a suspension: the training counts again as it did (Art. 35). */
    suspension: z.enum(['begun', 'lifted']).optional(),
  }),
  z.object({
    /** A broken ledger was restored by two persons of the region; it states nothing of the person. */
    kind: z.literal('restored'),
    reason: z.string(),
    /** The account that confirmed what the entry's author proposed. */
    confirmedBy: z.string(),
    /** What had been found wrong. */
    fault: z.string(),
    /** The signed root that vouches for the entries up to `length`; null: none does. */
    vouched: z.object({ day: z.string(), length: z.number().int() }).nullable(),
    /** SHA-256 over each item that was taken out: they are kept apart. */
    removed: z.array(z.string()),
    /** How many entries were put back. */
    putBack: z.number().int(),
    /** What counts of a record's age that was there before, so that its standing never grows younger. */
    age: z.number().int(),
  }),
])
export type Fact = z.infer<typeof Fact>

/** An entry of a person's ledger: appended once, chained to the one before it by its hash. */
export const LedgerEntry = z.object({
  staffId: StaffId,
  /** 1, 2, 3 …: the place in the chain. */
  sequence: z.number().int(),
  recordedAt: z.string(),
  /** The act that made the entry, such as `{request}.{line}`; each act makes one entry. */
  source: z.string(),
  recordedBy: z.string(),
  fact: Fact,
  /** Of an entry that came with another record of the same person: the entry there that it repeats. */
  quotes: z
    .object({ staffId: StaffId, sequence: z.number().int(), hash: z.string(), recordedAt: z.string() })
    .optional(),
  previousHash: z.string(),
  hash: z.string(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** The hash that stands before the first entry. */
const GENESIS = '0'.repeat(64)

/** Where a chain ends. Kept apart from the entries, so that the loss of its last ones is noticed. */
export const ChainHead = z.object({ length: z.number().int(), hash: z.string() })
export type ChainHead = z.infer<typeof ChainHead>

export const chainHead = (entries: readonly LedgerEntry[]): ChainHead => ({
  length: entries.length,
  hash: entries.at(-1)?.hash ?? GENESIS,
})

const hashOf = (entry: Omit<LedgerEntry, 'hash'>): string => canonicalHash(entry)

/** The next entry of a ledger; nothing is written yet. */
export const nextEntry = (
  entries: readonly LedgerEntry[],
  entry: Pick<LedgerEntry, 'staffId' | 'recordedAt' | 'recordedBy' | 'source' | 'fact' | 'quotes'>,
): LedgerEntry => {
  const { length, hash } = chainHead(entries)
  const unsealed = { ...entry, sequence: length + 1, previousHash: hash }
  return { ...unsealed, hash: hashOf(unsealed) }
}

/** The sequence of the first entry whose place, previous hash or own hash is wrong; undefined: none. */
const firstUnchained = (entries: readonly LedgerEntry[]): number | undefined => {
  let previousHash = GENESIS
  for (const [position, entry] of entries.entries()) {
    const { hash, ...unsealed } = entry
    if (entry.sequence !== position + 1 || entry.previousHash !== previousHash || hash !== hashOf(unsealed))
      return position + 1
    previousHash = hash
  }
  return undefined
}

/**
 * The sequence of the first entry that was tampered with; undefined: none. The chain alone shows entries that
 * were changed, inserted, removed or moved before its end. The `head`, stored apart, also shows entries cut
 * off or added at the end, and a chain forged as a whole (of which only the last entry is named).
 */
export const firstBrokenEntry = (entries: readonly LedgerEntry[], head?: ChainHead): number | undefined => {
  const unchained = firstUnchained(entries)
  if (unchained !== undefined || head === undefined) return unchained
  const end = chainHead(entries)
  if (end.length !== head.length) return Math.min(end.length, head.length) + 1
  return end.hash === head.hash ? undefined : Math.max(end.length, 1)
}

/** Whether an entry is the last one of a chain that ends so: it hashes to it, in its place. */
export const isEnd = ({ hash, ...unsealed }: LedgerEntry, head: ChainHead): boolean =>
  unsealed.sequence === head.length && hash === head.hash && hashOf(unsealed) === hash

/** Appends an entry; of two writers that read the same end of the ledger, one fails and reads again. */
export const appendEntry = (entry: LedgerEntry): Write => ({
  put: { ...keys.ledgerEntry(entry.staffId, entry.sequence), ...entry },
  when: isNew,
})

/**
 * A ledger as it is stored, also after tampering: its readable entries, and the place of the first
 * unreadable.
 */
export const readEntries = async (
  table: Table,
  staffId: StaffId,
): Promise<{ entries: LedgerEntry[]; unreadable: number | undefined }> => {
  const { pk } = keys.person(staffId)
  const read = (await readPartition(table, pk, 'LEDGER#')).map((item) => LedgerEntry.safeParse(item))
  const unreadable = read.findIndex(({ success }) => !success)
  return {
    entries: read.flatMap(({ data }) => data ?? []),
    unreadable: unreadable === -1 ? undefined : unreadable + 1,
  }
}
