import { type Clock, endOfDay, today } from '../platform/clock.ts'

/**
 * The moment from which a year's close may be started: 31 December in Shanghai. It waits until the year is
 * over, so that training on 31 December counts.
 */
export const closesFrom = (year: number): number => endOfDay(`${year}-12-30`)

/** Seconds until the year is over, 0 when it is. */
export const secondsLeft = (year: number, clock: Clock): number =>
  Math.max(0, Math.ceil((endOfDay(`${year}-12-31`) - clock.now()) / 1000))

/**
 * The day as of which a year is assessed, `YYYY-MM-DD`: 1 January after it, or today where that is later, for
 * a delayed year may have fallen due.
 */
export const assessedOn = (year: number, clock: Clock): string => {
  const first = `${year + 1}-01-01`
  const now = today(clock)
  return now > first ? now : first
}
