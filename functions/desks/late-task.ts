import type { LateTask, LateTold } from '../../workflows/request-line.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { withActedBefore, withAlsoActed } from '../requests/acting-desk.ts'
import { answerTokens } from '../requests/answer-tokens.ts'
import { note, SYSTEM } from '../requests/lifecycle.ts'
import { patienceSeconds } from '../requests/patience.ts'
import type { Request } from '../requests/request.ts'
import { advanceAtDesk } from '../requests/stored-request.ts'
import { type Task, taskPlace } from '../requests/task.ts'
import { type Escalation, escalationOf } from './escalation.ts'
import { type FoundActing, findActing } from './find-acting.ts'
import { requireRequest } from './open-task.ts'
import { alarmWaiting, passTask, tellPassed } from './pass-task.ts'
import { type DeskMatter, tellDesk } from './tell-desk.ts'
import { tellLateDesk } from './tell-late-desk.ts'
import { tellOverdueAbove } from './tell-overdue-above.ts'

type Told = Required<Pick<DeskMatter, 'institution'>> &
  DeskMatter & { readonly found: FoundActing; readonly escalation: Escalation }

/** What the timeline says of a lateness: of no head who isn't there, and of no authority where none is. */
const actOf = ({ occasion, under }: Escalation): 'remind' | 'escalate' | 'escalate_above' => {
  if (occasion === 'escalate') return 'escalate'
  return occasion === 'overdue' && under !== undefined ? 'escalate_above' : 'remind'
}

/** A desk that may act is reminded; late for the second time, the authority above sees it. */
const reminded = (
  { clock }: ActingHost,
  request: Request,
  task: Task,
  escalation: Escalation,
): { request: Request; task: Task } => {
  const { under } = escalation
  const act = {
    act: actOf(escalation),
    stage: task.stage,
    ...(task.line === undefined ? {} : { line: task.line }),
  }
  return {
    request: note(request, act, SYSTEM, timestamp(clock)),
    task: { ...task, ...(under === undefined ? {} : { overdueUnder: under }) },
  }
}

/**
 * A desk let its time pass: it is reminded once, then its head is asked to step in. Its due
 * date stays, and lateness counts from it; the next reminder has a date of its own, the workflow's. Where no head could step
 * in, the authority above is told. Two lines that wait for the same desk make one notice. Where nobody may act there any more, the line goes
 * on without it, or the authority above acts (Art. 38; who decides, 8).
 */
export const lateTask =
  (deps: ActingHost) =>
  async (late: LateTask): Promise<LateTold> => {
    const { table, clock } = deps
    const told = await retryOnConflict(async (): Promise<Told | undefined> => {
      const { request, tasks } = await requireRequest(table, late.requestId, [])
      const found = tasks.find(({ place }) => place === taskPlace(late.round, late.stage, late.line))
      if (found?.status !== 'open') return undefined
      const known = withActedBefore(found, tasks)
      const institution = await institutionOf(table, request.institutionId)
      const looked = await findActing(table, { request, task: known, tasks, institution }, today(clock))
      const task = withAlsoActed(known, looked.alsoActed)
      const { desk } = looked
      const escalation = await escalationOf(table, { request, task, desk }, late.waits, today(clock))
      if (task.lateNotices >= late.waits) return { request, task, institution, found: looked, escalation }
      const next =
        looked.acting.acts === 'desk'
          ? reminded(deps, request, task, escalation)
          : passTask(deps, request, task, looked.acting)
      const after = { ...next.task, lateNotices: late.waits }
      await write(table, advanceAtDesk({ request, task: found }, { request: next.request, task: after }))
      return { request: next.request, task: after, institution, found: looked, escalation }
    })
    if (told) await tellLate(deps, told, late.waits)
    return { patienceSeconds: patienceSeconds(clock) }
  }

const tellLate = async (
  deps: ActingHost,
  { request, task, institution, found: { acting, above }, escalation }: Told,
  waits: number,
): Promise<void> => {
  switch (acting.acts) {
    case 'desk':
      await tellLateDesk(deps, { request, task, institution }, escalation.occasion, waits)
      if (escalation.occasion === 'overdue' && escalation.under !== undefined)
        await tellOverdueAbove(deps, task, escalation.under, waits)
      return
    case 'next':
      // Its other lines wait at the desk as well, each by a token of its own.
      await answerTokens(deps.workflows, task, patienceSeconds(deps.clock))
      return tellPassed(deps, request, task)
    case 'above':
      await tellDesk(deps, { request, task, institution }, 'acting', `acting-${waits}`)
      return tellPassed(deps, request, task)
    case 'none':
      return alarmWaiting(deps, { request, task, institution, above })
  }
}
