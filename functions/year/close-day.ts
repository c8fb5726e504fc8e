import { type Clock, endOfDay, today } from '../platform/clock.ts'

/**
 * From 31 December on, in Shanghai, the close may be started; it begins when the year is over, so that what is dated
 * 31 December still counts.
 */
export const closesFrom = (year: number): number => endOfDay(`${year}-12-30`)

/** Seconds until the year is over, 0 when it is. */
export const secondsLeft = (year: number, clock: Clock): number =>
  Math.max(0, Math.ceil((endOfDay(`${year}-12-31`) - clock.now()) / 1000))

/**
 * The day as of which a year is assessed, `YYYY-MM-DD`: 1 January after it. Whoever looks again later looks as of
 * their own day, for a delayed year falls due by then.
 */
export const assessedOn = (year: number, clock: Clock): string => {
  const first = `${year + 1}-01-01`
  const now = today(clock)
  return now > first ? now : first
}
