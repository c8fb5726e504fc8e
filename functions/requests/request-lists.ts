import * as z from 'zod'
import type { Account } from '../organisations/account.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import type { StaffId } from '../platform/ids.ts'
import { lists, lookups } from '../platform/keys.ts'
import { readIndexBefore } from '../platform/ranges.ts'
import {
  encodeCursor,
  eventually,
  openCursor,
  type PageRequest,
  readIndexPage,
  type Table,
} from '../platform/table.ts'
import type { Request } from './request.ts'
import { readRequests, requestIdOf } from './stored-request.ts'

type Listed = Promise<{ items: Request[]; cursor: string | null }>

const requestsOf = async (table: Table, ids: readonly string[]): Promise<Request[]> =>
  (await readRequests(eventually(table), ids)).map(({ request }) => request)

/** A person's claims, newest first; a roster that they are on is one of them, without its participants. */
export const claimsOf = async (table: Table, staffId: StaffId, page: PageRequest): Listed => {
  const value = lookups.claimsOf(staffId)
  const { keys, cursor } = await readIndexPage(table, 'found', value, { ...page, descending: true })
  return { items: await requestsOf(table, keys.map(requestIdOf)), cursor }
}

/** Sorts after every moment. */
const LATEST = '~'

/** A cursor of an account's requests: in which list, and before which moment, the next page begins. */
const Place = z.object({ list: z.string(), before: z.string().min(1).max(200) })

const beforeOf = (cursor: string | undefined, list: string): string => {
  if (cursor === undefined) return LATEST
  const place = Place.safeParse(openCursor(cursor))
  if (!place.success || place.data.list !== list)
    throw new CursorInvalidError('The cursor belongs to no page of this list.')
  return place.data.before
}

/**
 * What an account submitted and what was filed for its person, newest first; rosters without participants. A
 * person's own filing is listed among their claims alone, so both lists are read and merged.
 */
export const requestsSubmittedBy = async (
  table: Table,
  { id, staffId }: Pick<Account, 'id' | 'staffId'>,
  { limit, cursor }: Pick<PageRequest, 'limit' | 'cursor'>,
): Listed => {
  const list = lists.submittedBy(id)
  const before = beforeOf(cursor, list)
  const found = await Promise.all([
    readIndexBefore(table, 'listed', list, before, limit),
    staffId === undefined ? [] : readIndexBefore(table, 'found', lookups.claimsOf(staffId), before, limit),
  ])
  // A class that someone filed and took part in stands in both lists.
  const entries = [
    ...new Map(found.flat().map((entry) => [requestIdOf(entry.key), entry])).values(),
  ].toSorted((one, other) => (one.order < other.order ? 1 : -1))
  const page = entries.slice(0, limit)
  const last = page.at(-1)
  const more = found.some((part) => part.length === limit) || entries.length > limit
  const requests = await requestsOf(
    table,
    page.map(({ key }) => requestIdOf(key)),
  )
  return {
    items: requests,
    cursor: more && last ? encodeCursor({ list, before: last.order }) : null,
  }
}
