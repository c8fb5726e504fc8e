import { lookups } from '../platform/keys.ts'
import { readIndexKeys } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { isOpen, type Request, yearsOf } from '../requests/request.ts'
import { readRequests } from '../requests/stored-request.ts'
import { shardOf } from '../staff/person.ts'

/** A claim of a person that was open when the index was read. */
export interface OpenClaim {
  readonly staffId: string
  readonly requestId: string
}

class OpenMarkUnreadableError extends Error {
  override name = 'OpenMarkUnreadableError'
}

/** The claims for a year that are open for a shard's persons from one to another, both included. */
export const openClaimsBetween = async (
  table: Table,
  shard: number,
  year: number,
  [first, last]: readonly [first: string, last: string],
): Promise<OpenClaim[]> => {
  const range = { from: `${first}#`, to: `${last}#\u{10FFFF}` }
  const found = await readIndexKeys(table, 'open', lookups.openClaims(shard), range)
  return found.flatMap(({ order }): OpenClaim[] => {
    const [staffId, years, requestId] = order.split('#')
    if (staffId === undefined || years === undefined || requestId === undefined)
      throw new OpenMarkUnreadableError(`Not the mark of an open claim: ${order}`)
    return years.split(',').includes(String(year)) ? [{ staffId, requestId }] : []
  })
}

/** The requests behind such claims that still are open for the year: read from the table itself. */
export const openRequests = async (
  table: Table,
  claims: readonly OpenClaim[],
  year: number,
): Promise<Request[]> =>
  (
    await readRequests(
      table,
      claims.map(({ requestId }) => requestId),
    )
  )
    .map(({ request }) => request)
    .filter((request) => isOpen(request) && yearsOf(request).includes(year))

/** Whether a claim of a person for a year is open: their result is provisional as long. */
export const isProvisional = async (table: Table, staffId: string, year: number): Promise<boolean> => {
  const claims = await openClaimsBetween(table, shardOf(staffId), year, [staffId, staffId])
  return claims.length > 0 && (await openRequests(table, claims, year)).length > 0
}
