import { lists, lookups } from '../platform/keys.ts'
import { eventually, type PageRequest, readIndexPage, type Table } from '../platform/table.ts'
import type { Request } from './request.ts'
import { readRequests, requestIdOf } from './stored-request.ts'

type Listed = Promise<{ items: Request[]; cursor: string | null }>

const requestsIn = async (
  table: Table,
  index: 'listed' | 'found',
  value: string,
  page: PageRequest,
): Listed => {
  const { keys, cursor } = await readIndexPage(table, index, value, { ...page, descending: true })
  const records = await readRequests(eventually(table), keys.map(requestIdOf))
  return { items: records.map(({ request }) => request), cursor }
}

/** What an account submitted, newest first; rosters without their participants. */
export const requestsSubmittedBy = (table: Table, accountId: string, page: PageRequest): Listed =>
  requestsIn(table, 'listed', lists.submittedBy(accountId), page)

/** A person's claims, newest first; a roster that they are on is one of them, without its participants. */
export const claimsOf = (table: Table, staffId: string, page: PageRequest): Listed =>
  requestsIn(table, 'found', lookups.claimsOf(staffId), page)
