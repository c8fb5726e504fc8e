import { addMonths, type CalendarDate, dateOf, lastDayOf } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Delay } from './facts.ts'

/**
 * When the make-up of a delayed year is due (Art. 32); null where the year is not delayed. An approval counts from
 * the day that it is on record, whenever it was given: the close of a year never waits for an approver.
 */
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

/** The days on which a delay of a year may be asked for, both included. */
export const delayWindowOf = (
  year: number,
  edition: Edition,
): { readonly opensOn: CalendarDate; readonly closesOn: CalendarDate } => {
  const { opens, closesNextYear } = edition.readings.delayWindow
  return {
    opensOn: dateOf(year, opens.month, opens.day),
    closesOn: dateOf(year + 1, closesNextYear.month, closesNextYear.day),
  }
}
