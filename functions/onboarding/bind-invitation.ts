import {
  type AccountRecord,
  type ActOnAccount,
  changeAccount,
  readAccountRecord,
} from '../organisations/account-record.ts'
import { type Invitation, isOver, readInvitation, spendInvitation } from '../organisations/invitation.ts'
import { accountOf, bindLogin, type Login } from '../organisations/login.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, type Write, write } from '../platform/table.ts'
import { belongingOf } from './account-powers.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
}

type Unusable = 'ALREADY_BOUND' | 'LINK_EXPIRED' | 'NOT_FOUND'

/** The open invitation of a token and the account that it is for. */
const findInvitation = async (
  { table, clock }: Deps,
  token: string,
): Promise<Outcome<{ invitation: Invitation; account: AccountRecord }, Unusable>> => {
  const invitation = await readInvitation(table, token)
  if (invitation === undefined) return refuse('NOT_FOUND')
  if (invitation.boundAt !== undefined) return refuse('ALREADY_BOUND')
  if (isOver(invitation, clock)) return refuse('LINK_EXPIRED')
  const account = await readAccountRecord(table, invitation.accountId)
  // A suspension, a withdrawal or a newer link takes the account's link away: the old one finds nobody.
  if (account?.invitation?.hash === invitation.hash) return succeed({ invitation, account })
  // Somebody may have used it between the two reads.
  const now = await readInvitation(table, token)
  return refuse(now?.boundAt === undefined ? 'NOT_FOUND' : 'ALREADY_BOUND')
}

/** Whom an invitation is for. */
export const viewInvitation = (deps: Deps) => async (token: string) => {
  const found = await findInvitation(deps, token)
  if (!found.ok) return found
  const { account, invitation } = found.value
  const { organisations } = await belongingOf(deps.table, account)
  return succeed({
    name: account.name,
    expiresAt: invitation.expiresAt,
    seats: account.roles.map(({ role, head, organisationId }) => ({
      ...{ role, head },
      organisation: {
        id: organisationId,
        name: organisations.find(({ id }) => id === organisationId)?.name ?? organisationId,
      },
    })),
  })
}

/** The writes that bind a login to an account; the caller adds what becomes of the invitation. */
export const bindingWrites = (
  account: AccountRecord,
  login: Login,
  { at, reason }: Pick<ActOnAccount, 'at' | 'reason'>,
): { readonly after: AccountRecord; readonly writes: Write[] } => {
  const after: AccountRecord = {
    ...account,
    status: 'active',
    boundAt: account.boundAt ?? at,
    invitation: undefined,
  }
  const act = { at, by: account.id, what: 'bound' as const, reason }
  return { after, writes: [bindLogin(login, account.id, at), ...changeAccount(account, after, act)] }
}

/** Binds a login to the invited account, once; of two who use the link at the same time, one succeeds. */
export const bindInvitation =
  (deps: Deps) =>
  (token: string, login: Login): Promise<Outcome<AccountRecord, Unusable | 'LOGIN_TAKEN'>> =>
    retryOnConflict(async () => {
      const found = await findInvitation(deps, token)
      if (!found.ok) return found
      if ((await accountOf(deps.table, login)) !== undefined) return refuse('LOGIN_TAKEN')
      const at = timestamp(deps.clock)
      const { invitation, account } = found.value
      const { after, writes } = bindingWrites(account, login, { at, reason: null })
      await write(deps.table, [...writes, spendInvitation(invitation, at)])
      return succeed(after)
    })
