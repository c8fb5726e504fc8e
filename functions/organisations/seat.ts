import * as z from 'zod'
import { AccountId, type OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { always, read, readPartition, type Table, type Write } from '../platform/table.ts'
import { Role } from '../platform/terms.ts'
import { type AccountRecord, amendAccount } from './account-record.ts'
import type { SeatChange } from './seat-change.ts'

/** A seat at an organisation: whose, at which desk, and whether as its head. */
export interface Seat {
  readonly accountId: AccountId
  readonly role: Role
  readonly head: boolean
  /** The account that gave the seat; undefined where that was not recorded. */
  readonly givenBy?: string | undefined
}

const SeatItem = z.object({
  sk: z.string(),
  accountId: AccountId,
  head: z.boolean(),
  givenBy: z.string().optional(),
})

/** Everyone who sits at an organisation, at any of its desks. */
export const seatsAt = async (table: Table, organisationId: OrganisationId): Promise<Seat[]> =>
  (await readPartition(table, keys.organisation(organisationId).pk, 'SEAT#')).map((item) => {
    const { sk, accountId, head, givenBy } = SeatItem.parse(item)
    return { accountId, head, givenBy, role: Role.parse(sk.split('#')[1]) }
  })

/** The accounts that gave an account its seats; undefined for a seat without a known giver. */
export const giversOf = async (
  table: Table,
  accountId: AccountId,
  seats: readonly AccountRecord['roles'][number][],
): Promise<(string | undefined)[]> =>
  (
    await Promise.all(
      seats.map(({ organisationId, role }) => read(table, keys.seat(organisationId, role, accountId))),
    )
  ).map((item) => (item === undefined ? undefined : SeatItem.parse(item).givenBy))

/** The account with other seats, and who changed them. */
const withRoles = (account: AccountRecord, roles: AccountRecord['roles'], change: SeatChange): Write[] =>
  amendAccount(account, { ...account, roles }, [change])

/** The organisation's own item of a seat. */
export const seatItem = (
  organisationId: OrganisationId,
  { accountId, role, head, givenBy }: Seat,
  when: Write['when'] = always,
): Write => ({
  put: { ...keys.seat(organisationId, role, accountId), accountId, head, givenBy },
  when,
})

/** Gives an account a seat, or makes it a head or no head: its item, the organisation's and the change's in one transaction. */
export const putSeat = (
  account: AccountRecord,
  organisationId: OrganisationId,
  seat: Seat,
  change: SeatChange,
): Write[] => {
  const { role, head } = seat
  const others = account.roles.filter((one) => one.organisationId !== organisationId || one.role !== role)
  return [
    ...withRoles(account, [...others, { role, organisationId, head }], change),
    seatItem(organisationId, { ...seat, accountId: account.id }),
  ]
}

/** Takes a seat away. */
export const removeSeat = (
  account: AccountRecord,
  organisationId: OrganisationId,
  { role }: Pick<Seat, 'role'>,
  change: SeatChange,
): Write[] => [
  ...withRoles(
    account,
    account.roles.filter((seat) => seat.organisationId !== organisationId || seat.role !== role),
    change,
  ),
  { remove: keys.seat(organisationId, role, account.id), when: { expression: 'attribute_exists(pk)' } },
]
