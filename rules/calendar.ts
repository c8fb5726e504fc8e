/**
 * A calendar date in Asia/Shanghai as the integer YYYYMMDD: dates compare as numbers, a year is a division, and
 * no time zone can shift them.
 */
export type CalendarDate = number

/** Years are written with four digits. */
export const FIRST_CALENDAR_YEAR = 1000
export const LAST_CALENDAR_YEAR = 9999

const MILLISECONDS_A_DAY = 86_400_000

export const dateOf = (year: number, month: number, day: number): CalendarDate =>
  year * 10_000 + month * 100 + day

export const yearOf = (date: CalendarDate): number => Math.floor(date / 10_000)

const monthOf = (date: CalendarDate): number => Math.floor(date / 100) % 100

const dayOf = (date: CalendarDate): number => date % 100

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Reads `YYYY-MM-DD`; undefined where that is not a day of the calendar. */
export const parseDate = (text: string): CalendarDate | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  const exists =
    year >= FIRST_CALENDAR_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? dateOf(year, month, day) : undefined
}

/** Writes a date as `YYYY-MM-DD`. */
export const formatDate = (date: CalendarDate): string => {
  const digits = String(date)
  return `${digits.slice(0, -4)}-${digits.slice(-4, -2)}-${digits.slice(-2)}`
}

/** The end of a period without an end. */
export const NO_END: CalendarDate = dateOf(LAST_CALENDAR_YEAR, 12, 31)

export const firstDayOf = (year: number): CalendarDate => dateOf(year, 1, 1)

/** 31 December, the day on which a year's obligations are due (Art. 32). */
export const lastDayOf = (year: number): CalendarDate => dateOf(year, 12, 31)

/** The same day so many months later, clamped to the month's end: 30 November + 3 months = 28 or 29 February. */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(count / 12)
  const month = (count % 12) + 1
  return dateOf(year, month, Math.min(dayOf(date), daysInMonth(year, month)))
}

export const nextDay = (date: CalendarDate): CalendarDate => {
  const [year, month] = [yearOf(date), monthOf(date)]
  if (dayOf(date) < daysInMonth(year, month)) return date + 1
  return month < 12 ? dateOf(year, month + 1, 1) : dateOf(year + 1, 1, 1)
}

/** The day so many days later, or earlier where `days` is negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate => {
  const moved = new Date(Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date) + days))
  return dateOf(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate())
}

const dayNumber = (date: CalendarDate): number =>
  Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / MILLISECONDS_A_DAY

/** How many calendar days a period holds, its first and last day included. */
export const daysFrom = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from) + 1
