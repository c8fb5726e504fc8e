import * as z from 'zod'
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

const WALK_BEGINS: WalkPlace = { shard: 0, after: '' }

/** A walk over everyone that mends what it meets, as it is kept between its turns. */
export const Walk = z.object({
  startedOn: z.string(),
  shard: z.number().int(),
  after: z.string(),
  walked: z.number().int(),
  /** How many were found otherwise than they are on record. */
  differed: z.number().int(),
  done: z.boolean(),
})
export type Walk = z.infer<typeof Walk>

/** A walk at its beginning, before anybody was met. */
export const walkFrom = (day: string): Walk => ({
  startedOn: day,
  ...WALK_BEGINS,
  ...{ walked: 0, differed: 0, done: false },
})

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
