import { readTask } from '../desks/api.ts'
import { findTask } from '../desks/decide-task.ts'
import { viewTask } from '../desks/view-task.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { viewRequest } from '../requests/view-request.ts'

export const handler = http(readTask, async ({ params, language, actor }) => {
  const found = await findTask(table(), params.id, actor)
  if (!found.ok) return found
  const { request, task } = found.value
  return ok({
    ...viewTask(request, task, actor, clock()),
    request: await viewRequest(table(), found.value, language),
  })
})
