import { type AccountRecord, readAccountRecords } from '../organisations/account-record.ts'
import { accountIdsByClaim } from '../organisations/claims.ts'
import { endInvitation } from '../organisations/invitation.ts'
import { accountOf, type Login } from '../organisations/login.ts'
import { timestamp } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { bindingWrites } from './bind-invitation.ts'
import type { BindingHost } from './binding-host.ts'
import type { IdentityClaim } from './identity-claim.ts'

/** The claim's value in a token; an address counts only when the provider has verified it. */
const saidBy = ({ claims }: Login, { claim, kind }: IdentityClaim): string | undefined => {
  const value = claims[claim]
  if (typeof value !== 'string' || value.trim() === '') return undefined
  // The authorizer in front of a function hands every claim on as text.
  const isVerified = claims.email_verified === true || claims.email_verified === 'true'
  return kind === 'email' && !isVerified ? undefined : value
}

/** The one account that a token's claim names; withdrawn accounts are left out. */
const speaksOf = async (
  table: Table,
  login: Login,
  by: IdentityClaim,
): Promise<Outcome<AccountRecord, 'ACCOUNT_SUSPENDED' | 'ACCOUNT_UNKNOWN' | 'CLAIM_AMBIGUOUS'>> => {
  const value = saidBy(login, by)
  if (value === undefined) return refuse('ACCOUNT_UNKNOWN')
  const accounts = await readAccountRecords(table, await accountIdsByClaim(table, by.kind, value))
  const [account, other] = accounts.filter(({ status }) => status !== 'withdrawn')
  if (account === undefined) return refuse('ACCOUNT_UNKNOWN')
  if (other !== undefined) return refuse('CLAIM_AMBIGUOUS')
  return account.status === 'suspended' ? refuse('ACCOUNT_SUSPENDED') : succeed(account)
}

/**
 * Binds a login to the one account that its token's claim names, where the deployment has chosen a claim. A
 * login that has an account is answered with it.
 */
export const bindByClaim =
  ({ table, clock, identityClaim }: BindingHost) =>
  (
    login: Login,
  ): Promise<Outcome<AccountRecord, 'ACCOUNT_SUSPENDED' | 'ACCOUNT_UNKNOWN' | 'CLAIM_AMBIGUOUS'>> =>
    retryOnConflict(async () => {
      const known = await accountOf(table, login)
      const [record] = known === undefined ? [] : await readAccountRecords(table, [known])
      if (record !== undefined) return succeed(record)
      if (identityClaim === undefined) return refuse('ACCOUNT_UNKNOWN')
      const found = await speaksOf(table, login, identityClaim)
      if (!found.ok) return found
      const { after, writes } = bindingWrites(found.value, login, {
        at: timestamp(clock),
        reason: identityClaim.kind,
      })
      await write(table, [...writes, ...endInvitation(found.value)])
      return succeed(after)
    })
