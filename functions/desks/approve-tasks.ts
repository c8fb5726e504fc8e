import type { Actor } from '../organisations/account.ts'
import { today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import { eventually } from '../platform/table.ts'
import { contextOf } from '../requests/flags.ts'
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

type Found = Awaited<ReturnType<typeof findTask>>

/** Of those tasks that the caller may see, the kind: its business and its desk's stage. */
const kindsOf = (found: readonly Found[]): Set<string> =>
  new Set(found.flatMap((one) => (one.ok ? [`${one.value.request.type} ${one.value.task.stage}`] : [])))

/** That a task has something to look at first; undefined: nothing, or it is not to be decided. */
const flagRefusal = async (
  { table, clock }: DecidingHost,
  found: Found | undefined,
): Promise<Refusal<'TASK_FLAGGED'> | undefined> => {
  if (!found?.ok || found.value.task.status !== 'open') return undefined
  const { request, task } = found.value
  const { flags } = await contextOf(eventually(table), request, task, today(clock))
  return flags.length === 0
    ? undefined
    : refuse('TASK_FLAGGED', {
        errors: flags.map(({ zh, en }) => ({ pointer: '/seen', detail: { zh, en } })),
      })
}

/**
 * Approves up to fifty tasks of one kind at once, each as it was claimed (Art. 34, 37, 38) and each by
 * itself, as if decided alone: a task that cannot be approved stays open and is answered with its reason, and so is one
 * with flags that nobody has looked at (`seen`). A repeat approves nothing twice.
 */
export const approveTasks =
  (deps: DecidingHost) =>
  async (
    {
      ids,
      seen = [],
      reason,
    }: {
      readonly ids: readonly string[]
      readonly seen?: readonly string[]
      readonly reason?: string | undefined
    },
    actor: Actor,
  ): Promise<Outcome<Approved[], 'TASKS_OF_SEVERAL_KINDS'>> => {
    const found = await mapConcurrently(ids, WIDTH, (id) => findTask(deps.table, id, actor, personsOf(actor)))
    if (kindsOf(found).size > 1) return refuse('TASKS_OF_SEVERAL_KINDS')
    const approve = decideTask(deps)
    return succeed(
      await mapConcurrently(ids.entries(), WIDTH, async ([place, id]) => ({
        id,
        outcome:
          (seen.includes(id) ? undefined : await flagRefusal(deps, found[place])) ??
          (await approve({ taskId: id, decision: 'approve', reason }, actor)),
      })),
    )
  }
