import { keys } from '../platform/keys.ts'
import { readRange } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { LedgerRoot } from './ledger-root.ts'

/** The latest readable roots of a shard, the latest first; `before` a day, if one is given. */
export const latestRoots = async (
  table: Table,
  shard: number,
  limit: number,
  before?: string,
): Promise<LedgerRoot[]> => {
  const { pk, sk: to } = keys.ledgerRoot(shard, before ?? '9999-12-31')
  const { items } = await readRange(
    table,
    pk,
    { from: keys.ledgerRoot(shard, '').sk, to },
    { limit: limit + 1, descending: true, consistent: true },
  )
  return items
    .flatMap((item) => LedgerRoot.safeParse(item).data ?? [])
    .filter(({ day }) => day !== before)
    .slice(0, limit)
}
