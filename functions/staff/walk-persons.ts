import type { StaffId } from '../platform/ids.ts'
import { keys, SHARDS } from '../platform/keys.ts'
import { beginningWith, readRange } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { standingFrom } from './standing.ts'

/** How far a walk over everyone has come: behind whom, in which shard. */
export interface WalkPlace {
  readonly shard: number
  readonly after: string
}

export const WALK_BEGINS: WalkPlace = { shard: 0, after: '' }

/** Whether a walk has met everyone. */
export const isWalked = ({ shard }: WalkPlace): boolean => shard >= SHARDS

/** The next persons of a walk over everyone: a page of a shard, or of several where they hold few. */
export const nextPersons = async (
  table: Table,
  { shard, after }: WalkPlace,
  most: number,
): Promise<{ readonly staffIds: StaffId[]; readonly place: WalkPlace }> => {
  const staffIds: StaffId[] = []
  const place = { shard, after }
  while (staffIds.length < most && place.shard < SHARDS) {
    const { items, more } = await readRange(
      table,
      keys.standing(place.shard, '').pk,
      beginningWith('STANDING#', place.after),
      { limit: most - staffIds.length },
    )
    staffIds.push(...items.map((item) => standingFrom(item).staffId))
    place.after = more ? (staffIds.at(-1) ?? '') : ''
    if (!more) place.shard += 1
  }
  return { staffIds, place }
}
