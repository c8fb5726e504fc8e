import type { Certificate } from './certificate.ts'
import type { LedgerEntry } from './ledger.ts'
import type { Person } from './person.ts'

/** All that stands in a person's partition: the person, the ledger in order, and the certificates. */
export interface StaffRecord {
  readonly person: Person
  readonly entries: readonly LedgerEntry[]
  readonly certificates: readonly Certificate[]
}
