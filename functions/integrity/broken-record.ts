import type { Actor } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import { oversees } from '../organisations/visibility.ts'
import { canonicalHash } from '../platform/canonical-hash.ts'
import type { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { type Item, readPartition } from '../platform/table.ts'
import { type Break, breakOf, withoutBreak } from '../staff/broken-standing.ts'
import { type ChainHead, firstBrokenEntry, LedgerEntry } from '../staff/ledger.ts'
import { shardOf } from '../staff/person.ts'
import { lookAtStaff } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { type HeadsHost, latestHeads } from './heads.ts'

/** A broken ledger as whoever restores it sees it. */
export interface BrokenRecord {
  readonly staff: StaffRecord
  readonly institution: Organisation
  readonly standing: Item | undefined
  readonly broken: Break
  /** The ledger's items as they stand, readable or not. */
  readonly items: readonly Item[]
  /** How many entries, from the first on, form a whole chain. */
  readonly whole: number
  /** Where the ledger ended by the latest root that can be vouched for; undefined: none knows of it. */
  readonly vouched: (ChainHead & { readonly day: string }) | undefined
  /** Names this state of affairs. */
  readonly seen: string
}

/** How many entries, from the first on, are one chain that nothing is missing from. */
const wholeLength = (items: readonly Item[]): { entries: LedgerEntry[]; whole: number } => {
  const entries: LedgerEntry[] = []
  for (const item of items) {
    const { data } = LedgerEntry.safeParse(item)
    if (data === undefined) break
    entries.push(data)
  }
  return { entries, whole: (firstBrokenEntry(entries) ?? entries.length + 1) - 1 }
}

/**
 * A person's broken record, with what the last signed root says of it, for the region. Refused where it is sound: by
 * its seal and by that root.
 */
export const findBroken = async (
  host: HeadsHost,
  staffId: StaffId,
  actor: Actor,
): Promise<Outcome<BrokenRecord, 'NOT_FOUND' | 'LEDGER_SOUND'>> => {
  const { table } = host
  const { found, fault } = await lookAtStaff(table, staffId, withoutBreak)
  const { staff, standing } = found
  const institution = staff && (await readOrganisation(table, staff.person.institutionId))
  if (staff === undefined || institution === undefined || !oversees(actor, institution))
    return refuse('NOT_FOUND')
  const marked = standing && breakOf(standing)
  const items = await readPartition(table, keys.person(staffId).pk, 'LEDGER#')
  const { entries, whole } = wholeLength(items)
  const latest = await latestHeads(host, shardOf(staffId))
  const head = latest?.heads.get(staffId)?.ledger
  const isRolledBack = head !== undefined && head.length > 0 && entries[head.length - 1]?.hash !== head.hash
  const now = fault ?? (isRolledBack ? 'rolled back' : undefined)
  if (now === undefined && marked === undefined) return refuse('LEDGER_SOUND')
  return succeed({
    staff,
    institution,
    standing,
    broken: marked ?? { fault: now ?? 'seal', since: '' },
    items,
    whole,
    vouched: latest && head && { ...head, day: latest.root.day },
    seen: canonicalHash({ items, standing: standing ?? null }),
  })
}

/** Whether entries may be the ledger again: one chain, in which all that a signed root vouches for is. */
export const restores = (entries: readonly LedgerEntry[], { vouched }: BrokenRecord): boolean =>
  firstBrokenEntry(entries) === undefined &&
  (vouched === undefined || vouched.length === 0 || entries[vouched.length - 1]?.hash === vouched.hash)
