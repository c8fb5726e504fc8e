import { Temporal } from 'temporal-polyfill'

/**
 * The days off that the State Council's rule gives everyone every year (全国年节及纪念日放假办法, since 2025), which hold also in
 * years whose arrangement it has not published yet. What that arrangement adds is not known before: which working days are
 * off for a holiday that falls on a weekend, and which weekends are worked.
 */

/** New Year, Labour Day, National Day. */
const FIXED: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/** Of a year: New Year's day by the lunar calendar, Tomb-sweeping, Dragon Boat and Mid-Autumn, as the calendar's package has them. */
const MOVING: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
}

/** The first and the last year whose moving holidays are known here; others have the fixed ones alone. */
export const movingHolidays = { first: 2027, last: 2032, of: MOVING } as const

/** New Year's eve and the three first days of the lunar year. */
const isSpringFestival = (day: Temporal.PlainDate, firstDay: string): boolean => {
  const since = Temporal.PlainDate.from(`${day.year}-${firstDay}`).until(day).days
  return since >= -1 && since <= 2
}

/** Whether a date is one of the statutory days off. */
export const isStatutoryHoliday = (day: Temporal.PlainDate): boolean => {
  const date = day.toString().slice(5)
  if (FIXED.has(date)) return true
  const moving = MOVING[day.year]
  if (moving === undefined) return false
  const [firstDay, ...others] = moving
  return isSpringFestival(day, firstDay) || others.some((other) => other === date)
}
