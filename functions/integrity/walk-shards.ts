import type { ShardRoot, ShardRoots, WalkShardsInput } from '../../workflows/night-walk/contract.ts'
import { readRoot } from '../certificates/ledger-root.ts'
import { sha256 } from '../platform/identifiers.ts'
import { StaffId } from '../platform/ids.ts'
import { lookups } from '../platform/keys.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { logger } from '../platform/logger.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readIndexKeys } from '../platform/ranges.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { eventually, type Item, type Table, write } from '../platform/table.ts'
import { breakOf, markBroken, unmarkBroken, withoutBreak } from '../staff/broken-standing.ts'
import { chainHead } from '../staff/ledger.ts'
import { soundly } from '../staff/soundness.ts'
import { type Looked, lookAtStaff } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import {
  changesHead,
  type Head,
  type Heads,
  type HeadsHost,
  headsBytes,
  headsKey,
  latestHeads,
} from './heads.ts'
import { walkRecords } from './walk-records.ts'

/** Ledgers that are read at once. */
const WIDTH = 32

const idOf = (pk: string): StaffId => StaffId.parse(pk.slice('STAFF#'.length))

/** Whether a record still holds what it held on the night before: seals of that time would not tell. */
const holds = (
  { entries }: StaffRecord,
  made: readonly Item[],
  { ledger: { length, hash }, changes }: Head,
): boolean =>
  (length === 0 || entries[length - 1]?.hash === hash) &&
  // Two persons who restored the record since have vouched for its changes as they stand.
  (entries.slice(length).some(({ fact }) => fact.kind === 'restored') ||
    (made.length >= changes.length && changesHead(made, changes.length).hash === changes.hash))

/** One look past a mark of an earlier night: a ledger that was restored, or whole again, is sound. */
const lookBeside =
  (staffId: StaffId, before: Head | undefined) =>
  async (table: Table): Promise<Looked> => {
    const looked = await lookAtStaff(table, staffId, withoutBreak)
    const { staff, changes } = looked.found
    const fault =
      looked.fault ??
      (before === undefined || (staff !== undefined && holds(staff, changes, before))
        ? undefined
        : staff === undefined
          ? 'gone'
          : 'rolled back')
    return { ...looked, fault }
  }

/** What the walk finds of one person: where their ledger ends, or what is wrong with it. */
type Found = { readonly head: Head | undefined } | { readonly fault: string }

const find = async (table: Table, staffId: StaffId, before: Head | undefined): Promise<Found> => {
  try {
    const { staff, changes } = await soundly(eventually(table), staffId, lookBeside(staffId, before))
    return { head: staff && { ledger: chainHead(staff.entries), changes: changesHead(changes) } }
  } catch (error) {
    if (error instanceof LedgerBrokenError) return { fault: error.fault }
    throw error
  }
}

/** Lets the mark on a person's standing say what was found: put on, taken off, or left as it is. */
const keepMark = (table: Table, staffId: StaffId, found: Found, day: string): Promise<void> =>
  retryOnConflict(async () => {
    const { staff, standing } = (await lookAtStaff(table, staffId)).found
    const marked = standing && breakOf(standing)
    if ('fault' in found) {
      const broken = { fault: found.fault, since: marked?.since ?? day }
      if (marked?.fault === broken.fault) return
      const mark = markBroken(staffId, standing, staff, broken)
      if (mark === undefined) logger.error('Nothing is left of a person’s record.', { staffId })
      else await write(table, [mark])
    } else if (standing !== undefined && marked !== undefined) await write(table, [unmarkBroken(standing)])
  })

/**
 * Reads every ledger of a shard, entry by entry, against its sealed standing and against the heads of the last signed
 * root; marks those that are broken, so that whoever would rest on them stops, and keeps the heads of the sound ones.
 * A broken ledger keeps the head of the night before, from which it can be restored. Answers the root of the heads;
 * where the shard has its root of the day, that one.
 */
const walkShard = async (host: HeadsHost, day: string, shard: number): Promise<ShardRoot> => {
  const { table, objects } = host
  const signed = await readRoot(table, shard, day)
  if (signed !== undefined) {
    const { persons, broken, root } = signed
    return { shard, persons, broken, root }
  }
  const before: Heads = (await latestHeads(host, shard, day))?.heads ?? new Map()
  const listed = await readIndexKeys(table, 'found', lookups.shard(shard))
  const ids = new Set([
    ...listed.map(({ key }) => idOf(key.pk)),
    ...[...before.keys()].map((id) => StaffId.parse(id)),
  ])
  const heads = new Map<string, Head>()
  let broken = 0
  await mapConcurrently([...ids], WIDTH, async (staffId) => {
    const known = before.get(staffId)
    const found = await find(table, staffId, known)
    await keepMark(table, staffId, found, day)
    if ('fault' in found) broken += 1
    const head = 'fault' in found ? known : found.head
    if (head !== undefined) heads.set(staffId, head)
  })
  const bytes = headsBytes(heads)
  const root = sha256(bytes)
  await objects.put(headsKey({ day, shard, root }), bytes, { contentType: 'text/plain' })
  return { shard, persons: ids.size - broken, broken, root }
}

/** Walks some shards, one after the other: their part of all other records, then their persons. */
export const walkShards =
  (host: HeadsHost) =>
  async ({ day, shards }: WalkShardsInput): Promise<ShardRoots> => {
    const roots: ShardRoot[] = []
    for (const shard of shards) {
      await walkRecords(host.table, day, shard)
      roots.push(await walkShard(host, day, shard))
    }
    return { day, roots }
  }
