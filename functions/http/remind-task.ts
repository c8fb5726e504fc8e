import { remindTask as act } from '../acts/remind-task.ts'
import { viewTask } from '../acts/view-request.ts'
import { remindTask } from '../api/tasks.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { mailer } from '../kit/mail.ts'
import { ok } from '../kit/reply.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

export const handler = http(remindTask, async ({ params, actor }) => {
  const reminded = await act({ table: table(), workflows: workflows(), clock: clock(), mailer: mailer() })(
    params.id,
    actor,
  )
  return reminded.ok ? ok(viewTask(reminded.value.request, reminded.value.task, actor, clock())) : reminded
})
