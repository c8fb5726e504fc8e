import type { AccountId, StaffId } from '../platform/ids.ts'
import type { Human } from './account.ts'

/** Every account by which somebody is known here, the one they act by first. */
export const accountsOf = ({ id, staffId, alsoAs = [] }: Human): readonly Pick<Human, 'id' | 'staffId'>[] => [
  { id, staffId },
  ...alsoAs,
]

/** Whether an account is somebody's, be it a second one of theirs. */
export const isAccountOf = (human: Human, accountId: AccountId): boolean =>
  accountsOf(human).some(({ id }) => id === accountId)

/** Whether somebody is the person on a register, by whichever of their accounts. */
export const isPersonOf = (human: Human, staffId: StaffId | undefined): boolean =>
  staffId !== undefined && accountsOf(human).some((one) => one.staffId === staffId)
