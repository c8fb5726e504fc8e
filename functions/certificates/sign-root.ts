import type { ShardRoot } from '../../workflows/night-walk/contract.ts'
import { putNew } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { type Signer, signBytes } from '../staff/certificate/signing.ts'
import { latestRoots } from './latest-root.ts'
import { rootBytes, rootHash, rootItem } from './ledger-root.ts'

/** Signs what a walk found of a shard, behind the root before it. A shard has one root a day: the first stays. */
export const signRoot =
  ({ table, signer }: { readonly table: Table; readonly signer: Signer }) =>
  async ({ day, shard, persons, broken, root }: ShardRoot): Promise<null> => {
    const [before] = await latestRoots(table, shard, 1, day)
    const unsigned = { shard, day, persons, broken, root, previous: before ? rootHash(before) : null }
    await putNew(table, rootItem({ ...unsigned, ...(await signBytes(rootBytes(unsigned), signer)) }))
    return null
  }
