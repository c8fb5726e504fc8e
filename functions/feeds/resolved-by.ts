import type { AccountId } from '../platform/ids.ts'
import { lookups } from '../platform/keys.ts'
import { type PageRequest, readIndex, type Table } from '../platform/table.ts'
import { type FeedRow, rowFrom } from './feed-row.ts'

/** The delivered rows that an account accepted or refused, the latest first. */
export const rowsResolvedBy = async (
  table: Table,
  accountId: AccountId,
  page: PageRequest,
): Promise<{ items: FeedRow[]; cursor: string | null }> => {
  const { items, cursor } = await readIndex(table, 'found', lookups.feedResolvedBy(accountId), {
    ...page,
    descending: true,
  })
  return { items: items.map(rowFrom), cursor }
}
