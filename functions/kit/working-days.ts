import chineseDays from 'chinese-days'
import { Temporal } from 'temporal-polyfill'

/**
 * The date a number of working days after a date, by the State Council's calendar of holidays and
 * made-up working days; years it does not know yet count Monday to Friday.
 */
export const addWorkingDays = (date: string, days: number): string => {
  let day = Temporal.PlainDate.from(date)
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 })
    if (chineseDays.isWorkday(day.toString())) left -= 1
  }
  return day.toString()
}
