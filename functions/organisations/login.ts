import * as z from 'zod'
import { sha256 } from '../platform/identifiers.ts'
import { AccountId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { isNew, read, type Table, type Write } from '../platform/table.ts'
import { readAccount } from './account.ts'

/** A login as the identity provider speaks of it: the authorizer in front of the functions has verified it. */
export interface Login {
  readonly issuer: string
  readonly subject: string
  /** Whatever else the token says. */
  readonly claims: Readonly<Record<string, unknown>>
}

/** The key is a hash, because a subject may be a person's address or number. */
const keyOf = ({ issuer, subject }: Pick<Login, 'issuer' | 'subject'>) =>
  keys.login(sha256(`${issuer}\n${subject}`))

const Binding = z.object({ accountId: AccountId })

/** Binds a login to an account, once and for all. */
export const bindLogin = (login: Login, accountId: AccountId, at: string): Write => ({
  put: { ...keyOf(login), accountId, issuer: login.issuer, boundAt: at },
  when: isNew,
})

/** The account that a login was bound to. */
export const boundTo = async (table: Table, login: Login): Promise<string | undefined> => {
  const item = await read(table, keyOf(login))
  return item && Binding.parse(item).accountId
}

/**
 * The account of a login: the one it is bound to, else an account of the version before whose id is the
 * login's subject. An account with bindings is never found by its id.
 */
export const accountOf = async (table: Table, login: Login): Promise<string | undefined> => {
  const bound = await boundTo(table, login)
  if (bound !== undefined) return bound
  const account = await readAccount(table, login.subject)
  return account !== undefined && account.login === undefined ? account.id : undefined
}
