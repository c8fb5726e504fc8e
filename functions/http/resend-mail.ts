import { resendMail } from '../operations/mails-api.ts'
import { resendMail as act } from '../operations/send-unsent.ts'
import { operates } from '../organisations/region-roles.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { mailer } from '../platform/mail.ts'
import { refuse } from '../platform/refusals.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(resendMail, async ({ params, actor }) => {
  if (!(await operates(table(), actor))) return refuse('NOT_ALLOWED')
  const sent = await act({ table: table(), mailer: mailer(), clock: clock() })(params.id, actor)
  return sent.ok ? ok(sent.value) : sent
})
