import { Temporal } from 'temporal-polyfill'
import { type Fact, type LedgerCredit, type LedgerEntry, nextEntry } from '../../functions/staff/ledger.ts'

export type Training = Omit<LedgerCredit, 'id'>

/** What once happened, and the date on which the ledger took it in. */
export type Occurrence = { readonly on: string } & (
  | {
      readonly training: Training
      /** The request that it came by; undefined: it was taken over with the register. */
      readonly request?: string
    }
  | { readonly fact: Exclude<Fact, { kind: 'credit' }> }
)

export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** A course in a classroom that takes whole days from its first on; an odd half-day ends at noon. */
export const offline = (
  credit: Pick<Training, 'subject' | 'from'> &
    Partial<Pick<Training, 'category' | 'fullTime' | 'forChange'>> & { readonly halfDays: number },
): Training => ({
  category: 'in_service',
  mode: 'offline',
  to: addDays(credit.from, Math.ceil(credit.halfDays / 2) - 1),
  ...credit,
})

/** A course on a provider's platform. */
export const online = (
  credit: Pick<Training, 'subject' | 'from' | 'to'> & {
    readonly tenths: number
    readonly makeUpFor?: number
  },
): Training => {
  const { tenths, ...rest } = credit
  return { category: 'in_service', mode: 'online', hours: tenths / 10, ...rest }
}

const momentOn = (date: string, sequence: number): string =>
  `${date}T10:${String(sequence).padStart(2, '0')}:00.000+08:00`

/** The ledger that these make, in the order in which they were taken in: each credit is named after its entry. */
export const ledgerOf = (staffId: string, occurrences: readonly Occurrence[]): LedgerEntry[] => {
  const inOrder = occurrences.toSorted((one, other) => one.on.localeCompare(other.on, 'en'))
  const entries: LedgerEntry[] = []
  for (const [position, occurrence] of inOrder.entries()) {
    const request = 'training' in occurrence ? occurrence.request : undefined
    const source = request === undefined ? `import.${position + 1}` : `${request}.0`
    const fact: Fact =
      'fact' in occurrence
        ? occurrence.fact
        : { kind: 'credit', credit: { id: source, ...occurrence.training } }
    const recordedAt = momentOn(occurrence.on, position + 1)
    entries.push(nextEntry(entries, { staffId, recordedAt, recordedBy: 'system', source, fact }))
  }
  return entries
}
