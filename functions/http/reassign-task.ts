import { reassignTask } from '../desks/api.ts'
import { reassignTask as act } from '../desks/reassign-task.ts'
import { viewTask } from '../desks/view-task.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { mailer } from '../platform/mail.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'

export const handler = http(reassignTask, async ({ params, body, actor }) => {
  const deps = { table: table(), workflows: workflows(), clock: clock(), mailer: mailer() }
  const { to, reason } = body
  const reassigned = await act(deps)(
    { taskId: params.id, to, reason: reason === '' ? undefined : reason },
    actor,
  )
  return reassigned.ok
    ? ok(viewTask(reassigned.value.request, reassigned.value.task, actor, clock()))
    : reassigned
})
