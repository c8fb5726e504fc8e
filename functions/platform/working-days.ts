import of2024 from 'chinese-days/dist/years/2024.json' with { type: 'json' }
import of2025 from 'chinese-days/dist/years/2025.json' with { type: 'json' }
import of2026 from 'chinese-days/dist/years/2026.json' with { type: 'json' }
import { Temporal } from 'temporal-polyfill'
import { isStatutoryHoliday } from './statutory-holidays.ts'

/**
 * Holidays of the years from the regulation's first on, as far as the State Council has decided them; a test
 * fails when the package knows a further year. Importing all years since 2004 would weigh as much as a small
 * function.
 */
const years = [of2024, of2025, of2026]
const arranged: ReadonlySet<number> = new Set([2024, 2025, 2026])
const holidays: ReadonlySet<string> = new Set(years.flatMap((year) => Object.keys(year.holidays)))
const madeUp: ReadonlySet<string> = new Set(years.flatMap((year) => Object.keys(year.workdays)))

/**
 * Whether a calendar date is a working day, by the calendar's lists and the date as written; in a year that is not
 * arranged yet, the statutory days off are no working days. The library's own functions read a date in the machine's
 * zone, which west of Shanghai is another day.
 */
export const isWorkday = (day: Temporal.PlainDate): boolean => {
  const date = day.toString()
  if (!arranged.has(day.year)) return day.dayOfWeek <= 5 && !isStatutoryHoliday(day)
  return madeUp.has(date) || (day.dayOfWeek <= 5 && !holidays.has(date))
}

/**
 * The date a number of working days after a date, by the State Council's calendar of holidays and
 * made-up working days; in years it does not know yet Monday to Friday but for the statutory days off.
 */
export const addWorkingDays = (date: string, days: number): string => {
  let day = Temporal.PlainDate.from(date)
  for (let left = days; left > 0; ) {
    day = day.add({ days: 1 })
    if (isWorkday(day)) left -= 1
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
    if (isWorkday(day)) count += 1
  }
  return isOver ? 0 - count : count
}
