import * as z from 'zod'

/** The words that programmes and their API share, free of any SDK. */

/** How a course is taught: each kind has its cap on fees (Art. 26). */
export const TeachingKind = z.enum(['remote', 'theory', 'practical', 'expert'])
export type TeachingKind = z.infer<typeof TeachingKind>

export const Half = z.enum(['morning', 'afternoon'])
export type Half = z.infer<typeof Half>

/**
 * `in_review`, `returned`, `refused`, `withdrawn`: its filing is or was that; `accepted`: it is public and may be held;
 * `cancelled`: accepted, and will not be held; `closed`: it was held, and its results stand.
 */
export const ProgrammeState = z.enum([
  'in_review',
  'returned',
  'refused',
  'withdrawn',
  'accepted',
  'cancelled',
  'closed',
])
export type ProgrammeState = z.infer<typeof ProgrammeState>
