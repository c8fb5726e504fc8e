import { listDone, listTodo } from '../acts/list-tasks.ts'
import { listTasks } from '../api/tasks.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(listTasks, async ({ query, actor }) => {
  const list = query.box === 'todo' ? listTodo : listDone
  return ok(await list(table(), actor, clock(), query))
})
