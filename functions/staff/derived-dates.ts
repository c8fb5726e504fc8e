import type { Period, Person, Post } from './person.ts'
import type { PersonChange } from './person-change.ts'
import { dayBefore } from './posts.ts'

/**
 * The dates of someone whom a version before registered: it kept flags alone. They follow from the record of changes
 * and the post changes that were approved; only what neither knows is "always". A year that was closed meanwhile was
 * closed by the flag that held then, and so is read as it was.
 */

/** A value and the day from which on it held; the first one from the hiring on. */
interface Since<T> {
  readonly value: T
  readonly from: string
}

const dayOf = ({ at }: PersonChange): string => at.slice(0, 10)

/** The values of a field in their order, each from the day of the change that made it so. */
const valuesOf = <T>(
  person: Person,
  changes: readonly PersonChange[],
  fieldOf: (one: Person) => T,
  dayOfChange: (change: PersonChange, value: T) => string,
): Since<T>[] => {
  const states = changes.flatMap((change, place) => {
    const { before } = change
    const after = changes.slice(place + 1).find((one) => one.before !== null)?.before ?? person
    return before === null || fieldOf(before) === fieldOf(after)
      ? []
      : [{ before: fieldOf(before), value: fieldOf(after), from: dayOfChange(change, fieldOf(after)) }]
  })
  const [first] = states
  return first === undefined
    ? []
    : [{ value: first.before, from: person.hiredOn }, ...states.map(({ value, from }) => ({ value, from }))]
}

/** Times from day to day, each to the day before the next begins; what never began is left out. */
const timesOf = <T>(values: readonly Since<T>[]): (Since<T> & Period)[] =>
  values.flatMap((one, place) => {
    const next = values[place + 1]
    if (next === undefined) return [one]
    return next.from <= one.from ? [] : [{ ...one, to: dayBefore(next.from) }]
  })

const flagPeriods = (
  person: Person,
  changes: readonly PersonChange[],
  flag: 'leader' | 'onRegister' | 'highLevelTalent',
): Period[] | undefined => {
  const times = timesOf(valuesOf(person, changes, (one) => one[flag], dayOf))
  const held = times.filter(({ value }) => value).map(({ value: _, ...period }) => period)
  return held.length === 0 ? undefined : held
}

/** Of a post change that was filed the day that it was filed for, of any other change the day on which it was made. */
const postDay =
  ({ postChanges }: Person) =>
  (change: PersonChange, value: Person['postType']): string => {
    if (change.what !== 'post_change') return dayOf(change)
    const filed = postChanges.findLast(
      ({ toPostType, effectiveOn, dropped }) =>
        toPostType === value && dropped !== true && effectiveOn <= dayOf(change),
    )
    return filed?.effectiveOn ?? dayOf(change)
  }

const postPeriods = (person: Person, changes: readonly PersonChange[]): Post[] | undefined => {
  const times = timesOf(valuesOf(person, changes, ({ postType }) => postType, postDay(person)))
  return times.length === 0
    ? undefined
    : times.map(({ value, ...period }) => ({ postType: value, ...period }))
}

/** The person with the dates that follow from the record, where their own record has none. */
export const withDerivedDates = (person: Person, changes: readonly PersonChange[]): Person => {
  const posts = person.posts ?? postPeriods(person, changes)
  const leaderPeriods = person.leaderPeriods ?? flagPeriods(person, changes, 'leader')
  const registerPeriods = person.registerPeriods ?? flagPeriods(person, changes, 'onRegister')
  const talentPeriods = person.talentPeriods ?? flagPeriods(person, changes, 'highLevelTalent')
  return {
    ...person,
    ...(posts === undefined ? {} : { posts }),
    ...(leaderPeriods === undefined ? {} : { leaderPeriods }),
    ...(registerPeriods === undefined ? {} : { registerPeriods }),
    ...(talentPeriods === undefined ? {} : { talentPeriods }),
  }
}
