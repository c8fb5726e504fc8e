import { type CalendarDate, daysFrom } from './calendar.ts'
import type { Credit } from './credit.ts'

type Wish = Pick<Credit, 'from' | 'to' | 'halfDays'>

const inOrder = (days: readonly CalendarDate[]): CalendarDate[] =>
  [...new Set(days)].sort((one, other) => one - other)

/** The places of trainings whose days hang together, each group by itself, in the order of the list. */
const groupsOf = (wishes: readonly Wish[]): number[][] => {
  const places = wishes
    .map(({ from, to }, place) => ({ from, to, place }))
    .sort((one, other) => one.from - other.from)
  const groups: number[][] = []
  let until = 0
  for (const { from, to, place } of places) {
    const last = groups.at(-1)
    if (last === undefined || from > until) groups.push([place])
    else last.push(place)
    until = Math.max(until, to)
  }
  return groups.map((group) => group.sort((one, other) => one - other))
}

/** See `placeHalfDays`, for trainings whose days hang together. */
const placeGroup = (wishes: readonly Wish[], halfDaysPerDay: number): readonly number[] => {
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
    for (const span of spans)
      for (let last = end; last < span.length; last += 1) placed = Math.min(placed, span[last] ?? 0)
    if (placed > 0)
      for (const span of spans)
        for (let last = end; last < span.length; last += 1) span[last] = (span[last] ?? 0) - placed
    return placed
  })
}

/**
 * How many half-days of each training find a day within its dates (Art. 39(1)), in the order of the list. A
 * later training may move earlier ones to other days of theirs and pushes none out.
 *
 * By Hall's theorem for intervals, all half-days find room exactly where no span of days is asked for more
 * than it holds. So a training gets what the fullest span around its dates has left, without naming days.
 * Only spans that begin with one training and end with another can be fullest; trainings a free day apart
 * share none.
 */
export const placeHalfDays = (wishes: readonly Wish[], halfDaysPerDay: number): readonly number[] => {
  const placed = wishes.map(({ halfDays }) => halfDays)
  for (const group of groupsOf(wishes)) {
    const found = placeGroup(
      group.flatMap((place) => wishes[place] ?? []),
      halfDaysPerDay,
    )
    for (const [index, place] of group.entries()) placed[place] = found[index] ?? 0
  }
  return placed
}
