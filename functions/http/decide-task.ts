import { decideTask } from '../desks/api.ts'
import { decideTask as act } from '../desks/decide-task.ts'
import { viewTask } from '../desks/view-task.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'
import { viewRequest } from '../requests/view-request.ts'

export const handler = http(decideTask, async ({ params, body, language, actor }) => {
  const { decision, reason, grantedHours, scope } = body
  const command = {
    taskId: params.id,
    decision,
    reason: reason === '' ? undefined : reason,
    scope,
    grantedTenths: grantedHours === undefined ? undefined : Math.round(grantedHours * 10),
  }
  const decided = await act({ table: table(), workflows: workflows(), clock: clock() })(command, actor)
  if (!decided.ok) return decided
  const { request, task } = decided.value
  return ok({
    ...viewTask(request, task, actor, clock()),
    request: await viewRequest(table(), { request, tasks: [task] }, language),
  })
})
