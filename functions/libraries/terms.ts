import * as z from 'zod'
import { institutionCriteria, libraryKinds } from '../../rules/library-review.ts'

/** The words that the libraries and their API share, free of any SDK. */

export const LibraryKind = z.enum(libraryKinds)
export type LibraryKind = z.infer<typeof LibraryKind>

export const Criterion = z.enum(institutionCriteria)

/**
 * `in_review`: it was never listed, and is looked at; `refused`: it was not taken; `listed`; `expired`: its time is over;
 * `suspended`: for the time being; `removed`: for good.
 */
export const LibraryState = z.enum(['in_review', 'refused', 'listed', 'expired', 'suspended', 'removed'])
export type LibraryState = z.infer<typeof LibraryState>

/** What the region does with an entry that is there. */
export const StandingAct = z.enum(['suspend', 'resume', 'remove', 'mark_excellent', 'unmark_excellent'])
export type StandingAct = z.infer<typeof StandingAct>

/** Everything that is done with an entry. */
export const LibraryActName = z.enum([
  ...(['submit', 'renew', 'approve', 'disapprove', 'list', 'refuse'] as const),
  ...StandingAct.options,
])
