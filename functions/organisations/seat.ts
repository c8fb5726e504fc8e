import * as z from 'zod'
import { keys } from '../platform/keys.ts'
import { type Item, read, readPartition, type Table, type Write } from '../platform/table.ts'
import { Role } from '../platform/terms.ts'
import { Account } from './account.ts'

/** A seat at an organisation: whose, at which desk, and whether as its head. */
export interface Seat {
  readonly accountId: string
  readonly role: Role
  readonly head: boolean
}

const SeatItem = z.object({ sk: z.string(), accountId: z.string(), head: z.boolean() })

/** Everyone who sits at an organisation, at any of its desks. */
export const seatsAt = async (table: Table, organisationId: string): Promise<Seat[]> =>
  (await readPartition(table, keys.organisation(organisationId).pk, 'SEAT#')).map((item) => {
    const { sk, accountId, head } = SeatItem.parse(item)
    return { accountId, head, role: Role.parse(sk.split('#')[1]) }
  })

/** An account as the table holds it: every attribute is kept when its seats change. */
export const readAccountItem = (table: Table, accountId: string): Promise<Item | undefined> =>
  read(table, keys.account(accountId))

/** The account with other seats, unless they were changed since it was read. */
const withRoles = (account: Item, roles: Account['roles']): Write => ({
  put: { ...account, roles },
  when: {
    expression: 'attribute_exists(pk) AND #roles = :roles',
    names: { '#roles': 'roles' },
    values: { ':roles': account.roles },
  },
})

/** Gives an account a seat, or makes it a head or no head: its item and the organisation's in one transaction. */
export const putSeat = (account: Item, organisationId: string, { accountId, role, head }: Seat): Write[] => {
  const { roles } = Account.parse(account)
  const others = roles.filter((seat) => seat.organisationId !== organisationId || seat.role !== role)
  return [
    withRoles(account, [...others, { role, organisationId, head }]),
    {
      put: { ...keys.seat(organisationId, role, accountId), accountId, head },
      when: { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' },
    },
  ]
}

/** Takes a seat away. */
export const removeSeat = (
  account: Item,
  organisationId: string,
  { accountId, role }: Omit<Seat, 'head'>,
): Write[] => {
  const { roles } = Account.parse(account)
  return [
    withRoles(
      account,
      roles.filter((seat) => seat.organisationId !== organisationId || seat.role !== role),
    ),
    { remove: keys.seat(organisationId, role, accountId), when: { expression: 'attribute_exists(pk)' } },
  ]
}
