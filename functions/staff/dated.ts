import { Temporal } from 'temporal-polyfill'
import { edition2024 } from '../../rules/edition.ts'
import type { Period, Person } from './person.ts'
import { postTypeOn } from './posts.ts'

/** Whether a day lies in one of the periods. */
export const holdsOn = (periods: readonly Period[], day: string): boolean =>
  periods.some(({ from, to }) => from <= day && (to === undefined || day <= to))

/** A flag's value on a day: whether one of its periods holds then; without periods, the flag itself. */
export const flagOn = (flag: boolean, periods: readonly Period[] | undefined, day: string): boolean =>
  periods === undefined || periods.length === 0 ? flag : holdsOn(periods, day)

/** The person with the flags that their dates give on a day, as lists and pages show them. */
export const asOfDay = (person: Person, day: string): Person => ({
  ...person,
  ...(person.posts === undefined || person.posts.length === 0 ? {} : { postType: postTypeOn(person, day) }),
  leader: flagOn(person.leader, person.leaderPeriods, day),
  onRegister: flagOn(person.onRegister, person.registerPeriods, day),
  highLevelTalent: flagOn(person.highLevelTalent, person.talentPeriods, day),
})

/**
 * Whether a person's induction is arranged flexibly (Art. 9): who was high-level talent on any day of the time that it
 * has; by the flag alone where no dates are on record.
 */
export const isTalent = ({ highLevelTalent, talentPeriods = [], hiredOn }: Person): boolean => {
  if (talentPeriods.length === 0) return highLevelTalent
  const limit = Temporal.PlainDate.from(hiredOn).add({ months: edition2024.induction.limitMonths }).toString()
  return talentPeriods.some(({ from, to }) => from <= limit && (to === undefined || to >= hiredOn))
}
