import { type CalendarDate, daysFrom, nextDay, yearOf } from './calendar.ts'

/** A line of a claim, from its first day to its last. */
interface Span {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Between the part of a training before New Year and the part after it lie holidays: so many days at most **[R]**. */
const MOST_DAYS_OVER_NEW_YEAR = 7

/** Whether a training that has lasted until a day goes on from another. */
const goesOn = (until: CalendarDate, from: CalendarDate): boolean =>
  from <= nextDay(until) ||
  (yearOf(from) === yearOf(until) + 1 && daysFrom(until, from) - 2 <= MOST_DAYS_OVER_NEW_YEAR)

/**
 * Which lines of a claim are one training (Art. 16, 34), by their places, each training in the order of its days. Lines
 * are one where their days touch or overlap, as those of two subjects do, or go on after New Year, where a line has to
 * end (Art. 32). Two with other days between them are two trainings.
 */
export const inTrainings = (lines: readonly Span[]): readonly (readonly number[])[] => {
  const trainings: number[][] = []
  let until: CalendarDate = 0
  const places = [...lines.entries()].sort(([, one], [, other]) => one.from - other.from)
  for (const [place, { from, to }] of places) {
    const last = trainings.at(-1)
    if (last === undefined || !goesOn(until, from)) {
      trainings.push([place])
      until = to
    } else {
      last.push(place)
      until = Math.max(until, to)
    }
  }
  return trainings
}
