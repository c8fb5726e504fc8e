import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { noteRequest } from '../requests/note-request.ts'
import { findTask } from './decide-task.ts'
import { findColleagues } from './find-colleagues.ts'
import { deskReads } from './functions.ts'
import { listDone, listOverdue, listTodo } from './list-tasks.ts'
import { phrasesOf } from './phrases.ts'
import { viewWholeTask } from './view-whole-task.ts'

export const handler = serve(deskReads, sealing(recordsHost), {
  'GET /tasks': async ({ host, query, language, actor }) => {
    const list = { todo: listTodo, done: listDone, overdue: listOverdue }[query.box]
    return succeed(await list(host, actor, language, query))
  },
  'POST /tasks/search': async ({ host, query, body, language, actor }) => {
    const list = { todo: listTodo, done: listDone, overdue: listOverdue }[query.box]
    return succeed(await list(host, actor, language, { ...query, words: body.words }))
  },
  'GET /me/phrases': async ({ host, actor }) => succeed({ phrases: await phrasesOf(host.table, actor.id) }),
  'POST /delegations/colleagues': async ({ host, query, body, actor }) =>
    succeed(await findColleagues(host)({ ...query, ...body }, actor)),
  'GET /tasks/{id}': async ({ host, params, language, actor }) => {
    const found = await findTask(host.table, params.id, actor)
    if (!found.ok) return found
    await noteRequest(host, actor, found.value.request)
    return succeed(await viewWholeTask(host, found.value, found.value.task, actor, language))
  },
})
