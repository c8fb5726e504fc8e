import { reassignTask as act } from '../acts/reassign-task.ts'
import { viewTask } from '../acts/view-request.ts'
import { reassignTask } from '../api/tasks.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { mailer } from '../kit/mail.ts'
import { ok } from '../kit/reply.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

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
