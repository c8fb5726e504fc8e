import type { Actor } from '../organisations/account.ts'
import { type AccountRecord, changeAccount, readAccountRecord } from '../organisations/account-record.ts'
import { endInvitation } from '../organisations/invitation.ts'
import { type SeatChange, seatChangesAt } from '../organisations/seat-change.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { changePerson } from '../staff/person-change.ts'
import { readStaff } from '../staff/staff.ts'
import { mayManage } from './account-powers.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

/** Who ends or resumes an account, and why. */
interface Why {
  readonly by: Actor
  readonly reason: string
}

type Refused = 'NOT_ALLOWED' | 'NOT_FOUND' | 'OWN_RECORD' | 'WRONG_STATE'

/** Whether an actor may take away what an account may do; whom they owe their own seat to does not matter. */
const mayEnd = async (
  table: Table,
  actor: Actor,
  account: AccountRecord | undefined,
): Promise<Outcome<AccountRecord, Exclude<Refused, 'WRONG_STATE'>>> => {
  const allowed = await mayManage(table, actor, account, 'end')
  if (allowed.ok) return account === undefined ? refuse('NOT_FOUND') : succeed(account)
  return allowed.code === 'SEAT_OWED' ? refuse('NOT_ALLOWED') : refuse(allowed.code)
}

/** Suspends an account: nobody acts by it, its seats count no more, and its open link is removed. */
export const suspendAccount =
  ({ table, clock }: Deps) =>
  (id: string, { by, reason }: Why): Promise<Outcome<AccountRecord, Refused>> =>
    retryOnConflict(async () => {
      const found = await mayEnd(table, by, await readAccountRecord(table, id))
      if (!found.ok) return found
      const before = found.value
      if (before.status === 'withdrawn') return refuse('WRONG_STATE')
      if (before.status === 'suspended') return succeed(before)
      const after: AccountRecord = { ...before, status: 'suspended', invitation: undefined }
      const act = { at: timestamp(clock), by: by.id, what: 'suspended' as const, reason }
      await write(table, [...changeAccount(before, after, act), ...endInvitation(before)])
      return succeed(after)
    })

/** Resumes a suspended account: active, or invited where nobody had signed in to it. */
export const resumeAccount =
  ({ table, clock }: Deps) =>
  (id: string, { by, reason }: Why): Promise<Outcome<AccountRecord, Refused | 'SEAT_OWED'>> =>
    retryOnConflict(async () => {
      const before = await readAccountRecord(table, id)
      const allowed = await mayManage(table, by, before, 'give')
      if (!allowed.ok) return allowed
      if (before === undefined) return refuse('NOT_FOUND')
      if (before.status === 'withdrawn') return refuse('WRONG_STATE')
      if (before.status !== 'suspended') return succeed(before)
      const hasLogin = before.login === undefined || before.boundAt !== undefined
      const after: AccountRecord = { ...before, status: hasLogin ? 'active' : 'invited' }
      const act = { at: timestamp(clock), by: by.id, what: 'resumed' as const, reason }
      await write(table, changeAccount(before, after, act))
      return succeed(after)
    })

/** The changes that take an account's seats: they go on record with the account. */
const seatsTaken = (table: Table, { id, roles }: AccountRecord, at: string, { by, reason }: Why) =>
  Promise.all(
    roles.map(async ({ organisationId, role, head }): Promise<SeatChange> => {
      const sequence = (await seatChangesAt(table, organisationId)).length + 1
      return {
        ...{ organisationId, sequence, accountId: id, role, before: { head }, after: null },
        ...{ at, by: by.id, reason },
      }
    }),
  )

/** The person's record without the account, so that they can be invited anew. */
const personFreed = async (table: Table, { id, staffId }: AccountRecord, at: string, { by, reason }: Why) => {
  const staff = staffId === undefined ? undefined : await readStaff(table, staffId)
  if (staff === undefined || staff.person.accountId !== id) return []
  const act = { at, by: by.id, what: 'invitation_withdrawn', reason }
  return changePerson(staff, { ...staff.person, accountId: undefined }, act)
}

/** Withdraws an unused invitation: the account ends for good, with its seats. */
export const withdrawInvitation =
  ({ table, clock }: Deps) =>
  (id: string, why: Why): Promise<Outcome<AccountRecord, Refused>> =>
    retryOnConflict(async () => {
      const found = await mayEnd(table, why.by, await readAccountRecord(table, id))
      if (!found.ok) return found
      const before = found.value
      if (before.status === 'withdrawn') return succeed(before)
      if (before.login === undefined || before.boundAt !== undefined) return refuse('WRONG_STATE')
      const at = timestamp(clock)
      const after: AccountRecord = { ...before, status: 'withdrawn', roles: [], invitation: undefined }
      const act = { at, by: why.by.id, what: 'invitation_withdrawn' as const, reason: why.reason }
      await write(table, [
        ...changeAccount(before, after, act, await seatsTaken(table, before, at, why)),
        ...endInvitation(before),
        ...before.roles.map(({ organisationId, role }) => ({
          remove: keys.seat(organisationId, role, id),
          when: { expression: 'attribute_exists(pk)' },
        })),
        ...(await personFreed(table, before, at, why)),
      ])
      return succeed(after)
    })
