import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { shown } from '../staff/look.ts'
import { findTask } from './decide-task.ts'
import { deskReads } from './functions.ts'
import { listDone, listOverdue, listTodo } from './list-tasks.ts'
import { viewWholeTask } from './view-whole-task.ts'

export const handler = serve(deskReads, sealing(recordsHost), {
  'GET /tasks': async ({ host, query, language, actor }) => {
    const list = { todo: listTodo, done: listDone, overdue: listOverdue }[query.box]
    return succeed(await list(host, actor, language, query))
  },
  'GET /tasks/{id}': async ({ host, params, language, actor }) => {
    const found = await findTask(host.table, params.id, actor)
    if (!found.ok) return found
    await shown(host, actor, found.value.request.staffId, 'request', found)
    return succeed(await viewWholeTask(host, found.value, found.value.task, actor, language))
  },
})
