import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { type Clock, timestamp } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import { AccountId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { isNew, read, type Table, type Write } from '../platform/table.ts'
import type { AccountRecord } from './account-record.ts'

/** Days that a link in a mail is good for. */
export const LINK_DAYS = 14
const DAY = 24 * 60 * 60 * 1000

/** A secret of a link: 256 random bits. It stands in the mail alone; the table knows its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** The last moment of a link that is sent now. */
export const linkExpiry = (clock: Clock): string => timestamp({ now: () => clock.now() + LINK_DAYS * DAY })

/** Whether a link's time is over. */
export const isOver = ({ expiresAt }: { readonly expiresAt: string }, clock: Clock): boolean =>
  clock.now() > Date.parse(expiresAt)

export const Invitation = z.object({
  hash: z.string(),
  accountId: AccountId,
  expiresAt: z.string(),
  boundAt: z.string().optional(),
})
export type Invitation = z.infer<typeof Invitation>

export const newInvitation = (invitation: Invitation): Write => ({
  put: { ...keys.invitation(invitation.hash), ...invitation },
  when: isNew,
})

/** Marks an invitation as used; of two who use it at once, one succeeds. */
export const spendInvitation = (invitation: Invitation, at: string): Write => ({
  put: { ...keys.invitation(invitation.hash), ...invitation, boundAt: at },
  when: { expression: 'attribute_exists(pk) AND attribute_not_exists(boundAt)' },
})

/** Removes the unused link that an account was sent last, so that nobody can use it any more. */
export const endInvitation = ({ invitation }: AccountRecord): Write[] =>
  invitation === undefined
    ? []
    : [
        {
          remove: keys.invitation(invitation.hash),
          when: { expression: 'attribute_not_exists(boundAt)' },
        },
      ]

export const readInvitation = async (table: Table, token: string): Promise<Invitation | undefined> => {
  const item = await read(table, keys.invitation(sha256(token)))
  return item && Invitation.parse(item)
}
