import { type Account, type Actor, readAccount } from '../organisations/account.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { withActedBefore } from '../requests/acting-desk.ts'
import { note } from '../requests/lifecycle.ts'
import { isOwn, powerOver, withAssignmentInForce } from '../requests/powers.ts'
import type { Request } from '../requests/request.ts'
import { advanceAtDesk } from '../requests/stored-request.ts'
import type { Task } from '../requests/task.ts'
import { findTask } from './decide-task.ts'
import { tellDesk } from './tell-desk.ts'

export interface ReassignTask {
  readonly taskId: string
  readonly to: string
  readonly reason?: string | undefined
}

const notAColleague = refuse('ASSIGNEE_UNFIT', {
  errors: [
    {
      pointer: '/to',
      detail: {
        zh: '只能转给本环节的其他人员，且不能是该申请的申请人，也不能是已在其他环节办理过的人。',
        en: 'Hand it to someone else at this desk whose own matter it is not, and who has not acted at another desk of it.',
      },
    },
  ],
})

/** A colleague at a task's desk who may act on it. */
export const findColleague = async (
  table: Table,
  id: string,
  request: Request,
  task: Task,
): Promise<Outcome<Account, 'ASSIGNEE_UNFIT'>> => {
  const colleague = await readAccount(table, id)
  const sits = colleague?.roles.some(
    ({ organisationId, role }) => organisationId === task.organisationId && role === task.role,
  )
  const hasActed = task.actedBefore?.includes(id) === true
  return colleague !== undefined && sits && !hasActed && !isOwn(request, colleague)
    ? succeed(colleague)
    : notAColleague
}

/** Hands a task to a colleague at the same desk (转办) and tells them; the desk's heads may still decide it. */
export const reassignTask = (deps: ActingHost) => async (command: ReassignTask, actor: Actor) => {
  const { table, clock } = deps
  const outcome = await retryOnConflict(async () => {
    const found = await findTask(table, command.taskId, actor)
    if (!found.ok) return found
    const { request } = found.value
    const task = withActedBefore(await withAssignmentInForce(table, found.value.task), found.value.tasks)
    const power = powerOver(actor, request, task)
    if (!power.ok) return power
    if (task.status !== 'open') return refuse('WRONG_STATE')
    const colleague = await findColleague(table, command.to, request, task)
    if (!colleague.ok) return colleague
    const { id, name } = colleague.value
    const after = { ...task, assignee: { id, name } }
    const act = {
      act: 'reassign' as const,
      stage: task.stage,
      line: task.line,
      to: { id, name },
      reason: command.reason,
    }
    const by = { id: actor.id, name: actor.name, for: power.for }
    const noted = note(request, act, by, timestamp(clock))
    await write(table, advanceAtDesk({ request, task }, { request: noted, task: after }))
    return succeed({ request, task: { ...after, version: task.version + 1 } })
  })
  if (outcome.ok) {
    const { task } = outcome.value
    await tellDesk(deps, outcome.value, 'reassign', `reassign-${task.version}`)
  }
  return outcome
}
