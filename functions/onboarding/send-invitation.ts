import type { Actor } from '../organisations/account.ts'
import {
  type AccountRecord,
  type ActOnAccount,
  amendAccount,
  changeAccount,
  readAccountRecord,
} from '../organisations/account-record.ts'
import { endInvitation, linkExpiry, newInvitation, newToken } from '../organisations/invitation.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import type { SeatChange } from '../organisations/seat-change.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { AccountId } from '../platform/ids.ts'
import { toMail } from '../platform/letter.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, type Write, write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { belongingOf, mayManage } from './account-powers.ts'
import { type Inviter, invitationLetter } from './onboarding-letters.ts'
import { postLink } from './post-link.ts'

/** A new link that is not sent yet. Its token stands in no table and no log. */
export interface Link {
  readonly token: string
  readonly hash: string
  readonly sentAt: string
  readonly expiresAt: string
}

export const newLink = (clock: Clock): Link => {
  const token = newToken()
  return { token, hash: sha256(token), sentAt: timestamp(clock), expiresAt: linkExpiry(clock) }
}

/** An account with the link that is open for it now. */
export const withLink = (
  account: AccountRecord,
  { hash, sentAt, expiresAt }: Link,
): AccountRecord & { invitation: NonNullable<AccountRecord['invitation']> } => ({
  ...account,
  invitation: { hash, sentAt, expiresAt },
})

export const openLink = (accountId: AccountId, { hash, expiresAt }: Link): Write =>
  newInvitation({ hash, accountId, expiresAt })

/** Gives an account a new link in place of the one before: for one transaction. */
export const replaceLink = (
  before: AccountRecord,
  after: AccountRecord,
  link: Link,
  act: ActOnAccount,
  seats: readonly SeatChange[] = [],
): Write[] => [
  ...changeAccount(before, withLink(after, link), act, seats),
  ...endInvitation(before),
  openLink(before.id, link),
]

/** Notes that the mail server did not take a link; does nothing where a newer link has replaced it. */
const noteUndelivered = (table: Table, id: string, hash: string): Promise<AccountRecord | undefined> =>
  retryOnConflict(async () => {
    const account = await readAccountRecord(table, id)
    if (account?.invitation?.hash !== hash) return account
    const after = { ...account, invitation: { ...account.invitation, undelivered: true } }
    await write(table, amendAccount(account, after))
    return after
  })

/** Whoever invites, by the seat nearest to where the account belongs: there, above it, or whichever they have. */
const inviterOf = async (
  table: Table,
  { name, roles }: Actor,
  places: readonly Organisation[],
): Promise<Inviter> => {
  const isAt = (id: string) => places.some((one) => one.id === id)
  const isAbove = (id: string) => places.some(({ overseers }) => overseers.includes(id))
  const seat =
    roles.find(({ organisationId }) => isAt(organisationId)) ??
    roles.find(({ organisationId }) => isAbove(organisationId)) ??
    roles[0]
  const organisation = seat && (await readOrganisation(table, seat.organisationId))
  return { name, organisation: organisation?.name, role: seat?.role }
}

/** Mails a link to its account, and answers the account with the outcome; `by`: who sends it. */
export const mailLink = async (
  { mailer, table, publicUrl }: Pick<WritingHost, 'mailer' | 'table' | 'publicUrl'>,
  account: AccountRecord,
  { token, hash, expiresAt }: Link,
  by: Actor | undefined,
): Promise<AccountRecord> => {
  const { organisations, institution } = await belongingOf(table, account)
  const inviter =
    by && (await inviterOf(table, by, [...organisations, ...(institution ? [institution] : [])]))
  const seats = account.roles.map(({ role, head, organisationId }) => ({
    ...{ role, head },
    organisation: organisations.find(({ id }) => id === organisationId)?.name ?? organisationId,
  }))
  const letter = invitationLetter(
    { name: account.name, seats, institution, by: inviter, expiresAt },
    token,
    publicUrl,
  )
  const isTaken = await postLink(mailer, toMail(letter, `invitation-${hash.slice(0, 16)}`, [account.email]))
  return isTaken ? account : ((await noteUndelivered(table, account.id, hash)) ?? account)
}

/**
 * Sends an invitation again or, for an account in use, a link for a further login. The link before it ends.
 */
export const sendInvitation =
  (host: WritingHost) =>
  async (
    id: string,
    actor: Actor,
  ): Promise<
    Outcome<AccountRecord, 'INVITATION_CLOSED' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'OWN_RECORD' | 'SEAT_OWED'>
  > => {
    const { table, clock } = host
    const link = newLink(clock)
    const renewed = await retryOnConflict(async () => {
      const before = await readAccountRecord(table, id)
      const allowed = await mayManage(table, actor, before, 'give')
      if (!allowed.ok) return allowed
      if (before === undefined) return refuse('NOT_FOUND')
      if (before.status === 'suspended' || before.status === 'withdrawn') return refuse('INVITATION_CLOSED')
      const act = { at: link.sentAt, by: actor.id, what: 'invitation_sent' as const, reason: null }
      await write(table, replaceLink(before, before, link, act))
      return succeed(withLink(before, link))
    })
    return renewed.ok ? succeed(await mailLink(host, renewed.value, link, actor)) : renewed
  }
