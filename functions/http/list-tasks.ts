import { listTasks } from '../desks/api.ts'
import { listDone, listTodo } from '../desks/list-tasks.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listTasks, async ({ query, actor }) => {
  const list = query.box === 'todo' ? listTodo : listDone
  return ok(await list(table(), actor, clock(), query))
})
