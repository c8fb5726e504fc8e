import { type Actor, readAccount } from '../organisations/account.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp } from '../platform/clock.ts'
import { toMail } from '../platform/letter.ts'
import { logger } from '../platform/logger.ts'
import { postMail } from '../platform/post-mail.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, type Write, write } from '../platform/table.ts'
import { withActedBefore } from '../requests/acting-desk.ts'
import { answerTokens } from '../requests/answer-tokens.ts'
import { takenAgain } from '../requests/end-request.ts'
import { linesOf } from '../requests/lifecycle.ts'
import { patienceSeconds } from '../requests/patience.ts'
import { personsOf, powerOver } from '../requests/powers.ts'
import { objectionMark } from '../requests/prepare-objection.ts'
import type { Request, RequestRecord } from '../requests/request.ts'
import { startWork } from '../requests/start-work.ts'
import { advanceRequest, moveHead } from '../requests/stored-request.ts'
import { type Led, ledTo, type TakenBack, takeBack } from '../requests/taking-back.ts'
import { advanceTask, newTask, type Task, taskId } from '../requests/task.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { findTask } from './decide-task.ts'
import { takenBackLetter } from './desk-letters.ts'
import { requireRequest } from './open-task.ts'
import { tellDesk } from './tell-desk.ts'

type Refused =
  | 'ACTED_BEFORE'
  | 'DECIDED_BY_ANOTHER'
  | 'NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'OWN_REQUEST'
  | 'TASK_REASSIGNED'
  | 'WRONG_STATE'

/** Whether someone took the decision and still sits where they took it; by whose powers. */
const deciderPower = (actor: Actor, request: Request, task: Task, tasks: readonly Task[]) => {
  const power = powerOver(actor, request, { ...withActedBefore(task, tasks), assignee: undefined })
  return power.ok && task.decided !== undefined && task.decided.by !== actor.id
    ? refuse('DECIDED_BY_ANOTHER', {
        article: '38',
        details: { decidedBy: { id: task.decided.by, name: task.decided.byName } },
      })
    : power
}

/** Whether someone may take a task's decision back now. */
export const mayTakeBack = (record: RequestRecord, task: Task, actor: Actor): boolean =>
  ledTo(record, task) !== undefined && deciderPower(actor, record.request, task, record.tasks).ok

/** What a request gave up by a refusal that is taken back; undefined where something was built on the refusal. */
const regained = async (
  table: Table,
  request: Request,
  task: Task,
  writer: { readonly by: string; readonly at: string },
): Promise<Write[] | undefined> => {
  const { staffId, id } = request
  const decidedAt = task.decided?.at
  if (staffId === undefined || decidedAt === undefined) return undefined
  const marks = request.lines.flatMap((_, line) =>
    task.line === undefined || task.line === line
      ? [objectionMark(staffId, { requestId: id, line }, decidedAt)]
      : [],
  )
  return takenAgain(table, request, marks, writer)
}

/** Tells the next desk that it has nothing to do for now, or whoever was told of a return or refusal that it is undone. */
const tellTakenBack = async (deps: ActingHost, led: Led, after: TakenBack): Promise<void> => {
  const { request, task, closed } = after
  const event = `taken-back-${task.takenBack?.times ?? 1}`
  for (const { before } of closed)
    if (before.status === 'open') await tellDesk(deps, { request, task: before }, 'taken_back', event)
  if (led === 'on') return
  const letter = takenBackLetter(request, task, led, deps.publicUrl)
  const id = `task-${taskId(task)}-${event}`
  if (request.staffId !== undefined) await tellPerson(deps, request.staffId, letter, `${id}-person`)
  const filer = request.ownFiling ? undefined : await readAccount(deps.table, request.submittedBy)
  if (filer !== undefined && filer.staffId !== request.staffId)
    await postMail(deps, toMail(letter, `${id}-filer`, [filer.email]))
}

/** Starts the lines anew; a crash before it is made good by the reconciler. */
const begin = async (deps: ActingHost, request: Request, task: Task): Promise<void> => {
  const lines = linesOf(task, request).map((index) => request.lines[index])
  try {
    const institution = await institutionOf(deps.table, request.institutionId)
    await startWork(deps, request, institution, (line) => lines.includes(line))
  } catch (error) {
    logger.error('An execution could not be started; the reconciler will.', { requestId: request.id, error })
  }
}

/**
 * Whoever decided takes the decision back, until the next desk has acted (who decides, 9): the task is open again, the
 * next desk's closes, and the line begins anew in an execution of its own. Of a taking back and a decision of the next
 * desk at the same moment exactly one succeeds.
 */
export const takeBackDecision =
  (deps: ActingHost) =>
  async (id: string, actor: Actor): Promise<Outcome<RequestRecord & { readonly task: Task }, Refused>> => {
    const { table, workflows, clock } = deps
    const outcome = await retryOnConflict(
      async (): Promise<Outcome<{ led: Led; before: Task; after: TakenBack }, Refused>> => {
        const found = await findTask(table, id, actor, personsOf(actor))
        if (!found.ok) return found
        const { request, task, tasks } = found.value
        const power = deciderPower(actor, request, task, tasks)
        if (!power.ok) return power
        const led = ledTo(found.value, task)
        if (led === undefined) return refuse('WRONG_STATE')
        const at = timestamp(clock)
        const given = led === 'rejected' ? await regained(table, request, task, { by: actor.id, at }) : []
        if (given === undefined) return refuse('WRONG_STATE')
        const after = takeBack(found.value, task, { id: actor.id, name: actor.name, for: power.for }, at)
        await write(table, [
          advanceTask(task, after.task),
          ...after.closed.map((one) => advanceTask(one.before, one.after)),
          ...after.barred.map(newTask),
          // The request's own item knows of decisions that ended a line; the acts are the task's.
          ...(led === 'on'
            ? [moveHead(request)]
            : advanceRequest(request, { ...after.request, acts: request.acts })),
          ...given,
        ])
        return succeed({ led, before: task, after })
      },
    )
    if (!outcome.ok) return outcome
    const { led, before, after } = outcome.value
    // Whatever still waits of the execution so far, at this desk or at a later one, comes to its end.
    for (const task of [before, ...after.closed.map((one) => one.before)])
      await answerTokens(workflows, { ...task, status: 'taken_back' }, patienceSeconds(clock))
    const record = await requireRequest(table, before.requestId)
    const task = record.tasks.find(({ place }) => place === before.place) ?? after.task
    await begin(deps, record.request, task)
    await tellTakenBack(deps, led, after)
    return succeed({ ...record, task })
  }
