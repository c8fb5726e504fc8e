import * as z from 'zod'

/** The words of inspections (Art. 8, 32, 35) that table, API and pages share. */

/** `sample`: hours that were drawn; `order`: to a lower body (Art. 35); `violation`: Art. 32. */
export const MatterKind = z.enum(['sample', 'order', 'violation'])
export type MatterKind = z.infer<typeof MatterKind>

/**
 * `asked`, `rectifying`: somebody has to answer; `answered`, `rectified`: the authority has to look. A violation is
 * `asked` while its person is heard, then `with_institution`, whose word the authority decides with.
 */
export const MatterStatus = z.enum([
  'asked',
  'with_institution',
  'answered',
  'rectifying',
  'rectified',
  'closed',
])
export type MatterStatus = z.infer<typeof MatterStatus>

/** How it ended: `corrected` by an entry of the ledger, `verified` after a rectification or an order. */
export const MatterOutcome = z.enum(['fits', 'corrected', 'verified', 'confirmed', 'dismissed', 'withdrawn'])
export type MatterOutcome = z.infer<typeof MatterOutcome>

export const MatterAct = z.enum([
  'ask',
  'answer',
  'fits',
  'corrected',
  'rectify',
  'verify',
  'again',
  'notice',
  'suspend',
  'lift',
  'overdue',
  'silent',
  'agree',
  'disagree',
  'confirm',
  'dismiss',
  'withdraw',
  'follow',
  'stays_suspended',
  'not_suspended',
])
export type MatterAct = z.infer<typeof MatterAct>

/** Why hours that nobody proved were not suspended: they count no more anyway, or other facts on record rest on them. */
export const WhyNotSuspended = z.enum(['void', 'needed'])
export type WhyNotSuspended = z.infer<typeof WhyNotSuspended>

/**
 * Why hours were drawn: more online hours a day than are likely, another training of the same person and days, more
 * than is usual at the desk, taken over from a provider without a desk; or by lot.
 */
export const Sign = z.enum(['unlikely', 'twin', 'outlier', 'at_once'])
export type Sign = z.infer<typeof Sign>

export const DrawStatus = z.enum(['gathering', 'drawn'])
export type DrawStatus = z.infer<typeof DrawStatus>
