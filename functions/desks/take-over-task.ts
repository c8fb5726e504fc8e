import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp } from '../platform/clock.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { whoActed, withActedBefore, withAlsoActed } from '../requests/acting-desk.ts'
import { note } from '../requests/lifecycle.ts'
import { personsOf, powerOver } from '../requests/powers.ts'
import { ownRouteOf, type Request } from '../requests/request.ts'
import { advanceAtDesk } from '../requests/stored-request.ts'
import type { Task } from '../requests/task.ts'
import { samePersonsAmong } from '../staff/one-person.ts'
import { findTask } from './decide-task.ts'
import { movedTo } from './pass-task.ts'
import { tellDesk } from './tell-desk.ts'

/** How often a desk must have been late before the authority above its authority may act in its place. */
export const LATE_BEFORE_TAKEN_OVER = 2

/** The authorities above the one that answers for the line: they may act for any of its desks that is late twice. */
export const authoritiesAbove = async (table: Table, request: Request): Promise<readonly string[]> => {
  const { authorityId } =
    ownRouteOf(request) ??
    (request.type === 'programme_filing' ? request : await institutionOf(table, request.institutionId))
  return authorityId === undefined ? [] : ((await readOrganisation(table, authorityId))?.overseers ?? [])
}

/**
 * The authority above takes a task over from a desk that was late for the second time (who decides, 8), by somebody
 * who may act on it there: no party, and nobody who acted at another desk of the line. The stage stays the route's.
 */
export const takeOverTask =
  (deps: ActingHost) =>
  async (
    taskId: string,
    actor: Actor,
  ): Promise<
    Outcome<
      { request: Request; task: Task },
      'ACTED_BEFORE' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'OWN_REQUEST' | 'TASK_REASSIGNED' | 'WRONG_STATE'
    >
  > => {
    const { table, clock } = deps
    const outcome = await retryOnConflict(async () => {
      const found = await findTask(table, taskId, actor, personsOf(actor))
      if (!found.ok) return found
      const { request, tasks } = found.value
      const known = withActedBefore(found.value.task, tasks)
      const task = withAlsoActed(
        known,
        await samePersonsAmong(table, [actor], whoActed(request, tasks, known)),
      )
      const above = await authoritiesAbove(table, request)
      const seat = actor.roles.find(
        ({ role, organisationId }) => role === 'authority' && above.includes(organisationId),
      )
      if (seat === undefined) return refuse('NOT_ALLOWED', { article: '35' })
      const at = { organisationId: seat.organisationId, role: seat.role }
      const power = powerOver(actor, request, { ...task, ...at, assignee: undefined })
      if (!power.ok) return power
      if (task.status !== 'open' || task.lateNotices < LATE_BEFORE_TAKEN_OVER) return refuse('WRONG_STATE')
      if (task.organisationId === seat.organisationId && task.role === seat.role) return refuse('WRONG_STATE')
      const line = task.line === undefined ? {} : { line: task.line }
      const act = { act: 'take_over' as const, stage: task.stage, ...line, why: 'late' as const }
      const noted = note(request, act, { id: actor.id, name: actor.name }, timestamp(clock))
      // The matter stays as late as it is.
      const after = movedTo(task, at, 'late')
      await write(table, advanceAtDesk({ request, task: found.value.task }, { request: noted, task: after }))
      return succeed({ request: noted, task: { ...after, version: task.version + 1 } })
    })
    if (outcome.ok) await tellDesk(deps, outcome.value, 'acting', `taken-${outcome.value.task.version}`)
    return outcome
  }
