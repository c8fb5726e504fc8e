import type { Period, Person } from './person.ts'
import { takesPost } from './posts.ts'
import { withRecorded } from './record-fact.ts'

const FACTS = { leader: 'leader', onRegister: 'register', highLevelTalent: 'talent' } as const

/** Periods that began with the hiring begin with it still, where its day was corrected. */
const moved = <P extends Period>(periods: readonly P[] | undefined, from: string, to: string) =>
  periods?.map((period) => (period.from === from ? { ...period, from: to } : period))

/**
 * A record whose flags were changed plainly, with the dates that follow: from today on, where they hold or end. What
 * was before stays as it was.
 */
export const withFollowingDates = (before: Person, after: Person, today: string): Person => {
  let person: Person =
    before.hiredOn === after.hiredOn
      ? after
      : {
          ...after,
          posts: moved(after.posts, before.hiredOn, after.hiredOn),
          leaderPeriods: moved(after.leaderPeriods, before.hiredOn, after.hiredOn),
          registerPeriods: moved(after.registerPeriods, before.hiredOn, after.hiredOn),
        }
  for (const flag of ['leader', 'onRegister', 'highLevelTalent'] as const)
    if (before[flag] !== after[flag])
      person = {
        ...withRecorded(
          { ...person, [flag]: before[flag] },
          { fact: FACTS[flag], from: today, value: after[flag] },
          today,
        ),
        [flag]: after[flag],
      }
  return before.postType === after.postType
    ? person
    : {
        ...takesPost({ ...person, postType: before.postType }, after.postType, today, today),
        postType: after.postType,
      }
}
