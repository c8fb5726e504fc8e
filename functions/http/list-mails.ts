import { latestResends } from '../operations/mail-resend.ts'
import { listMails } from '../operations/mails-api.ts'
import { watches } from '../organisations/region-roles.ts'
import { http } from '../organisations/session.ts'
import { refuse } from '../platform/refusals.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { unsentMail } from '../platform/unsent-mail.ts'

const RESENT_SHOWN = 20

export const handler = http(listMails, async ({ query, actor }) => {
  if (!(await watches(table(), actor))) return refuse('NOT_ALLOWED')
  const [{ items, cursor }, resent] = await Promise.all([
    unsentMail(table(), query),
    latestResends(table(), RESENT_SHOWN),
  ])
  return ok({
    items: items.map(({ id, subject, to, keptAt, attempts, lastTriedAt, error }) => ({
      id,
      subject,
      recipients: to.length,
      keptAt,
      attempts,
      lastTriedAt,
      error,
    })),
    cursor,
    resent,
  })
})
