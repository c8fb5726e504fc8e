import {
  addDays,
  addMonths,
  type CalendarDate,
  daysFrom,
  firstDayOf,
  lastDayOf,
  nextDay,
} from './calendar.ts'
import type { Edition, PostType } from './edition.ts'

/** From a day to a day, both included; `NO_END` where it goes on. */
export interface Period {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

export interface Post extends Period {
  readonly postType: PostType
}

/**
 * What a person is and was. Dated periods take precedence over the flags; a flag without periods always
 * holds.
 */
export interface Held {
  readonly postType: PostType
  readonly leader: boolean
  readonly onRegister: boolean
  /** Several at a time where a person holds concurrent posts. */
  readonly posts?: readonly Post[] | undefined
  readonly leaderPeriods?: readonly Period[] | undefined
  readonly registerPeriods?: readonly Period[] | undefined
}

const holds = (periods: readonly Period[], day: CalendarDate): boolean =>
  periods.some(({ from, to }) => from <= day && day <= to)

const touches = (period: Period, from: CalendarDate, to: CalendarDate): boolean =>
  period.from <= to && from <= period.to

/** Whether somebody was high-level talent on any day of the time that an induction has (Art. 9). */
export const isTalentIn = (
  periods: readonly Period[],
  hiredOn: CalendarDate,
  { induction }: Edition,
): boolean => periods.some((period) => touches(period, hiredOn, addMonths(hiredOn, induction.limitMonths)))

export const isOnRegister = ({ onRegister, registerPeriods }: Held, day: CalendarDate): boolean =>
  registerPeriods === undefined ? onRegister : holds(registerPeriods, day)

/** Art. 4: leaders have rules of their own. */
export const isLeader = ({ leader, leaderPeriods }: Held, day: CalendarDate): boolean =>
  leaderPeriods === undefined ? leader : holds(leaderPeriods, day)

export const heldOn = ({ postType, posts }: Held, asked: PostType, day: CalendarDate): boolean =>
  posts === undefined
    ? postType === asked
    : posts.some((post) => post.postType === asked && post.from <= day && day <= post.to)

/** Whether a post of the type was held on any day of a period. */
export const heldIn = (
  { postType, posts }: Held,
  asked: PostType,
  from: CalendarDate,
  to: CalendarDate,
): boolean =>
  posts === undefined
    ? postType === asked
    : posts.some((post) => post.postType === asked && touches(post, from, to))

/** The last day on the register within a year and not after `until`; null where there is none. */
const lastOnRegister = (person: Held, year: number, until: CalendarDate): CalendarDate | null => {
  const end = Math.min(until, lastDayOf(year))
  if (person.registerPeriods === undefined) return person.onRegister ? end : null
  const ends = person.registerPeriods
    .filter((period) => touches(period, firstDayOf(year), end))
    .map(({ to }) => Math.min(to, end))
  return ends.length === 0 ? null : Math.max(...ends)
}

/**
 * Whether a year is asked of a person (Art. 4, 7), as of a day: judged on the year's last day, in a running
 * year on the day.
 */
export const owesYear = (person: Held, year: number, asOf: CalendarDate, { readings }: Edition): boolean => {
  const end = lastDayOf(year)
  const last = asOf < end ? asOf : end
  const day =
    readings.annualAppliesBy === 'any_day' && asOf >= firstDayOf(year)
      ? lastOnRegister(person, year, asOf)
      : isOnRegister(person, last)
        ? last
        : null
  return day !== null && !(readings.leadersExcepted && isLeader(person, day))
}

/** The periods of a post type within a period, in order, merged where they touch or overlap. */
const stretches = (posts: readonly Post[], asked: PostType, { from, to }: Period): Period[] => {
  const merged: { from: CalendarDate; to: CalendarDate }[] = []
  const held = posts
    .filter((post) => post.postType === asked && touches(post, from, to))
    .map((post) => ({ from: Math.max(post.from, from), to: Math.min(post.to, to) }))
    .toSorted((one, other) => one.from - other.from)
  for (const stretch of held) {
    const last = merged.at(-1)
    if (last !== undefined && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to)
    else merged.push(stretch)
  }
  return merged
}

const lasts = ({ from, to }: Period, months: number): boolean => nextDay(to) >= addMonths(from, months)

/**
 * Whether a post type was held for so many months of a period: its days, over all posts, are at least those
 * of so many months from the first post's beginning.
 */
export const heldForMonths = (person: Held, asked: PostType, period: Period, months: number): boolean => {
  if (person.posts === undefined) return person.postType === asked && lasts(period, months)
  const held = stretches(person.posts, asked, period)
  const [first] = held
  if (first === undefined) return false
  if (held.length === 1) return lasts(first, months)
  const days = held.reduce((sum, { from, to }) => sum + daysFrom(from, to), 0)
  return addDays(first.from, days) >= addMonths(first.from, months)
}
