import type { Actor } from '../organisations/account.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { personsOf } from '../requests/powers.ts'
import type { Request } from '../requests/request.ts'
import type { Task } from '../requests/task.ts'
import { decideTask, findTask } from './decide-task.ts'

/** Decisions that are under way at once. */
const WIDTH = 4

/** What came of one of the tasks. */
export interface Approved {
  readonly id: string
  readonly outcome: Outcome<{ readonly request: Request; readonly task: Task }>
}

/** Of those tasks that the caller may see, the kind: its business and its desk's stage. */
const kindsOf = async (
  { table }: DecidingHost,
  ids: readonly string[],
  actor: Actor,
): Promise<Set<string>> => {
  const found = await mapConcurrently(ids, WIDTH, (id) => findTask(table, id, actor, personsOf(actor)))
  return new Set(
    found.flatMap((one) => (one.ok ? [`${one.value.request.type} ${one.value.task.stage}`] : [])),
  )
}

/**
 * Approves up to fifty tasks of one kind at once, each as it was claimed (Art. 34, 37, 38) and each by
 * itself, as if decided alone: a task that cannot be approved stays open and is answered with its reason. A
 * repeat approves nothing twice.
 */
export const approveTasks =
  (deps: DecidingHost) =>
  async (
    { ids, reason }: { readonly ids: readonly string[]; readonly reason?: string | undefined },
    actor: Actor,
  ): Promise<Outcome<Approved[], 'TASKS_OF_SEVERAL_KINDS'>> => {
    if ((await kindsOf(deps, ids, actor)).size > 1) return refuse('TASKS_OF_SEVERAL_KINDS')
    const approve = decideTask(deps)
    return succeed(
      await mapConcurrently(ids, WIDTH, async (id) => ({
        id,
        outcome: await approve({ taskId: id, decision: 'approve', reason }, actor),
      })),
    )
  }
