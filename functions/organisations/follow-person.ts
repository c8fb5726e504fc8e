import type { AccountId, OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import type { Table, Write } from '../platform/table.ts'
import { type AccountRecord, changeAccount, readAccountRecord } from './account-record.ts'
import { endInvitation } from './invitation.ts'
import type { RegisterAct } from './register-change.ts'
import { type SeatChange, seatChangesAt } from './seat-change.ts'

/** As much of a person's record as their account must know. */
interface Followed {
  readonly accountId?: AccountId | undefined
  readonly institutionId: OrganisationId
  readonly name: string
  readonly onRegister: boolean
  readonly staffNo?: string | undefined
}

const isOpen = ({ status }: AccountRecord): boolean => status !== 'suspended' && status !== 'withdrawn'

/** The seats that end with a change of a person's record: all of them who leaves, those at the old institution who moves. */
const endedBy = (before: Followed, after: Followed, { roles }: AccountRecord): AccountRecord['roles'] => {
  if (before.onRegister && !after.onRegister) return roles
  return before.institutionId === after.institutionId
    ? []
    : roles.filter(({ organisationId }) => organisationId === before.institutionId)
}

/** What takes seats away, and what goes on record of it with the account, which is written beside it. */
const seatsEnded = async (
  table: Table,
  accountId: AccountId,
  seats: AccountRecord['roles'],
  { at, by, reason }: RegisterAct,
): Promise<{ readonly changes: SeatChange[]; readonly writes: Write[] }> => {
  const places = [...new Set(seats.map(({ organisationId }) => organisationId))]
  const numbers = new Map(
    await Promise.all(places.map(async (id) => [id, (await seatChangesAt(table, id)).length] as const)),
  )
  return {
    changes: seats.map(({ organisationId, role, head }) => {
      const sequence = (numbers.get(organisationId) ?? 0) + 1
      numbers.set(organisationId, sequence)
      return {
        ...{ organisationId, sequence, accountId, role, before: { head }, after: null },
        ...{ at, by, reason },
      }
    }),
    writes: seats.map(({ organisationId, role }) => ({
      remove: keys.seat(organisationId, role, accountId),
      when: { expression: 'attribute_exists(pk)' },
    })),
  }
}

/**
 * What a change of a person's record means for their account, for the same transaction: who leaves the register has no
 * account to act with any more, and no seats; who moves to another institution leaves their seats at the old one, and
 * with them whatever they lent; a name and a number go along.
 */
export const followPerson = async (
  table: Table,
  before: Followed,
  after: Followed,
  registerAct: RegisterAct,
): Promise<Write[]> => {
  const { at, by, reason } = registerAct
  const leaves = before.onRegister && !after.onRegister
  const differs = before.name !== after.name || before.staffNo !== after.staffNo
  const moves = before.institutionId !== after.institutionId
  if (after.accountId === undefined || (!leaves && !differs && !moves)) return []
  const account = await readAccountRecord(table, after.accountId)
  if (account === undefined) return []
  const ended = endedBy(before, after, account)
  if (!leaves && !differs && ended.length === 0) return []
  const named = {
    ...account,
    name: after.name,
    employeeNumber: after.staffNo,
    roles: account.roles.filter((seat) => !ended.includes(seat)),
  }
  const seats = await seatsEnded(table, account.id, ended, registerAct)
  if (!leaves || !isOpen(account))
    return [
      ...changeAccount(account, named, { at, by, reason, what: 'followed' }, seats.changes),
      ...seats.writes,
    ]
  return [
    ...seats.writes,
    ...changeAccount(
      account,
      { ...named, status: 'suspended', invitation: undefined },
      { at, by, reason, what: 'suspended' },
      seats.changes,
    ),
    ...endInvitation(account),
  ]
}
