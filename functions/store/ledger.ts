import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import * as z from 'zod'
import { keys } from './keys.ts'
import { Person } from './person.ts'
import { isNew, readPartition, type Table, type Write } from './table.ts'
import { training } from './terms.ts'

/** One training as the ledger holds it: the credit of `assessment.md`'s facts. Hours have at most one decimal. */
export const LedgerCredit = z.object({ id: z.string(), ...training })
export type LedgerCredit = z.infer<typeof LedgerCredit>

const Deemed = z.object({
  kind: z.enum([
    'research_project',
    'degree_course',
    'qualification_exam',
    'skill_grade_exam',
    'entrepreneurship_leave',
    'discretionary',
  ]),
  year: z.number().int(),
  scope: z.union([z.literal('all'), z.object({ public: z.number(), professional: z.number() })]).optional(),
})

/** What an entry states. A correction takes the place of an earlier entry; it never overwrites it. */
export const Fact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('credit'), credit: LedgerCredit }),
  z.object({ kind: z.literal('deemed'), deemed: Deemed }),
  z.object({ kind: z.literal('delay'), year: z.number().int(), approvedOn: z.string() }),
  z.object({ kind: z.literal('justified'), year: z.number().int() }),
])
export type Fact = z.infer<typeof Fact>

/** An entry of a person's ledger: appended once, chained to the one before it by its hash. */
export const LedgerEntry = z.object({
  staffId: z.string(),
  /** 1, 2, 3 …: the place in the chain. */
  sequence: z.number().int(),
  recordedAt: z.string(),
  /** The act that this entry comes from, such as `{request}.{line}`: one act, one entry. */
  source: z.string(),
  recordedBy: z.string(),
  fact: Fact,
  previousHash: z.string(),
  hash: z.string(),
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** What the first entry of a chain is chained to. */
const GENESIS = '0'.repeat(64)

const hashOf = (entry: Omit<LedgerEntry, 'hash'>): string =>
  createHash('sha256')
    .update(canonicalize(entry) ?? '')
    .digest('hex')

/** The next entry of a ledger; nothing is written yet. */
export const nextEntry = (
  entries: readonly LedgerEntry[],
  entry: Pick<LedgerEntry, 'staffId' | 'recordedAt' | 'recordedBy' | 'source' | 'fact'>,
): LedgerEntry => {
  const last = entries.at(-1)
  const unsealed = { ...entry, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? GENESIS }
  return { ...unsealed, hash: hashOf(unsealed) }
}

/** The sequence of the first entry that is not what was once written there, or undefined where the chain is whole. */
export const firstBrokenEntry = (entries: readonly LedgerEntry[]): number | undefined => {
  let previousHash = GENESIS
  for (const [position, entry] of entries.entries()) {
    const { hash, ...unsealed } = entry
    if (entry.sequence !== position + 1 || entry.previousHash !== previousHash || hash !== hashOf(unsealed))
      return position + 1
    previousHash = hash
  }
  return undefined
}

/** Appends an entry; of two writers that read the same end of the ledger, one fails and reads again. */
export const appendEntry = (entry: LedgerEntry): Write => ({
  put: { ...keys.ledgerEntry(entry.staffId, entry.sequence), ...entry },
  when: isNew,
})

/** All that stands in a person's partition: the person, the ledger in order, and the obligations that hold a certificate. */
export interface StaffRecord {
  readonly person: Person
  readonly entries: readonly LedgerEntry[]
  readonly certified: readonly string[]
}

export const readStaff = async (table: Table, staffId: string): Promise<StaffRecord | undefined> => {
  let person: Person | undefined
  const entries: LedgerEntry[] = []
  const certified: string[] = []
  for (const item of await readPartition(table, keys.person(staffId).pk)) {
    const sk = String(item.sk)
    if (sk === 'PERSON') person = Person.parse(item)
    else if (sk.startsWith('LEDGER#')) entries.push(LedgerEntry.parse(item))
    else if (sk.startsWith('CERTIFICATE#')) certified.push(sk.slice('CERTIFICATE#'.length))
  }
  return person && { person, entries, certified }
}
