import { serve } from '../organisations/session.ts'
import { today } from '../platform/clock.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { viewRequest } from '../requests/view-request.ts'
import { findTask } from './decide-task.ts'
import { deskReads } from './functions.ts'
import { listDone, listOverdue, listTodo } from './list-tasks.ts'
import { viewTask } from './view-task.ts'

export const handler = serve(deskReads, recordsHost, {
  'GET /tasks': async ({ host, query, actor }) => {
    const list = { todo: listTodo, done: listDone, overdue: listOverdue }[query.box]
    return succeed(await list(host.table, actor, host.clock, query))
  },
  'GET /tasks/{id}': async ({ host, params, language, actor }) => {
    const found = await findTask(host.table, params.id, actor)
    if (!found.ok) return found
    const { request, task } = found.value
    return succeed({
      ...viewTask(request, task, actor, host.clock),
      request: await viewRequest(host.table, found.value, language, today(host.clock)),
    })
  },
})
