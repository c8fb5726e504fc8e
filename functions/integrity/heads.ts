import canonicalize from 'canonicalize'
import { latestRoots } from '../certificates/latest-root.ts'
import { type LedgerRoot, rootBytes } from '../certificates/ledger-root.ts'
import { sha256 } from '../platform/identifiers.ts'
import { logger } from '../platform/logger.ts'
import type { ObjectStore } from '../platform/objects-port.ts'
import type { Table } from '../platform/table.ts'
import type { PublicKeys } from '../staff/certificate/public-keys.ts'
import { isSignedBy } from '../staff/certificate/signing.ts'
import type { ChainHead } from '../staff/ledger.ts'

/** Where a ledger ended on a night, and the changes of its person's record. */
export interface Head {
  readonly ledger: ChainHead
  readonly changes: ChainHead
}

/** The heads of a shard's sound records, by person. */
export type Heads = ReadonlyMap<string, Head>

const NONE = '0'.repeat(64)

/** The chain of a person's changes, each over all before it: the head after the first `length` of them. */
export const changesHead = (changes: readonly object[], length = changes.length): ChainHead => ({
  length,
  hash: changes
    .slice(0, length)
    .reduce((before: string, change) => sha256(Buffer.from(`${before}${canonicalize(change)}`)), NONE),
})

/** The bytes that a root stands for: a line a person, in the order of their ids. */
export const headsBytes = (heads: Heads): Buffer =>
  Buffer.from(
    [...heads]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([staffId, { ledger, changes }]) =>
          `${staffId} ${ledger.length} ${ledger.hash} ${changes.length} ${changes.hash}\n`,
      )
      .join(''),
  )

/** Where a shard's heads of a night are kept: under their own root, so that none overwrites another's. */
export const headsKey = ({ day, shard, root }: Pick<LedgerRoot, 'day' | 'shard' | 'root'>): string =>
  `roots/${day}/${shard}-${root}`

const parseHeads = (bytes: Uint8Array): Heads =>
  new Map(
    Buffer.from(bytes)
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [staffId = '', length, hash = '', changes, changesHash = ''] = line.split(' ')
        return [
          staffId,
          {
            ledger: { length: Number(length), hash },
            changes: { length: Number(changes), hash: changesHash },
          },
        ] as const
      }),
  )

export interface HeadsHost {
  readonly table: Table
  readonly objects: ObjectStore
  readonly publicKeys: PublicKeys
}

/** A root with the heads that it stands for, checked by the published keys. */
export interface VouchedHeads {
  readonly root: LedgerRoot
  readonly heads: Heads
}

const vouch = async (
  { objects, publicKeys }: HeadsHost,
  root: LedgerRoot,
): Promise<VouchedHeads | undefined> => {
  const key = (await publicKeys.all()).find(({ keyId }) => keyId === root.keyId)
  const kept = await objects.get(headsKey(root))
  const fault =
    key === undefined || !isSignedBy(rootBytes(root), root, key.pem)
      ? 'signature'
      : kept === undefined || sha256(kept.bytes) !== root.root
        ? 'heads'
        : undefined
  if (fault === undefined && kept !== undefined) return { root, heads: parseHeads(kept.bytes) }
  logger.error('A signed root of ledgers can not be vouched for.', {
    shard: root.shard,
    day: root.day,
    fault,
  })
  return undefined
}

/** Of so many latest roots one is looked for that can be vouched for. */
const ROOTS = 7

/** The latest heads of a shard that a signed root vouches for; `before` a day, if one is given. */
export const latestHeads = async (
  host: HeadsHost,
  shard: number,
  before?: string,
): Promise<VouchedHeads | undefined> => {
  for (const root of await latestRoots(host.table, shard, ROOTS, before)) {
    const vouched = await vouch(host, root)
    if (vouched !== undefined) return vouched
  }
  return undefined
}
