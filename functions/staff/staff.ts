import { keys } from '../platform/keys.ts'
import { readPartition, type Table, type Write } from '../platform/table.ts'
import { Certificate } from './certificate.ts'
import { withDerivedDates } from './derived-dates.ts'
import { appendEntry, LedgerEntry } from './ledger.ts'
import { Person } from './person.ts'
import { PersonChange } from './person-change.ts'
import type { StaffRecord } from './staff-record.ts'
import { putStanding } from './standing.ts'

/** A person with their ledger and certificates, read at one moment from one partition, strongly consistent. */
export const readStaff = async (table: Table, staffId: string): Promise<StaffRecord | undefined> => {
  let person: Person | undefined
  const entries: LedgerEntry[] = []
  const certificates: Certificate[] = []
  const changes: PersonChange[] = []
  for (const item of await readPartition(table, keys.person(staffId).pk)) {
    const sk = String(item.sk)
    if (sk === 'PERSON') person = Person.parse(item)
    else if (sk.startsWith('LEDGER#')) entries.push(LedgerEntry.parse(item))
    else if (sk.startsWith('CERTIFICATE#')) certificates.push(Certificate.parse(item))
    else if (sk.startsWith('CHANGE#')) changes.push(PersonChange.parse(item))
  }
  return person && { person: withDerivedDates(person, changes), entries, certificates }
}

/** Appends an entry to the ledger as it was read, and lets the person's standing follow: for one transaction. */
export const recordEntry = (staff: StaffRecord, entry: LedgerEntry): Write[] => [
  appendEntry(entry),
  putStanding({ ...staff, entries: [...staff.entries, entry] }),
]
