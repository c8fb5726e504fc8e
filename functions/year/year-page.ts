import * as z from 'zod'
import { OrganisationId, RequestId, StaffId } from '../platform/ids.ts'
import { type CloseMode, keys } from '../platform/keys.ts'
import { beginningWith, readRange } from '../platform/ranges.ts'
import { isNew, read, readPartition, type Table, type Write } from '../platform/table.ts'
import { Stage } from '../platform/terms.ts'
import { Finding } from './result.ts'

/** A desk that holds a claim which would complete someone's year. */
export const Blocked = z.object({
  staffId: StaffId,
  requestId: RequestId,
  institutionId: OrganisationId,
  stage: Stage,
  since: z.string(),
})
export type Blocked = z.infer<typeof Blocked>

/** What one page of a shard found. The sums are made from pages, so that no result is read again. */
export const ShardPage = z.object({
  /** Lines of `lineOf`, by institution. */
  rows: z.record(z.string(), z.string()),
  blocked: z.array(Blocked).optional(),
})
export type ShardPage = z.infer<typeof ShardPage>

/** A shard of the staff in a year's close or in its rehearsal. */
interface Shard {
  readonly mode: CloseMode
  readonly year: number
  readonly shard: number
}

/** Writes a page's findings; a repeat of the page overwrites them. */
export const putPage = ({ mode, year, shard }: Shard, page: number, found: ShardPage): Write => ({
  put: { ...keys.shardPage(shard, mode, year, page), ...found },
  when: { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' },
})

/** The first `count` pages of a shard; further ones belong to an earlier run. */
export const readPages = async (
  table: Table,
  { mode, year, shard }: Shard,
  count: number,
): Promise<ShardPage[]> => {
  const { pk, sk } = keys.shardPage(shard, mode, year, 0)
  const range = { from: sk, to: keys.shardPage(shard, mode, year, count - 1).sk }
  const read = async (consistent: boolean) => (await readRange(table, pk, range, { consistent })).items
  const seen = count === 0 ? [] : await read(false)
  return (seen.length === count ? seen : await read(true)).map((item) => ShardPage.parse(item))
}

const Counted = Finding.pick({ status: true, provisional: true })

/** A result that was entered after its page was read and before the sums were made. */
export const Adjustment = z.object({
  staffId: StaffId,
  year: z.number().int(),
  entry: z.number().int(),
  institutionId: OrganisationId,
  before: Counted.nullable(),
  after: Counted,
})
export type Adjustment = z.infer<typeof Adjustment>

const adjustmentKey = (shard: number, { year, staffId, entry }: Adjustment) =>
  keys.adjustment(shard, year, staffId, entry)

export const newAdjustment = (shard: number, adjustment: Adjustment): Write => ({
  put: { ...adjustmentKey(shard, adjustment), ...adjustment },
  when: isNew,
})

/** Removes an adjustment, in the transaction that makes it in the sums. */
export const takeAdjustment = (shard: number, adjustment: Adjustment): Write => ({
  remove: adjustmentKey(shard, adjustment),
  when: { expression: 'attribute_exists(pk)' },
})

export const isOwed = async (table: Table, shard: number, adjustment: Adjustment): Promise<boolean> =>
  (await read(table, adjustmentKey(shard, adjustment))) !== undefined

/** Adjustments of a shard that are not in the sums yet, each person's oldest first. */
export const readAdjustments = async (table: Table, shard: number, year: number): Promise<Adjustment[]> => {
  const { pk } = keys.adjustment(shard, year, '', 1)
  const { items } = await readRange(table, pk, beginningWith(`ADJUST#${year}#`), { consistent: true })
  return items.map((item) => Adjustment.parse(item))
}

/** A desk, and the persons whom it keeps from completing a rehearsed year. */
export const BlockingDesk = z.object({
  organisationId: OrganisationId,
  stage: Stage,
  persons: z.number().int(),
  since: z.string(),
  requests: z.array(Blocked.pick({ staffId: true, requestId: true, since: true })),
})
export type BlockingDesk = z.infer<typeof BlockingDesk>

export const putBlockingDesk = (year: number, run: number, place: number, desk: BlockingDesk): Write => ({
  put: { ...keys.blockingDesk(year, run, place), ...desk },
  when: { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' },
})

/** The desks of a rehearsal, those that keep most persons first. */
export const readBlockingDesks = async (table: Table, year: number, run: number): Promise<BlockingDesk[]> => {
  const { pk, sk } = keys.blockingDesk(year, run, 0)
  const prefix = sk.slice(0, sk.lastIndexOf('#') + 1)
  return (await readPartition(table, pk, prefix)).map((item) => BlockingDesk.parse(item))
}
