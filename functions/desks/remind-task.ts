import type { Actor } from '../organisations/account.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { note } from '../requests/lifecycle.ts'
import { isOwn } from '../requests/powers.ts'
import { advanceRequest, type Request } from '../requests/request.ts'
import { advanceTask, type Task } from '../requests/task.ts'
import { findTask } from './decide-task.ts'
import { tellDesk } from './tell-desk.ts'

/** The submitter reminds a desk, once a day (催办). */
export const remindTask =
  (deps: ActingHost) =>
  async (
    taskId: string,
    actor: Actor,
  ): Promise<
    Outcome<{ request: Request; task: Task }, 'NOT_ALLOWED' | 'NOT_FOUND' | 'REMINDED_TODAY' | 'WRONG_STATE'>
  > => {
    const { table, clock } = deps
    const outcome = await retryOnConflict(
      async (): Promise<
        Outcome<
          { request: Request; task: Task },
          'NOT_ALLOWED' | 'NOT_FOUND' | 'REMINDED_TODAY' | 'WRONG_STATE'
        >
      > => {
        const found = await findTask(table, taskId, actor)
        if (!found.ok) return found
        const { request, task } = found.value
        if (!isOwn(request, actor)) return refuse('NOT_ALLOWED')
        if (task.status !== 'open') return refuse('WRONG_STATE')
        const day = today(clock)
        if (task.remindedOn === day) return refuse('REMINDED_TODAY')
        const reminded = { ...task, remindedOn: day }
        const act = {
          act: 'remind' as const,
          stage: task.stage,
          ...(task.line === undefined ? {} : { line: task.line }),
        }
        await write(table, [
          advanceTask(task, reminded),
          advanceRequest(request, note(request, act, actor, timestamp(clock))),
        ])
        return succeed({ request, task: reminded })
      },
    )
    if (outcome.ok)
      await tellDesk(deps, outcome.value.task, 'remind', `remind-${outcome.value.task.remindedOn}`)
    return outcome
  }
