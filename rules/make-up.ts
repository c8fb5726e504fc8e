import { addDays, addMonths, type CalendarDate, dateOf, lastDayOf, yearOf } from './calendar.ts'
import type { Edition } from './edition.ts'

/** A make-up that was approved: of which year, and when (Art. 32). */
export interface Delay {
  readonly year: number
  readonly approvedOn: CalendarDate
  /** On record: it counts whenever it was approved, so that no close waits for an approver. */
  readonly onRecord?: boolean
}

/** When the make-up of a delayed year is due (Art. 32); null where the year is not delayed. */
export const makeUpDueOn = (
  delays: readonly Delay[],
  year: number,
  edition: Edition,
): CalendarDate | null => {
  for (const delay of delays)
    if (delay.year === year)
      return addMonths(
        edition.readings.makeUpRunsFrom === 'approval' ? delay.approvedOn : lastDayOf(year),
        edition.makeUp.months,
      )
  return null
}

/**
 * When the make-up of a year is due, as of the day of the facts; a delay approved after that day counts only
 * if it is on record.
 */
export const makeUpDueIn = (
  { delays, asOf }: { readonly delays: readonly Delay[]; readonly asOf: CalendarDate },
  year: number,
  edition: Edition,
): CalendarDate | null =>
  delays.length === 0
    ? null
    : makeUpDueOn(
        delays.filter(({ approvedOn, onRecord }) => onRecord === true || approvedOn <= asOf),
        year,
        edition,
      )

/** The days on which a delay of a year may be asked for, both included. */
export interface DelayWindow {
  readonly opensOn: CalendarDate
  readonly closesOn: CalendarDate
}

/** See `DelayWindow`: of anybody's year. */
export const delayWindowOf = (year: number, edition: Edition): DelayWindow => {
  const { opens, closesNextYear } = edition.readings.delayWindow
  return {
    opensOn: dateOf(year, opens.month, opens.day),
    closesOn: dateOf(year + 1, closesNextYear.month, closesNextYear.day),
  }
}

/**
 * See `DelayWindow`: of a person's year. That of the hiring is left short only when the induction's limit passes (Art.
 * 12, 39(5)): it may be asked for until some days after that.
 */
export const delayWindowFor = (year: number, hiredOn: CalendarDate, edition: Edition): DelayWindow => {
  const window = delayWindowOf(year, edition)
  if (year !== yearOf(hiredOn) || hiredOn < edition.inForceFrom) return window
  const limitOn = addMonths(hiredOn, edition.induction.limitMonths)
  return { ...window, closesOn: Math.max(window.closesOn, addDays(limitOn, edition.makeUp.daysAfter)) }
}
