import { LeaveKind, PostType, type RecordFact } from '../platform/terms.ts'
import { asOfDay } from './dated.ts'
import { dayAfter } from './held-watch.ts'
import type { Period, Person, Post } from './person.ts'
import { dayBefore, postsOf } from './posts.ts'

/** A change of what exempts a person or bends a date, in force from its own day on. */
export interface RecordedChange {
  readonly fact: RecordFact
  readonly from: string
  readonly to?: string | undefined
  readonly value?: boolean | string | undefined
}

const AFTER_ALL = '9999-12-31'

const endOf = ({ to = AFTER_ALL }: Period): string => to

const ending = (period: Period, to: string): Period =>
  to === AFTER_ALL ? { from: period.from } : { from: period.from, to }

/** Periods without the days of another. */
const without = (periods: readonly Period[], cut: Period): Period[] =>
  periods.flatMap((period) => {
    if (endOf(period) < cut.from || period.from > endOf(cut)) return [period]
    const before = period.from < cut.from ? [ending(period, dayBefore(cut.from))] : []
    const after = endOf(cut) < endOf(period) ? [ending({ from: dayAfter(endOf(cut)) }, endOf(period))] : []
    return [...before, ...after]
  })

const inOrder = <P extends Period>(periods: readonly P[]): P[] =>
  periods.toSorted((one, other) => one.from.localeCompare(other.from))

/** Periods with the days of another. */
const joined = (periods: readonly Period[], added: Period): Period[] =>
  inOrder([...without(periods, added), added])

/** The periods in which a flag has held so far; without any, from the hiring on where the flag is set. */
const periodsOf = (
  flag: boolean,
  periods: readonly Period[] | undefined,
  hiredOn: string,
): readonly Period[] =>
  periods !== undefined && periods.length > 0 ? periods : flag ? [{ from: hiredOn }] : []

/** A flag's periods after a change; none where it never holds, for then the flag alone says so. */
const changed = (
  periods: readonly Period[],
  { from, to, value = true }: RecordedChange,
): Period[] | undefined => {
  const period = to === undefined ? { from } : { from, to }
  const after = value === false ? without(periods, period) : joined(periods, period)
  return after.length === 0 ? undefined : after
}

const withPost = (person: Person, { from, to, value }: RecordedChange): Post[] => {
  const postType = PostType.parse(value)
  return inOrder([...postsOf(person), { postType, from, ...(to === undefined ? {} : { to }) }])
}

/** The person's periods after a change; flags are not touched. */
const dated = (person: Person, change: RecordedChange): Person => {
  const { leader, onRegister, highLevelTalent, hiredOn } = person
  const { fact, from, to = from, value } = change
  switch (fact) {
    case 'leader': {
      const leaderPeriods = changed(periodsOf(leader, person.leaderPeriods, hiredOn), change)
      return { ...person, leader: leader && leaderPeriods !== undefined, leaderPeriods }
    }
    case 'register': {
      const registerPeriods = changed(periodsOf(onRegister, person.registerPeriods, hiredOn), change)
      return { ...person, onRegister: onRegister && registerPeriods !== undefined, registerPeriods }
    }
    case 'talent': {
      const talentPeriods = changed(periodsOf(highLevelTalent, person.talentPeriods, hiredOn), change)
      return { ...person, highLevelTalent: highLevelTalent && talentPeriods !== undefined, talentPeriods }
    }
    case 'quota':
      return { ...person, quotaPeriods: changed(person.quotaPeriods ?? [], change) }
    case 'hiredOn':
      return { ...person, hiredOn: from }
    case 'term': {
      // A term that begins on the day of one on record is that one, with another end.
      const isOther = (term: Period) => term.from !== from || (value === false && term.to !== to)
      const others = person.terms.filter(isOther)
      return { ...person, terms: inOrder(value === false ? others : [...others, { from, to }]) }
    }
    case 'post':
      return { ...person, posts: withPost(person, change) }
    case 'leave':
      return {
        ...person,
        leaves: inOrder([...(person.leaves ?? []), { from, to, kind: LeaveKind.parse(value) }]),
      }
  }
}

/** The person after a change, with the flags that hold on `today`. */
export const withRecorded = (person: Person, change: RecordedChange, today: string): Person =>
  asOfDay(dated(person, change), today)

/** The days after `today` on which a change comes into force, or ends. */
export const daysOf = ({ from, to }: RecordedChange, today: string): string[] =>
  [from, ...(to === undefined ? [] : [dayAfter(to)])].filter((day) => day > today)
