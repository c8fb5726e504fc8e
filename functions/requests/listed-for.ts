import { lookups } from '../platform/keys.ts'
import { shardOf } from '../staff/person.ts'
import { isOpen, type Request, yearsOf } from './request.ts'

/** Where the year's close finds what is still open for a person. */
const openMark = (request: Request, staffId: string) => ({
  open: lookups.openClaims(shardOf(staffId)),
  openOrder: `${staffId}#${yearsOf(request).join(',')}#${request.id}`,
})

/** The entries by which a person's claims are found, and what of them is open for the year's close. */
export const listedFor = (request: Request, staffId: string) => ({
  found: lookups.claimsOf(staffId),
  foundOrder: `${request.submittedAt}#${request.id}`,
  ...(isOpen(request) ? openMark(request, staffId) : {}),
})
