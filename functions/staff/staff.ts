import { chainFault } from '../platform/chain.ts'
import type { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Item, readPartition, type Table, type Write } from '../platform/table.ts'
import { Certificate } from './certificate.ts'
import { withDerivedDates } from './derived-dates.ts'
import { appendEntry, LedgerEntry } from './ledger.ts'
import { Person } from './person.ts'
import { PersonChange } from './person-change.ts'
import { faultIn, soundly } from './soundness.ts'
import type { StaffRecord } from './staff-record.ts'
import { putStanding, recordedOf, storedStanding } from './standing.ts'
import { listed } from './uncounted.ts'

/** A person's partition as it is stored; entries and certificates that can't be read are counted, and left out. */
const stored = async (
  table: Table,
  staffId: StaffId,
): Promise<{
  readonly staff: StaffRecord | undefined
  readonly unreadable: number
  /** As they are stored: what a root says of them must not change with the program. */
  readonly changes: readonly Item[]
  /** The person's own item, as it is stored. */
  readonly own: Item | undefined
}> => {
  let own: Item | undefined
  let person: Person | undefined
  let unreadable = 0
  const entries: LedgerEntry[] = []
  const certificates: Certificate[] = []
  const changes: Item[] = []
  const keep = <T>(kept: T[], { data }: { readonly data?: T | undefined }) => {
    if (data === undefined) unreadable += 1
    else kept.push(data)
  }
  for (const item of await readPartition(table, keys.person(staffId).pk)) {
    const sk = String(item.sk)
    if (sk === 'PERSON') {
      own = item
      person = Person.parse(item)
    } else if (sk.startsWith('LEDGER#')) keep(entries, LedgerEntry.safeParse(item))
    else if (sk.startsWith('CERTIFICATE#')) keep(certificates, Certificate.safeParse(item))
    else if (sk.startsWith('CHANGE#')) changes.push(item)
  }
  return {
    staff: person && {
      person: withDerivedDates(
        person,
        changes.map((change) => PersonChange.parse(change)),
      ),
      entries,
      certificates,
    },
    unreadable,
    changes,
    own,
  }
}

/**
 * A person with their ledger and certificates, held to their sealed standing: whoever decides, appends, settles or
 * says a verdict by it rests on what was once written. Undefined where there is no such person.
 * @throws LedgerBrokenError
 */
export const readStaff = async (table: Table, staffId: StaffId): Promise<StaffRecord | undefined> =>
  (await soundly(table, staffId, (at) => lookAtStaff(at, staffId))).staff

/** `record`: the person is not as they were sealed; `changes`: what is on record of them is not what they end with. */
const faultInChanges = async (table: Table, own: Item | undefined, changes: readonly Item[]) => {
  const fault = own && (await chainFault(table, own, changes))
  return fault === 'seal' ? 'record' : fault
}

/** A person's record beside the standing that it is held to, and what is wrong with it. */
export interface Looked {
  readonly found: {
    readonly staff: StaffRecord | undefined
    readonly standing: Item | undefined
    /** The changes of the person's record, as they are stored. */
    readonly changes: readonly Item[]
  }
  readonly fault: string | undefined
  /** Changes when the record does. */
  readonly mark: string
}

/** One look at a person's record and standing; `as` may look past a mark on the standing. */
export const lookAtStaff = async (
  table: Table,
  staffId: StaffId,
  as: (standing: Item) => Item = (standing) => standing,
): Promise<Looked> => {
  const [{ staff, unreadable, changes, own }, standing] = await Promise.all([
    stored(table, staffId),
    storedStanding(table, staffId),
  ])
  const fault =
    unreadable > 0
      ? 'unreadable'
      : staff === undefined
        ? undefined
        : ((await faultIn(table, staff, standing && as(standing))) ??
          (await faultInChanges(table, own, changes)))
  const mark = `${standing?.seal} ${own?.seal} ${changes.length} ${staff && recordedOf(staff)} ${staff?.entries.at(-1)?.hash}`
  return { found: { staff, standing, changes }, fault, mark }
}

/** The same as it is stored, sound or not: for the walk that seals it. */
export const readStaffAsStored = async (table: Table, staffId: StaffId): Promise<StaffRecord | undefined> =>
  (await stored(table, staffId)).staff

/**
 * Appends an entry to the ledger as it was read, and lets the person's standing follow: for one transaction. The
 * statistics find it `by` the request that it ends, or in a list of its own.
 */
export const recordEntry = (
  staff: StaffRecord,
  entry: LedgerEntry,
  by: 'request' | 'itself' = 'itself',
): Write[] => [
  by === 'request' ? appendEntry(entry) : listed(appendEntry(entry), entry.staffId, entry.recordedAt),
  putStanding({ ...staff, entries: [...staff.entries, entry] }),
]
