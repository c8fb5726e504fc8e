import * as z from 'zod'
import { base32, digest } from '../platform/identifiers.ts'
import { OrganisationId, StaffId } from '../platform/ids.ts'
import { type Key, keys, lists, lookups } from '../platform/keys.ts'
import { atVersion, type Item, isNew, type Write } from '../platform/table.ts'
import { Subject } from '../platform/terms.ts'
import { FeedCode } from './feed-codes.ts'

/**
 * A row that a listed provider delivered (Art. 41): one item by the provider's own number. It says what was delivered
 * last and how far that has come; what it said before stands in revisions of its own.
 */
export const FeedRow = z.object({
  providerId: z.string(),
  recordNo: z.string(),
  staffNo: z.string(),
  name: z.string(),
  course: z.string(),
  subject: Subject,
  from: z.string(),
  to: z.string(),
  tenths: z.number().int(),
  passed: z.boolean(),
  /** Of what was delivered: tells a repeat from a correction. */
  hash: z.string(),
  /**
   * `accepted`: on its way to the desks; `held`: somebody must look at it; `recognised`: in the ledger; `refused`: a rule
   * or a desk refuses it; `withdrawn`: the provider took it back.
   */
  state: z.enum(['accepted', 'held', 'recognised', 'refused', 'withdrawn']),
  code: FeedCode.optional(),
  article: z.string().optional(),
  receivedAt: z.string(),
  /** Who looked at it, and why they decided so. */
  resolved: z.object({ by: z.string(), at: z.string(), reason: z.string() }).optional(),
  /** A desk has refused it: whatever the provider says of it since waits for somebody. */
  refusedBefore: z.boolean().optional(),
  /** Whose hours they are, once that is known. */
  staffId: StaffId.optional(),
  institutionId: OrganisationId.optional(),
  /** The day whose batch it is in, and the batch's way: see `feed-route.ts`. */
  day: z.string().optional(),
  route: z.string().optional(),
  /** Whose desk looks at it while it is held. */
  heldAt: z.string().optional(),
  /** What a ledger holds by this row: the entry that first stated it, and the hours that it has now. */
  credited: z.object({ staffId: StaffId, sequence: z.number().int(), tenths: z.number().int() }).optional(),
  version: z.number().int(),
})
export type FeedRow = z.infer<typeof FeedRow>

/** Rows of one provider lie in so many partitions: a day of 200,000 must not meet in one. */
const shardOf = (recordNo: string): string => base32(digest(recordNo), 1)
export const FEED_SHARDS: readonly string[] = [...'0123456789abcdefghjkmnpqrstvwxyz']

export const rowKey = ({ providerId, recordNo }: Pick<FeedRow, 'providerId' | 'recordNo'>): Key =>
  keys.feedRow(providerId, shardOf(recordNo), recordNo)

/** The row's name in a ledger entry's source; it tells nothing of the provider's number. */
export const rowName = ({ providerId, recordNo }: Pick<FeedRow, 'providerId' | 'recordNo'>): string =>
  `f${base32(digest(`${providerId}\n${recordNo}`), 20)}`

/** The list in which somebody finds a row that waits: its batch's, or the desk's that must look at it. */
const listedAs = ({ state, day, route, heldAt, providerId, recordNo }: FeedRow) => {
  if (state === 'held' && heldAt !== undefined)
    return { listed: lists.feedHeld(heldAt), listedOrder: `${providerId}#${recordNo}` }
  if (day === undefined || route === undefined) return {}
  return { listed: lists.feedRows(day, route), listedOrder: `${providerId}#${recordNo}` }
}

/** The entry by which an account's decisions on rows are found. */
const foundAs = ({ resolved }: FeedRow) =>
  resolved === undefined ? {} : { found: lookups.feedResolvedBy(resolved.by), foundOrder: resolved.at }

export const rowItem = (row: FeedRow): Item => ({ ...rowKey(row), ...row, ...listedAs(row), ...foundAs(row) })

export const rowFrom = (item: Item): FeedRow => FeedRow.parse(item)

/** What a row said until now, kept beside it. */
const revision = (row: FeedRow): Write => ({
  put: {
    ...keys.feedRevision(row.providerId, shardOf(row.recordNo), row.recordNo, row.version),
    ...row,
    ...foundAs(row),
  },
  when: isNew,
})

/** Moves a row on; fails where it was written since it was read. `revised`: what it said before is kept. */
export const advanceRow = (before: FeedRow, after: FeedRow, revised: boolean): Write[] => [
  { put: rowItem({ ...after, version: before.version + 1 }), when: atVersion(before.version) },
  ...(revised ? [revision(before)] : []),
]
