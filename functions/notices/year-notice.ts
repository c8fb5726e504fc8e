import { daysFrom, formatDate, lastDayOf, parseDate, yearOf } from '../../rules/calendar.ts'

/** How many days before 31 December whoever is short hears of it. */
const DAYS_BEFORE = [90, 60, 30, 7]

/** What people are told of a year, all on one morning. */
export interface YearNotice {
  readonly year: number
  /** `90`, `60`, `30`, `7`: so many days are left; `over`: the year is over and its close was made. */
  readonly name: string
}

/**
 * What the morning of a day, `YYYY-MM-DD`, tells whoever is short: 90, 60, 30 and 7 days before the year ends (Art. 7), and
 * on the day after it where they stand (Art. 32). Undefined on all other days.
 */
export const yearNoticeOn = (day: string): YearNotice | undefined => {
  const date = parseDate(day)
  if (date === undefined) return undefined
  const year = yearOf(date)
  if (day === `${year}-01-01`) return { year: year - 1, name: 'over' }
  const left = daysFrom(date, lastDayOf(year)) - 1
  return DAYS_BEFORE.includes(left) ? { year, name: String(left) } : undefined
}

/** The last day of a year, as people are told it. */
export const endOf = (year: number): string => formatDate(lastDayOf(year))
