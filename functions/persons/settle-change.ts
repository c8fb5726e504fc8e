import canonicalize from 'canonicalize'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { logger } from '../platform/logger.ts'
import type { Write } from '../platform/table.ts'
import { settleMarked } from '../settlement/settle-if-due.ts'
import type { Person } from '../staff/person.ts'
import { markUnsettled } from '../staff/unsettled.ts'

/**
 * Whether the rules see a difference between a record and what it became: in anything but names and places, and in
 * what desks weigh and no rule does (Art. 39(6)).
 */
const weighs = (person: Person) => {
  const { postType, leader, onRegister, hiredOn, highLevelTalent, terms, postChanges } = person
  const { posts, leaderPeriods, registerPeriods, talentPeriods } = person
  return canonicalize({
    ...{ postType, leader, onRegister, hiredOn, highLevelTalent, terms, postChanges },
    ...{ posts, leaderPeriods, registerPeriods, talentPeriods },
  })
}
const isWeighty = (before: Person, after: Person): boolean => weighs(before) !== weighs(after)

const occasionOf = ({ id, version }: Person): string => `register-${id}-${version}`

/**
 * For the transaction of a change of record: marks the person as unsettled, where the rules see a difference.
 */
export const markChange = (before: Person, after: Person, at: string): Write[] =>
  isWeighty(before, after)
    ? [markUnsettled({ staffId: after.id, occasion: occasionOf(after), since: at })]
    : []

/**
 * Settles the person after such a change. Where that fails the mark stays, and the reconciler settles them.
 */
export const settleChange = async (deps: DecidingHost, before: Person, after: Person): Promise<void> => {
  if (!isWeighty(before, after)) return
  try {
    await settleMarked(deps, after.id, occasionOf(after))
  } catch (error) {
    logger.error('What a change of the register makes due could not be started; the reconciler will.', {
      error,
    })
  }
}
