import type { RequestId, StaffId } from '../platform/ids.ts'
import { lookups } from '../platform/keys.ts'
import { readIndexKeys } from '../platform/ranges.ts'
import type { Table } from '../platform/table.ts'
import { isOpen, type Request, yearsOf } from '../requests/request.ts'
import { readRequests } from '../requests/stored-request.ts'
import { shardOf } from '../staff/person.ts'

/** A person's claim that the index shows as open; the index may lag. */
export interface OpenClaim {
  readonly staffId: StaffId
  readonly requestId: RequestId
}

class OpenMarkUnreadableError extends Error {
  override name = 'OpenMarkUnreadableError'
}

/** Open claims for a year of a shard's persons from `first` to `last`, both included. */
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

/** The requests of these claims that are still open for the year, read from the table itself. */
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

/** Whether a person has an open claim for a year: until it is decided, their result is provisional. */
export const isProvisional = async (table: Table, staffId: StaffId, year: number): Promise<boolean> => {
  const claims = await openClaimsBetween(table, shardOf(staffId), year, [staffId, staffId])
  return claims.length > 0 && (await openRequests(table, claims, year)).length > 0
}
