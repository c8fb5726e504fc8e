import { Temporal } from 'temporal-polyfill'

/** The regulation's dates are calendar dates here, whatever the machine's zone. */
const ZONE = 'Asia/Shanghai'

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

const inShanghai = (epochMilliseconds: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(ZONE)

/** The calendar date in Shanghai, `YYYY-MM-DD`. */
export const today = (from: Clock): string => inShanghai(from.now()).toPlainDate().toString()

/** The calendar year in Shanghai. */
export const yearNow = (from: Clock): number => inShanghai(from.now()).year

/** The moment as people there write it: `2026-12-31T23:59:00+08:00`. */
export const timestamp = (from: Clock): string =>
  inShanghai(from.now()).toString({ timeZoneName: 'never', smallestUnit: 'millisecond' })

/** The moment so many milliseconds before now, written the same way. */
export const ago = ({ now }: Clock, milliseconds: number): string =>
  timestamp({ now: () => now() - milliseconds })

/** Epoch milliseconds at which the given Shanghai date ends (the first moment of the next day). */
export const endOfDay = (date: string): number =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds

/** A date so many months earlier, `YYYY-MM-DD`; of a shorter month its last day. */
export const monthsBefore = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).subtract({ months }).toString()

/** A date so many days later, `YYYY-MM-DD`. */
export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()
