import type { Table } from '../platform/table.ts'
import { type LedgerEntry, readEntries } from '../staff/ledger.ts'
import { hoursNow } from './hours-now.ts'
import type { Matter } from './inspection.ts'

/**
 * The entries by which an authority has corrected the hours of a matter since it began, in the record where they stand
 * now; suspensions are none.
 */
export const correctionsSince = async (table: Table, matter: Matter): Promise<LedgerEntry[]> => {
  const hours = await hoursNow(table, matter)
  if (hours === undefined) return []
  const { entries } = await readEntries(table, hours.staffId)
  const about = (sequence: number): number => {
    const fact = entries.find((one) => one.sequence === sequence)?.fact
    return fact?.kind === 'correction' ? about(fact.of) : sequence
  }
  return entries.filter(
    ({ fact, sequence, recordedAt }) =>
      fact.kind === 'correction' &&
      fact.suspension === undefined &&
      recordedAt >= matter.createdAt &&
      about(sequence) === hours.sequence,
  )
}
