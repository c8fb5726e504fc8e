import type { Actor } from '../organisations/account.ts'
import type { Table } from '../platform/table.ts'
import { personsOf } from '../requests/powers.ts'
import { requestsAtDesk } from '../requests/requests-at-desk.ts'
import type { Task } from '../requests/task.ts'
import { mayDecide } from './view-task.ts'

/** Those at a desk, each with what they may decide of some of its tasks, in the order of these. */
export const tasksForEach = async (
  table: Table,
  tasks: readonly Task[],
  desk: readonly Actor[],
): Promise<{ readonly actor: Actor; readonly tasks: readonly Task[] }[]> => {
  const requests = await requestsAtDesk(table, tasks, desk.flatMap(personsOf))
  return desk.map((actor) => ({
    actor,
    tasks: tasks.filter((task) => {
      const request = requests.get(task.requestId)
      return request !== undefined && mayDecide(request, task, actor)
    }),
  }))
}
