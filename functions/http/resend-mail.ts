import { resendMail as act } from '../acts/send-unsent.ts'
import { operates } from '../acts/watchers.ts'
import { resendMail } from '../api/mails.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { mailer } from '../kit/mail.ts'
import { refuse } from '../kit/refusals.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(resendMail, async ({ params, actor }) => {
  if (!(await operates(table(), actor))) return refuse('NOT_ALLOWED')
  const sent = await act({ table: table(), mailer: mailer(), clock: clock() })(params.id, actor)
  return sent.ok ? ok(sent.value) : sent
})
