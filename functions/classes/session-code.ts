import { timingSafeEqual } from 'node:crypto'
import type { ProgrammeId } from '../platform/ids.ts'
import type { Seal } from '../platform/seal.ts'

/**
 * The code that a screen shows while a session begins, and that participants scan. It changes every 30 seconds and is
 * signed with a key that is not in the table: nobody makes one up, and none is stored.
 */

/** How long a code is shown, in milliseconds. */
export const SHOWN_MS = 30_000
/** How old a code may be, from its first moment, for the scan to count by itself. */
export const COUNTS_MS = 40_000
/** How old it may be where the telephone had no network: then the organiser confirms. */
export const LATE_MS = 10 * 60_000

const SEPARATOR = '~'

/** Covers no item of the table: it has no key of one. */
const signature = (seal: Seal, programmeId: ProgrammeId, session: string, slot: number): string =>
  seal.over({ code: 'session', programmeId, session, slot }).slice(0, 22)

const codeOf = (seal: Seal, programmeId: ProgrammeId, session: string, slot: number): string =>
  [session, slot.toString(36), signature(seal, programmeId, session, slot)].join(SEPARATOR)

/** The code of a session at a moment, and the milliseconds until the next one. */
export const codeAt = (
  seal: Seal,
  programmeId: ProgrammeId,
  session: string,
  now: number,
): { readonly code: string; readonly changesIn: number } => {
  const slot = Math.floor(now / SHOWN_MS)
  return {
    code: codeOf(seal, programmeId, session, slot),
    changesIn: (slot + 1) * SHOWN_MS - now,
  }
}

/** What a code is worth when it arrives. `wrong`: of another class, or made up. */
export type Scanned =
  | { readonly found: 'present' | 'to_confirm'; readonly session: string }
  | { readonly found: 'over' | 'wrong'; readonly session?: undefined }

/** Reads a code of a class; the telephone's own clock is not asked. */
export const readCode = (seal: Seal, programmeId: ProgrammeId, code: string, now: number): Scanned => {
  const [session = '', shown = ''] = code.split(SEPARATOR)
  const slot = Number.parseInt(shown, 36)
  if (!Number.isSafeInteger(slot)) return { found: 'wrong' }
  // The code as it was shown, and no other spelling of it.
  const own = Buffer.from(codeOf(seal, programmeId, session, slot))
  const other = Buffer.from(code)
  if (own.length !== other.length || !timingSafeEqual(own, other)) return { found: 'wrong' }
  const age = now - slot * SHOWN_MS
  if (age < 0) return { found: 'wrong' }
  if (age <= COUNTS_MS) return { found: 'present', session }
  return age <= SHOWN_MS + LATE_MS ? { found: 'to_confirm', session } : { found: 'over' }
}
