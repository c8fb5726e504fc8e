import { type CalendarDate, daysFrom } from './calendar.ts'
import type { Credit } from './credit.ts'

type Wish = Pick<Credit, 'from' | 'to' | 'halfDays'>

const inOrder = (days: readonly CalendarDate[]): CalendarDate[] =>
  [...new Set(days)].sort((one, other) => one - other)

/**
 * How many half-days of each training find a day of its dates (Art. 39(1)), in the order of the list. Each half-day
 * of a later training may move earlier ones to other days of theirs, never push one out; so what was placed stays
 * placed, and a placing of all is found where there is one.
 *
 * Half-days whose dates are intervals all find room exactly where no span of days holds more of them than it has
 * room for (Hall's theorem, for intervals). So a training gets what the fullest span around its dates still has
 * left, and no day need be named. Only spans that begin with one training and end with one can be the fullest.
 */
export const placeHalfDays = (wishes: readonly Wish[], halfDaysPerDay: number): readonly number[] => {
  const firsts = inOrder(wishes.map(({ from }) => from))
  const lasts = inOrder(wishes.map(({ to }) => to))
  // What each span from a first day to a last one still has room for.
  const room = firsts.map((first) =>
    lasts.map((last) => (last < first ? 0 : daysFrom(first, last) * halfDaysPerDay)),
  )
  return wishes.map(({ from, to, halfDays }) => {
    const spans = room.slice(0, firsts.indexOf(from) + 1)
    const end = lasts.indexOf(to)
    let placed = halfDays
    for (const span of spans) for (const left of span.slice(end)) if (left < placed) placed = left
    for (const span of spans)
      for (let last = end; last < span.length; last += 1) span[last] = (span[last] ?? 0) - placed
    return placed
  })
}
