import type { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { logger } from '../platform/logger.ts'
import { readRange } from '../platform/ranges.ts'
import { isSealed } from '../platform/seal.ts'
import { consistently, type Item, sealOf, type Table } from '../platform/table.ts'
import { firstBrokenEntry, isEnd, LedgerEntry } from './ledger.ts'
import type { Person } from './person.ts'
import type { StaffRecord } from './staff-record.ts'
import { recordedOf, type Standing, standingFrom, storedStanding } from './standing.ts'

/**
 * What is wrong with a person's record as it was read, or undefined where it is what was sealed: `seal` the standing
 * is not as we wrote it; `entry N` the ledger is not the one that it ends; `record` the person or a certificate is
 * older or newer than it. Where nothing is on record of a person yet, no standing need be.
 */
export const faultIn = async (
  table: Table,
  staff: StaffRecord,
  standing: Item | undefined,
): Promise<string | undefined> => {
  if (standing === undefined)
    return staff.entries.length === 0 && staff.certificates.length === 0 ? undefined : 'seal'
  if (!isSealed(await sealOf(table), standing)) return 'seal'
  const known = standingFrom(standing)
  const broken = firstBrokenEntry(staff.entries, known.chain)
  if (broken !== undefined) return `entry ${broken}`
  return known.of === recordedOf(staff) && isOf(known, staff.person) ? undefined : 'record'
}

/** Whether a sealed standing is of the person as they are on record: what decides what is asked of them. */
export const isOf = (known: Standing, person: Person): boolean =>
  known.institutionId === person.institutionId &&
  known.postType === person.postType &&
  known.leader === person.leader &&
  known.onRegister === person.onRegister &&
  known.hiredOn === person.hiredOn

/** Often enough for others who write meanwhile: only what two looks see alike is broken. */
const LOOKS = 12

/**
 * Looks until what is seen is sound, or is seen twice alike: between two reads others may have written, and an
 * eventual read may be older than another. `look` answers what it found, what is wrong with it, and a mark that
 * changes when the record does.
 * @throws LedgerBrokenError
 */
export const soundly = async <T>(
  table: Table,
  staffId: StaffId,
  look: (table: Table) => Promise<{
    readonly found: T
    readonly fault: string | undefined
    readonly mark: string
  }>,
): Promise<T> => {
  let before: string | undefined
  for (let made = 1; ; made += 1) {
    const { found, fault, mark } = await look(made === 1 ? table : consistently(table))
    if (fault === undefined) return found
    if (made > 2 && (mark === before || made === LOOKS)) {
      logger.error('A ledger is not what was sealed.', { staffId, fault })
      throw new LedgerBrokenError(staffId, fault)
    }
    before = mark
  }
}

/**
 * That a person's ledger ends as their standing says, for an act that reads neither: two small reads. The chain
 * behind the end is looked at by whoever reads it, and every night.
 * @throws LedgerBrokenError
 */
export const requireSoundEnd = (table: Table, staffId: StaffId): Promise<void> =>
  soundly(table, staffId, async (at) => {
    const standing = await storedStanding(at, staffId)
    const chain = standing && standingFrom(standing).chain
    const { pk, sk } = keys.ledgerEntry(staffId, Math.max(chain?.length ?? 1, 1))
    const range = { from: sk, to: 'LEDGER#\u{10FFFF}' }
    const { items } = await readRange(at, pk, range, { limit: 2, consistent: at.reads !== 'eventual' })
    const mark = `${standing?.seal} ${items.map(({ hash }) => hash).join()}`
    const fault = async () => {
      if (standing === undefined || chain === undefined) return items.length === 0 ? undefined : 'seal'
      if (!isSealed(await sealOf(at), standing)) return 'seal'
      const [last, more] = items.map((item) => LedgerEntry.safeParse(item).data)
      const ends =
        chain.length === 0
          ? items.length === 0
          : more === undefined && items.length === 1 && last !== undefined && isEnd(last, chain)
      return ends ? undefined : 'end'
    }
    return { found: undefined, fault: await fault(), mark }
  })
