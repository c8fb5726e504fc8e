import * as z from 'zod'
import { StaffId } from '../platform/ids.ts'
import { BROKEN_LEDGERS } from '../platform/keys.ts'
import { type PageRequest, readIndex, type Table } from '../platform/table.ts'
import { breakOf } from '../staff/broken-standing.ts'
import { standingFrom } from '../staff/standing.ts'

const BrokenLedger = z.object({
  staffId: StaffId,
  institutionId: z.string(),
  fault: z.string(),
  /** The day of the walk that found it first. */
  since: z.string(),
})
export type BrokenLedger = z.infer<typeof BrokenLedger>

/** Ledgers that the walk found broken, those that have waited longest first. */
export const brokenLedgers = async (
  table: Table,
  page: PageRequest,
): Promise<{ items: BrokenLedger[]; cursor: string | null }> => {
  const { items, cursor } = await readIndex(table, 'swept', BROKEN_LEDGERS, page)
  return {
    items: items.flatMap((item) => {
      const { staffId, institutionId } = standingFrom(item)
      const broken = breakOf(item)
      return broken === undefined ? [] : [{ staffId, institutionId, ...broken }]
    }),
    cursor,
  }
}
