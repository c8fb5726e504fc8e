import type { CalendarDate } from './calendar.ts'
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

/** The regulation gives no rates: this table is an example, and stands in where the authority has set none. */
export const exampleRates: RateTable = {
  practice: { unit: 'day', hours: 4, capHours: 40 },
  conference: { unit: 'day', hours: 4, capHours: 24 },
  lecture: { unit: 'session', hours: 2, capHours: 20 },
  visit: { unit: 'day', hours: 4, capHours: 24 },
}

/** A table and the first day on which it is in force. */
export interface RatesSince {
  readonly since: CalendarDate
  readonly table: RateTable
}

/** The table in force on a day; undefined before the first one. Tables stand in the order of their days. */
export const ratesOn = (rates: readonly RatesSince[], day: CalendarDate): RateTable | undefined =>
  rates.findLast(({ since }) => since <= day)?.table

export type Conversion =
  | { readonly ok: true; readonly article: '37'; readonly tenths: Tenths; readonly capped: boolean }
  | RuleRefusal<'AMOUNT_UNFIT'>

/** Days may be halved, sessions may not. */
export const isAmount = (amount: number, unit: ActivityRate['unit']): boolean =>
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
