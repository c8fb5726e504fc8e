import * as z from 'zod'
import type { Matrix } from '../platform/callers.ts'
import { AccountId, OrganisationId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { eventually, isNew, read, readAll, readPartition, type Table, type Write } from '../platform/table.ts'
import { type MachineScope, Role } from '../platform/terms.ts'
import { AccountStatus } from './account-status.ts'
import { accountIdsByClaim, moveClaims } from './claims.ts'
import { allDelegationsFrom, Delegation, isInForce } from './delegation.ts'
import { lendable, registerOf } from './loan.ts'

export const Account = z.object({
  id: AccountId,
  name: z.string(),
  email: z.email(),
  /** The person that this account belongs to, for people who are on a register. */
  staffId: StaffId.optional(),
  roles: z.array(z.object({ role: Role, organisationId: OrganisationId, head: z.boolean().default(false) })),
  /** `active` where nothing is said. */
  status: AccountStatus.optional(),
  /**
   * `binding`: only the logins bound to the account lead to it. Without it, an account of the version before:
   * its id is the subject of its login.
   */
  login: z.literal('binding').optional(),
})
export type Account = z.infer<typeof Account>

/** An account, and the others on record that are the same human's. */
export interface Human extends Pick<Account, 'id' | 'staffId'> {
  /** Accounts from before one address was one account: nobody decides their own matter by a second one (Art. 38). */
  readonly alsoAs?: readonly Pick<Account, 'id' | 'staffId'>[]
}

/** Someone who acts now: their account, and the colleagues whose tasks they hold today, with the seats of those. */
export interface Actor extends Account, Human {
  readonly standsInFor?: readonly (Account & Human)[]
  /** How far their own seats reach in this call, as its operation declares; undefined: as far as seats ever do. */
  readonly within?: Matrix | undefined
  /** Another system, not a person: it may call the operations of this scope alone. */
  readonly machine?: MachineScope
}

/** Whether someone can sign in to an account and act. */
export const mayAct = ({ status }: Pick<Account, 'status'>): boolean =>
  status === undefined || status === 'active'

/** An account with its seats; without any where nobody can sign in to it. */
const asItActs = (account: Account): Account => (mayAct(account) ? account : { ...account, roles: [] })

const parsed = (item: unknown): Account => asItActs(Account.parse(item))

/** A new account with its seats at the desks. */
export const newAccount = (account: Account): Write[] => [
  { put: { ...keys.account(account.id), ...account }, sealed: true, when: isNew },
  ...account.roles.map(({ role, organisationId, head }) => ({
    put: { ...keys.seat(organisationId, role, account.id), accountId: account.id, head },
    when: isNew,
  })),
  ...moveClaims(undefined, account),
]

/** An account with the seats by which it may act now. */
export const readAccount = async (table: Table, id: string): Promise<Account | undefined> => {
  const item = await read(table, keys.account(id))
  return item && parsed(item)
}

export const readAccounts = async (table: Table, ids: readonly string[]): Promise<Account[]> =>
  (await readAll(table, ids.map(keys.account))).map(parsed)

/** The other accounts with the address of one. */
const alsoAs = async (table: Table, { id, email }: Account): Promise<Pick<Human, 'alsoAs'>> => {
  const ids = await accountIdsByClaim(eventually(table), 'email', email)
  const others = await readAll(table, ids.filter((one) => one !== id).map(keys.account))
  if (others.length === 0) return {}
  return { alsoAs: others.map(parsed).map((other) => ({ id: other.id, staffId: other.staffId })) }
}

/**
 * An account with the tasks that were lent to it for this day: by their lenders' own seats, as they are now, and at
 * organisations that both belong to now. Nothing is lent on.
 */
export const readActor = async (table: Table, id: string, day: string): Promise<Actor | undefined> => {
  let account: Account | undefined
  const lenders: string[] = []
  for (const item of await readPartition(table, keys.account(id).pk)) {
    const sk = String(item.sk)
    if (sk === 'ACCOUNT') account = parsed(item)
    else if (sk.startsWith('DELEGATION#')) {
      const delegation = Delegation.parse(item)
      if (isInForce(delegation, day)) lenders.push(delegation.from.id)
    }
  }
  if (account === undefined || !mayAct(account)) return account
  // Whoever has neither a seat nor a loan decides nothing: nobody asks under which accounts they are known.
  if (account.roles.length === 0 && lenders.length === 0) return account
  const borrower = { ...account, ...(await alsoAs(table, account)) }
  if (lenders.length === 0) return borrower
  const register = await registerOf(table, account)
  const lent = (await readAccounts(table, [...new Set(lenders)])).flatMap((lender) => {
    const roles = lendable(lender, borrower, register)
    return roles.length === 0 ? [] : [{ ...lender, roles }]
  })
  return {
    ...borrower,
    standsInFor: await Promise.all(
      lent.map(async (lender) => ({ ...lender, ...(await alsoAs(table, lender)) })),
    ),
  }
}

/** The colleagues who hold an account's powers on a day. */
const readDelegates = async (table: Table, id: string, day: string): Promise<string[]> => {
  return (await allDelegationsFrom(table, id)).flatMap((delegation) =>
    isInForce(delegation, day) ? [delegation.to.id] : [],
  )
}

const Seat = z.object({ accountId: AccountId, head: z.boolean() })

/** Those of the accounts that can act on a day, in the order of the ids. */
const readActors = async (table: Table, ids: readonly string[], day: string): Promise<Actor[]> =>
  (await Promise.all(ids.map((id) => readActor(table, id, day)))).flatMap((actor) =>
    actor !== undefined && mayAct(actor) ? [actor] : [],
  )

/**
 * Who can act at an organisation's desk on a day: those who sit there and those to whom they lent their
 * powers; `headsOnly` after an escalation.
 */
export const readDesk = async (
  table: Table,
  organisationId: OrganisationId,
  role: Role,
  day: string,
  headsOnly = false,
): Promise<Actor[]> => {
  const seats = (await readPartition(table, keys.organisation(organisationId).pk, `SEAT#${role}#`)).map(
    (item) => Seat.parse(item),
  )
  const seated = await readActors(
    table,
    seats.map(({ accountId }) => accountId),
    day,
  )
  const heads = seated.filter(({ id }) => seats.some(({ accountId, head }) => head && accountId === id))
  // A desk without a head is escalated to everyone at it.
  const chosen = headsOnly && heads.length > 0 ? heads : seated
  const delegates = await Promise.all(chosen.map(({ id }) => readDelegates(table, id, day)))
  const others = [...new Set(delegates.flat())].filter((id) => !chosen.some((one) => one.id === id))
  const standIns = await readActors(table, others, day)
  // Of those to whom something was lent, whoever still holds tasks of this desk.
  return [
    ...chosen,
    ...standIns.filter(({ standsInFor = [] }) =>
      standsInFor.some(({ roles }) =>
        roles.some((seat) => seat.organisationId === organisationId && seat.role === role),
      ),
    ),
  ]
}
