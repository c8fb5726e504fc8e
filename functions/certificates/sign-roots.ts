import type { ShardRoot, ShardRoots } from '../../workflows/night-walk/contract.ts'
import { putNew } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { type Signer, signBytes } from '../staff/certificate/signing.ts'
import { latestRoots } from './latest-root.ts'
import { rootBytes, rootHash, rootItem } from './ledger-root.ts'

interface Host {
  readonly table: Table
  readonly signer: Signer
}

const signRoot = async ({ table, signer }: Host, day: string, found: ShardRoot): Promise<void> => {
  const [before] = await latestRoots(table, found.shard, 1, day)
  const unsigned = { ...found, day, previous: before ? rootHash(before) : null }
  await putNew(table, rootItem({ ...unsigned, ...(await signBytes(rootBytes(unsigned), signer)) }))
}

/** Signs what a walk found of some shards, each behind its root before. A shard has one root a day: the first stays. */
export const signRoots =
  (host: Host) =>
  async ({ day, roots }: ShardRoots): Promise<null> => {
    for (const root of roots) await signRoot(host, day, root)
    return null
  }
