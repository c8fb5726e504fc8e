import type { Table } from '../platform/table.ts'
import { type LedgerEntry, readEntries } from '../staff/ledger.ts'
import type { Matter } from './inspection.ts'

/** The entries by which an authority has corrected the hours of a matter since it began; suspensions are none. */
export const correctionsSince = async (
  table: Table,
  { staffId, sample, createdAt }: Matter,
): Promise<LedgerEntry[]> => {
  if (staffId === undefined || sample === undefined) return []
  const { entries } = await readEntries(table, staffId)
  const about = (sequence: number): number => {
    const fact = entries.find((one) => one.sequence === sequence)?.fact
    return fact?.kind === 'correction' ? about(fact.of) : sequence
  }
  return entries.filter(
    ({ fact, sequence, recordedAt }) =>
      fact.kind === 'correction' &&
      fact.suspension === undefined &&
      recordedAt >= createdAt &&
      about(sequence) === sample.sequence,
  )
}
