import type { StaffId } from '../platform/ids.ts'
import { lookups } from '../platform/keys.ts'
import { shardOf } from '../staff/person.ts'
import { isOpen, type Request, yearsOf } from './request.ts'

/** The index entry by which the year's close finds a person's open claim; none where it is open no more. */
export const openMark = (request: Request, staffId: string, years: readonly number[] = yearsOf(request)) =>
  isOpen(request)
    ? {
        open: lookups.openClaims(shardOf(staffId)),
        openOrder: `${staffId}#${years.join(',')}#${request.id}`,
      }
    : {}

/** The index entries by which a person's claim is found and, while it is open, by the year's close. */
export const listedFor = (request: Request, staffId: StaffId, years?: readonly number[]) => ({
  found: lookups.claimsOf(staffId),
  foundOrder: `${request.submittedAt}#${request.id}`,
  ...openMark(request, staffId, years),
})
