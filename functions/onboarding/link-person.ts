import type { Actor } from '../organisations/account.ts'
import { type AccountRecord, changeAccount, readAccountRecord } from '../organisations/account-record.ts'
import { registrarRefusal } from '../persons/registrar.ts'
import { timestamp } from '../platform/clock.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { refusals } from '../platform/refusal-table.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { findStaff } from '../staff/find-staff.ts'
import { nameKey } from '../staff/name-key.ts'
import { changePerson } from '../staff/person-change.ts'
import { mayManage } from './account-powers.ts'
import type { LinkPersonBody } from './api.ts'
import { invitationFaults } from './words.ts'

type Refused =
  | 'INPUT_INVALID'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'OWN_RECORD'
  | 'PERSON_HAS_ACCOUNT'
  | 'SEAT_OWED'
  | 'WRONG_STATE'

/**
 * Says which person on a register an account is: for whoever was given a seat before they stood there. By whoever may act
 * on the account and keeps the person's register, never on their own; a second account would let one decide on what
 * the other filed (Art. 38). The names have to agree. A repeat changes nothing.
 */
export const linkPerson =
  ({ table, clock }: Pick<RecordsHost, 'table' | 'clock'>) =>
  (id: string, { staffId, reason }: LinkPersonBody, actor: Actor): Promise<Outcome<AccountRecord, Refused>> =>
    retryOnConflict(async () => {
      const before = await readAccountRecord(table, id)
      const allowed = await mayManage(table, actor, before, 'give')
      if (!allowed.ok) return allowed
      if (before === undefined) return refuse('NOT_FOUND')
      if (before.staffId === staffId) return succeed(before)
      const isOpen = before.status === 'invited' || before.status === 'active'
      if (!isOpen || before.staffId !== undefined) return refuse('WRONG_STATE')
      const found = await findStaff(table, staffId, actor)
      if (!found.ok) return found
      const { staff, institution } = found.value
      const { person } = staff
      const refusal = registrarRefusal(actor, institution, staffId)
      if (refusal !== undefined) return refusal
      const unfit = !person.onRegister
        ? invitationFaults.leftRegister
        : nameKey(person.name) === nameKey(before.name)
          ? undefined
          : invitationFaults.otherName
      if (unfit !== undefined)
        return refuse('INPUT_INVALID', { errors: [{ pointer: '/staffId', detail: unfit }] })
      const holder =
        person.accountId === undefined ? undefined : await readAccountRecord(table, person.accountId)
      if (holder !== undefined && holder.status !== 'withdrawn')
        return refuse('PERSON_HAS_ACCOUNT', {
          errors: [{ pointer: '/staffId', detail: refusals.PERSON_HAS_ACCOUNT.title }],
          details: { accountId: holder.id },
        })
      const after: AccountRecord = { ...before, staffId, employeeNumber: person.staffNo }
      const act = { at: timestamp(clock), by: actor.id, reason }
      await write(table, [
        ...changeAccount(before, after, { ...act, what: 'person_linked' }),
        ...changePerson(staff, { ...person, accountId: id }, { ...act, what: 'account_linked' }),
      ])
      return succeed(after)
    })
