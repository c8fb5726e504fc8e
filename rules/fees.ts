import * as z from 'zod'
import { type Edition, edition2024 } from './edition.ts'
import { allowed, type Ruling, refused } from './refusal.ts'

/** One part of a programme: how it is taught, and its minutes. */
export const TeachingPart = z.object({
  kind: z.enum(['remote', 'theory', 'practical', 'expert']),
  minutes: z.int().min(1),
})
export type TeachingPart = z.infer<typeof TeachingPart>

/** The most that a person may be asked for a course, in whole fen (Art. 26): what `judgeFee` allows, and one more it refuses. */
export const mostFee = ({ kind, minutes }: TeachingPart, edition: Edition = edition2024): number => {
  const { capFen, classPeriodMinutes } = edition.fees
  return Number((BigInt(capFen[kind]) * BigInt(minutes)) / BigInt(classPeriodMinutes))
}

/**
 * Whether what a person pays for a programme, in fen, stays within the caps (Art. 26). Caps are per class period
 * of 45 minutes; both sides are multiplied out, so that no period is rounded.
 */
export const judgeFee = (
  feeFen: number,
  parts: readonly TeachingPart[],
  edition: Edition = edition2024,
): Ruling<'FEE_ABOVE_CAP'> => {
  const { article, capFen, classPeriodMinutes } = edition.fees
  const most = parts.reduce((sum, { kind, minutes }) => sum + BigInt(capFen[kind]) * BigInt(minutes), 0n)
  return BigInt(feeFen) * BigInt(classPeriodMinutes) <= most ? allowed : refused('FEE_ABOVE_CAP', article)
}
