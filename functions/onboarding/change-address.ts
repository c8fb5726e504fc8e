import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { type AccountRecord, changeAccount, readAccountRecord } from '../organisations/account-record.ts'
import { claimValue } from '../organisations/claims.ts'
import { isOver } from '../organisations/invitation.ts'
import { holderOfAddress, takeAddress } from '../organisations/take-address.ts'
import { timestamp } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import { AccountId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { toMail } from '../platform/letter.ts'
import { postMail } from '../platform/post-mail.ts'
import { refusals } from '../platform/refusal-table.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { isNew, read, type Table, type Write, write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { mayManage } from './account-powers.ts'
import { newAddressLetter, oldAddressLetter } from './onboarding-letters.ts'
import { postLink } from './post-link.ts'
import { type Link, mailLink, newLink, replaceLink, withLink } from './send-invitation.ts'

/** A new address of an account that waits for its confirmation, by a link in the mail sent there. */
const NewAddress = z.object({
  hash: z.string(),
  accountId: AccountId,
  email: z.string(),
  expiresAt: z.string(),
  confirmedAt: z.string().optional(),
})
type NewAddress = z.infer<typeof NewAddress>

const readNewAddress = async (table: Table, token: string): Promise<NewAddress | undefined> => {
  const item = await read(table, keys.newAddress(sha256(token)))
  return item && NewAddress.parse(item)
}

/** Removes the account's unconfirmed new address, which a later one replaces. */
const endNewAddress = ({ newAddress }: AccountRecord): Write[] =>
  newAddress === undefined
    ? []
    : [{ remove: keys.newAddress(newAddress), when: { expression: 'attribute_not_exists(confirmedAt)' } }]

interface Changed {
  readonly id: string
  readonly confirmed: boolean
  readonly delivered: boolean
}

type Refused = 'ADDRESS_HAS_ACCOUNT' | 'INVITATION_CLOSED' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'SEAT_OWED'

const taken = (pointer: string) =>
  refuse('ADDRESS_HAS_ACCOUNT', { errors: [{ pointer, detail: refusals.ADDRESS_HAS_ACCOUNT.title }] })

/** The account, for its owner and for those who may act on it. */
const find = async (
  table: Table,
  id: string,
  actor: Actor,
): Promise<Outcome<AccountRecord, Exclude<Refused, 'ADDRESS_HAS_ACCOUNT' | 'INVITATION_CLOSED'>>> => {
  const account = await readAccountRecord(table, id)
  if (account === undefined) return refuse('NOT_FOUND')
  if (actor.id === id) return succeed(account)
  const allowed = await mayManage(table, actor, account, 'give')
  if (allowed.ok) return succeed(account)
  return allowed.code === 'OWN_RECORD' ? refuse('NOT_ALLOWED') : refuse(allowed.code)
}

/** For an account that nobody has signed in to: its invitation goes to the new address alone. */
const inviteElsewhere = (account: AccountRecord, email: string, by: string, link: Link) => ({
  after: withLink({ ...account, email }, link),
  writes: replaceLink(account, { ...account, email }, link, {
    ...{ at: link.sentAt, by, what: 'invitation_sent' as const, reason: null },
  }),
})

const waitFor = (account: AccountRecord, email: string, by: string, { hash, sentAt, expiresAt }: Link) => ({
  after: { ...account, newAddress: hash },
  writes: [
    ...changeAccount(
      account,
      { ...account, newAddress: hash },
      { at: sentAt, by, what: 'address_asked', reason: null },
    ),
    ...endNewAddress(account),
    {
      put: { ...keys.newAddress(hash), hash, accountId: account.id, email, expiresAt },
      when: isNew,
    },
  ],
})

/**
 * Changes an account's address: once the mail sent there confirms it, or at once where nobody has signed in.
 */
export const changeAddress =
  (host: WritingHost) =>
  async (id: string, email: string, actor: Actor): Promise<Outcome<Changed, Refused>> => {
    const { table, clock, mailer, publicUrl } = host
    // Whoever sent another's invitation to their own mailbox could bind it and give themselves its seat.
    if (actor.id !== id && claimValue('email', email) === claimValue('email', actor.email))
      return refuse('NOT_ALLOWED')
    const link = newLink(clock)
    const asked = await retryOnConflict(async (): Promise<Outcome<AccountRecord, Refused>> => {
      const found = await find(table, id, actor)
      if (!found.ok) return found
      const account = found.value
      if (account.status === 'suspended' || account.status === 'withdrawn') return refuse('INVITATION_CLOSED')
      if (account.status !== 'invited') {
        if ((await holderOfAddress(table, email, id)) !== undefined) return taken('/email')
        const { after, writes } = waitFor(account, email, actor.id, link)
        await write(table, writes)
        return succeed(after)
      }
      const address = await takeAddress(table, email, id)
      if (!address.ok) return taken('/email')
      const { after, writes } = inviteElsewhere(account, email, actor.id, link)
      await write(table, [...writes, ...address.value])
      return succeed(after)
    })
    if (!asked.ok) return asked
    const account = asked.value
    if (account.status === 'invited') {
      const mailed = await mailLink(host, account, link, actor)
      return succeed({ id, confirmed: true, delivered: mailed.invitation?.undelivered !== true })
    }
    const letter = newAddressLetter(link.expiresAt, link.token, publicUrl)
    const delivered = await postLink(mailer, toMail(letter, `address-${link.hash.slice(0, 16)}`, [email]))
    return succeed({ id, confirmed: false, delivered })
  }

/** Confirms a new address, by the link in its mail and signed in to the account. */
export const confirmAddress =
  ({ table, clock, mailer, publicUrl }: WritingHost) =>
  async (
    token: string,
    actor: Actor,
  ): Promise<
    Outcome<{ id: string; email: string }, 'ADDRESS_HAS_ACCOUNT' | 'LINK_EXPIRED' | 'LINK_USED' | 'NOT_FOUND'>
  > => {
    const confirmed = await retryOnConflict(async () => {
      const wish = await readNewAddress(table, token)
      if (wish === undefined || wish.accountId !== actor.id) return refuse('NOT_FOUND')
      if (wish.confirmedAt !== undefined) return refuse('LINK_USED')
      if (isOver(wish, clock)) return refuse('LINK_EXPIRED')
      const before = await readAccountRecord(table, actor.id)
      if (before === undefined) return refuse('NOT_FOUND')
      const address = await takeAddress(table, wish.email, before.id)
      if (!address.ok) return refuse(address.code)
      const at = timestamp(clock)
      const after: AccountRecord = { ...before, email: wish.email, newAddress: undefined }
      await write(table, [
        ...changeAccount(before, after, { at, by: actor.id, what: 'address_confirmed', reason: null }),
        {
          put: { ...keys.newAddress(wish.hash), ...wish, confirmedAt: at },
          when: { expression: 'attribute_exists(pk) AND attribute_not_exists(confirmedAt)' },
        },
        ...address.value,
      ])
      return succeed({ before, after, hash: wish.hash })
    })
    if (!confirmed.ok) return confirmed
    const { before, after, hash } = confirmed.value
    await postMail(
      { mailer, table, clock },
      toMail(oldAddressLetter(publicUrl), `address-left-${hash.slice(0, 16)}`, [before.email]),
    )
    return succeed({ id: after.id, email: after.email })
  }
