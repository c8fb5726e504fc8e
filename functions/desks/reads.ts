import { serve } from '../organisations/session.ts'
import { today } from '../platform/clock.ts'
import { recordsHost } from '../platform/records-host.ts'
import { refusals, succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { eventually } from '../platform/table.ts'
import { viewRequest } from '../requests/view-request.ts'
import { hasSoundEnd } from '../staff/soundness.ts'
import { findTask } from './decide-task.ts'
import { deskReads } from './functions.ts'
import { listDone, listOverdue, listTodo } from './list-tasks.ts'
import { mayTakeBack } from './take-back-decision.ts'
import { viewTask } from './view-task.ts'

export const handler = serve(deskReads, sealing(recordsHost), {
  'GET /tasks': async ({ host, query, actor }) => {
    const list = { todo: listTodo, done: listDone, overdue: listOverdue }[query.box]
    return succeed(await list(host.table, actor, host.clock, query))
  },
  'GET /tasks/{id}': async ({ host, params, language, actor }) => {
    const found = await findTask(host.table, params.id, actor)
    if (!found.ok) return found
    const { request, task } = found.value
    const { staffId } = request
    const waits =
      task.status === 'open' && staffId !== undefined && !(await hasSoundEnd(eventually(host.table), staffId))
    const view = await viewRequest(host.table, found.value, language, today(host.clock))
    // The desk sees why it can't decide, before it tries.
    const notices = waits ? [...view.notices, refusals.LEDGER_BROKEN.title[language]] : view.notices
    return succeed({
      ...viewTask(request, task, actor, host.clock),
      request: { ...view, notices },
      mayTakeBack: mayTakeBack(found.value, task, actor),
    })
  },
})
