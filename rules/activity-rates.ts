import { type Tenths, tenths } from './hours.ts'
import { type RuleRefusal, refused } from './refusal.ts'

export const activityKinds = ['practice', 'conference', 'lecture', 'visit'] as const
/** Practice at a base, an academic conference, lecture or visit (Art. 37). */
export type ActivityKind = (typeof activityKinds)[number]

/** What one day or session of an activity is worth, as the authority's table says; the regulation gives no figures. */
export interface ActivityRate {
  readonly unit: 'day' | 'session'
  /** Hours a day or session. */
  readonly hours: number
  /** The most hours that a year counts of this kind; null: no limit. */
  readonly capHours: number | null
}

export type RateTable = Readonly<Record<ActivityKind, ActivityRate>>

export type Conversion =
  | { readonly ok: true; readonly article: '37'; readonly tenths: Tenths; readonly capped: boolean }
  | RuleRefusal<'AMOUNT_UNFIT'>

/** Days may be halved, sessions may not. */
const isAmount = (amount: number, unit: ActivityRate['unit']): boolean =>
  amount > 0 && Number.isSafeInteger(unit === 'day' ? amount * 2 : amount)

/**
 * Converts an activity of Article 37 into hours, in tenths, rounded down: `amount` days or sessions at the table's
 * rate, up to what the year's limit leaves beside the `counted` tenths of the same kind.
 */
export const convertActivity = (
  kind: ActivityKind,
  amount: number,
  table: RateTable,
  counted: Tenths = 0,
): Conversion => {
  const { unit, hours, capHours } = table[kind]
  if (!isAmount(amount, unit)) return refused('AMOUNT_UNFIT', '37')
  const whole = Math.floor(amount * tenths(hours))
  const room = capHours === null ? whole : Math.max(0, tenths(capHours) - counted)
  return { ok: true, article: '37', tenths: Math.min(whole, room), capped: whole > room }
}
