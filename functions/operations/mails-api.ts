import * as z from 'zod'
import { watchers } from '../platform/callers.ts'
import type { Operation } from '../platform/operation.ts'
import { idParams, Paging, pageOf } from '../platform/shapes.ts'

export const UnsentMailView = z
  .object({
    id: z.string(),
    subject: z.string().meta({ description: 'Never holds personal data.' }),
    recipients: z.number().int(),
    keptAt: z.string(),
    attempts: z.number().int(),
    lastTriedAt: z.string(),
    error: z.string().nullable().meta({ description: 'The kind of the last error, without its words.' }),
  })
  .meta({ id: 'UnsentMail' })
export type UnsentMailView = z.infer<typeof UnsentMailView>

const Resend = z.object({
  mailId: z.string(),
  subject: z.string(),
  at: z.string(),
  by: z.string(),
  byName: z.string(),
  taken: z.boolean().nullable().meta({ description: 'By the mail server; null: not known (yet).' }),
})

export const listMails = {
  id: 'list-mails',
  callers: watchers,
  summary: 'Mails that the mail server has not taken yet, the oldest first; for operators and auditors',
  query: Paging,
  reply: pageOf(UnsentMailView).extend({
    resent: z.array(Resend).meta({ description: 'The latest 20 that operators sent again, whoever did.' }),
  }),
  refuses: ['NOT_ALLOWED'],
} as const satisfies Operation

export const resendMail = {
  id: 'resend-mail',
  callers: { operator: ['region'] },
  summary: 'Try at once to send a mail that was kept (operators alone)',
  params: idParams,
  reply: z.object({ id: z.string(), sent: z.literal(true) }),
  refuses: ['MAIL_NOT_TAKEN', 'NOT_ALLOWED', 'NOT_FOUND'],
} as const satisfies Operation
