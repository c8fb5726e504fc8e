import * as z from 'zod'
import type { AccountId } from '../platform/ids.ts'
import { lists, lookups } from '../platform/keys.ts'
import { type PageRequest, readIndex, type Table, type Write } from '../platform/table.ts'

/** Which kept mail an operator had sent again, and when. It outlives the mail. */
export const MailResend = z.object({
  mailId: z.string(),
  subject: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  /** Whether the mail server took it; null: not answered, or the system stopped meanwhile. */
  taken: z.boolean().nullable(),
})
export type MailResend = z.infer<typeof MailResend>

/** Records a resend: once before it is sent, once more with the result. */
export const recordResend = (resend: MailResend): Write => {
  const { mailId, at, by } = resend
  return {
    put: {
      ...{ pk: `MAIL#${mailId}`, sk: `RESEND#${at}#${by}` },
      ...resend,
      ...{ listed: lists.resends, listedOrder: at },
      ...{ found: lookups.resendsBy(by), foundOrder: at },
    },
    when: { expression: 'attribute_exists(pk) OR attribute_not_exists(pk)' },
  }
}

const parsed = (items: readonly unknown[]): MailResend[] => items.map((item) => MailResend.parse(item))

/** The latest mails that any operator sent again. */
export const latestResends = async (table: Table, limit: number): Promise<MailResend[]> =>
  parsed((await readIndex(table, 'listed', lists.resends, { limit, descending: true })).items)

/** The mails that an operator sent again, the latest first. */
export const resendsBy = async (table: Table, accountId: AccountId, page: PageRequest) => {
  const { items, cursor } = await readIndex(table, 'found', lookups.resendsBy(accountId), {
    ...page,
    descending: true,
  })
  return { items: parsed(items), cursor }
}
