import { isDesk } from '../platform/callers.ts'
import { addDays, timestamp, today } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import { base32, digest } from '../platform/identifiers.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { type Account, type Actor, readAccount } from './account.ts'
import {
  allDelegationsFrom,
  type Delegation,
  delegationsTo,
  endDelegation,
  LONGEST_LOAN_DAYS,
  newDelegation,
} from './delegation.ts'
import { delegationLetter } from './delegation-letter.ts'
import { hasNoDesk, lendable, registerOf } from './loan.ts'
import { delegationFaults } from './words.ts'

export interface Delegate {
  readonly to: string
  readonly startsOn: string
  readonly endsOn: string
  readonly reason?: string | undefined
}

const faultsOf = (
  { startsOn, endsOn }: Delegate,
  to: Account | undefined,
  isColleague: boolean,
  day: string,
): FieldFault[] => {
  const faults: FieldFault[] = []
  if (to !== undefined && hasNoDesk(to)) faults.push({ pointer: '/to', detail: delegationFaults.noDesk })
  else if (!isColleague)
    faults.push({
      pointer: '/to',
      detail: delegationFaults.noColleague,
    })
  if (endsOn > addDays(startsOn, LONGEST_LOAN_DAYS - 1))
    faults.push({ pointer: '/endsOn', detail: delegationFaults.tooLong(LONGEST_LOAN_DAYS) })
  if (endsOn < startsOn)
    faults.push({
      pointer: '/endsOn',
      detail: inputFaults.endBeforeStart,
    })
  if (endsOn < day)
    faults.push({
      pointer: '/endsOn',
      detail: delegationFaults.over,
    })
  return faults
}

/** Whether a delegation lends the same powers to the same colleague for the same days. */
const isSame = ({ to, startsOn, endsOn }: Delegation, command: Delegate): boolean =>
  to.id === command.to && startsOn === command.startsOn && endsOn === command.endsOn

/**
 * Lends a colleague one's tasks at the desks, from one day to another (委托): nothing but tasks, never those that were
 * lent to oneself, and to nobody who audits or operates. Asked again for the same days, it is the delegation that stands; once that was taken
 * back, it is another.
 */
export const delegate =
  ({ table, clock, mailer, publicUrl }: WritingHost) =>
  async (
    command: Delegate,
    actor: Actor,
  ): Promise<Outcome<Delegation, 'DELEGATION_REFUSED' | 'NOT_ALLOWED'>> => {
    if (!actor.roles.some(({ role }) => isDesk(role))) return refuse('NOT_ALLOWED')
    const to = await readAccount(table, command.to)
    const isColleague =
      to !== undefined && to.id !== actor.id && lendable(actor, to, await registerOf(table, to)).length > 0
    const faults = faultsOf(command, to, isColleague, today(clock))
    if (to === undefined || faults.length > 0) return refuse('DELEGATION_REFUSED', { errors: faults })
    const { delegation, isNew } = await retryOnConflict(async () => {
      const lent = (await delegationsTo(table, to.id)).filter(
        (one) => one.from.id === actor.id && isSame(one, command),
      )
      const standing = lent.find(({ revokedAt }) => revokedAt === undefined)
      if (standing !== undefined) return { delegation: standing, isNew: false }
      // The name counts earlier delegations, revoked ones included: the second of two calls at once finds the
      // first one's.
      const name = [actor.id, to.id, command.startsOn, command.endsOn, String(lent.length)].join('\n')
      const made: Delegation = {
        id: `d${base32(digest(name), 16)}`,
        from: { id: actor.id, name: actor.name },
        to: { id: to.id, name: to.name },
        startsOn: command.startsOn,
        endsOn: command.endsOn,
        ...(command.reason === undefined ? {} : { reason: command.reason }),
        createdAt: timestamp(clock),
      }
      await write(table, [newDelegation(made)])
      return { delegation: made, isNew: true }
    })
    if (isNew)
      await postMail(
        { mailer, table, clock },
        toMail(delegationLetter(delegation, publicUrl), `delegation-${delegation.id}`, [to.email]),
      )
    return succeed(delegation)
  }

/** The lender takes their tasks back before the time, whichever loan it is. */
export const endLoan =
  ({ table, clock }: Pick<WritingHost, 'table' | 'clock'>) =>
  async (id: string, actor: Actor): Promise<Outcome<Delegation, 'NOT_FOUND'>> => {
    const delegation = (await allDelegationsFrom(table, actor.id)).find((one) => one.id === id)
    if (delegation === undefined) return refuse('NOT_FOUND')
    if (delegation.revokedAt !== undefined) return succeed(delegation)
    const at = timestamp(clock)
    try {
      await write(table, [endDelegation(delegation, at)])
    } catch (error) {
      // Someone revoked it at the same moment: it is revoked.
      if (!(error instanceof ConditionFailedError)) throw error
    }
    return succeed({ ...delegation, revokedAt: at })
  }
