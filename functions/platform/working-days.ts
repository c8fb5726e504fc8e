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

/**
 * How many working days are left from one date to another: none on the day itself, fewer than none once it is over.
 * By the same calendar as `addWorkingDays`.
 */
export const workingDaysLeft = (from: string, to: string): number => {
  const isOver = to < from
  const [first, last] = isOver ? [to, from] : [from, to]
  const end = Temporal.PlainDate.from(last)
  let count = 0
  for (let day = Temporal.PlainDate.from(first); Temporal.PlainDate.compare(day, end) < 0; ) {
    day = day.add({ days: 1 })
    if (chineseDays.isWorkday(day.toString())) count += 1
  }
  return isOver ? 0 - count : count
}
