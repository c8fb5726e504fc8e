import * as z from 'zod'
import { keys } from './keys.ts'
import { isNew, read, readAll, readPartition, type Table, type Write } from './table.ts'

/** Desks of the routes, and the roles without a desk. */
export const Role = z.enum(['institution', 'department', 'authority', 'auditor', 'operator'])
export type Role = z.infer<typeof Role>

export const Account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.email(),
  /** The person that this account belongs to, for people who are on a register. */
  staffId: z.string().optional(),
  roles: z.array(z.object({ role: Role, organisationId: z.string(), head: z.boolean().default(false) })),
})
export type Account = z.infer<typeof Account>

/** A new account with its seats at the desks. */
export const newAccount = (account: Account): Write[] => [
  { put: { ...keys.account(account.id), ...account }, when: isNew },
  ...account.roles.map(({ role, organisationId, head }) => ({
    put: { ...keys.seat(organisationId, role, account.id), accountId: account.id, head },
    when: isNew,
  })),
]

export const readAccount = async (table: Table, id: string): Promise<Account | undefined> => {
  const item = await read(table, keys.account(id))
  return item && Account.parse(item)
}

const Seat = z.object({ accountId: z.string(), head: z.boolean() })

/** Those who sit at an organisation's desk now; `headsOnly` where a matter was escalated. */
export const readDesk = async (
  table: Table,
  organisationId: string,
  role: Role,
  headsOnly = false,
): Promise<Account[]> => {
  const seats = (await readPartition(table, keys.organisation(organisationId).pk, `SEAT#${role}#`)).map(
    (item) => Seat.parse(item),
  )
  const heads = seats.filter((seat) => seat.head)
  // A desk without a named head is escalated to everyone at it: better twice told than never.
  const chosen = headsOnly && heads.length > 0 ? heads : seats
  const items = await readAll(
    table,
    chosen.map((seat) => keys.account(seat.accountId)),
  )
  return items.map((item) => Account.parse(item))
}
