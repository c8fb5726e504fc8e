import { remindTask } from '../desks/api.ts'
import { remindTask as act } from '../desks/remind-task.ts'
import { viewTask } from '../desks/view-task.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { mailer } from '../platform/mail.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'

export const handler = http(remindTask, async ({ params, actor }) => {
  const reminded = await act({ table: table(), workflows: workflows(), clock: clock(), mailer: mailer() })(
    params.id,
    actor,
  )
  return reminded.ok ? ok(viewTask(reminded.value.request, reminded.value.task, actor, clock())) : reminded
})
