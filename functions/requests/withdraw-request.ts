import type { Actor } from '../organisations/account.ts'
import { timestamp } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import type { RequestId } from '../platform/ids.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { answerTokens, endHold } from './answer-tokens.ts'
import { barredTasks } from './bar-desks.ts'
import { givenBack } from './end-request.ts'
import { findRequest } from './find-request.ts'
import { mayWithdraw, withdraw } from './lifecycle.ts'
import { patienceSeconds } from './patience.ts'
import type { Request, RequestRecord } from './request.ts'
import { advanceRequest, readRequest } from './stored-request.ts'
import { advanceTask, newTask, type Task } from './task.ts'

/**
 * The submitter may withdraw a request, and so may the person filed for. A change of record only its
 * submitter withdraws: else a person could keep an exemption by withdrawing the filing that ends it.
 */
const mayTakeBack = (request: Request, actor: Actor): boolean => {
  const { submittedBy, staffId, type } = request
  // The list of a closed class is nobody's to take away.
  const isOwn = submittedBy === actor.id && !(type === 'class_roster' && request.ofClass !== undefined)
  return isOwn || (type !== 'record_change' && staffId !== undefined && staffId === actor.staffId)
}

/** A request is taken back, until the first decision of its round or after a return. */
export const withdrawRequest =
  ({ table, workflows, clock }: DecidingHost) =>
  async (
    requestId: RequestId,
    actor: Actor,
  ): Promise<Outcome<RequestRecord, 'NOT_ALLOWED' | 'NOT_FOUND' | 'WRONG_STATE'>> => {
    const outcome = await retryOnConflict(
      async (): Promise<
        Outcome<{ closed: Task[]; held: string | undefined }, 'NOT_ALLOWED' | 'NOT_FOUND' | 'WRONG_STATE'>
      > => {
        const found = await findRequest(table, requestId, actor)
        if (!found.ok) return found
        const { request, tasks } = found.value
        if (!mayTakeBack(request, actor)) return refuse('NOT_ALLOWED')
        if (!mayWithdraw(request, tasks)) return refuse('WRONG_STATE')
        const at = timestamp(clock)
        const after = withdraw(request, tasks, { id: actor.id, name: actor.name }, at)
        await write(table, [
          ...advanceRequest(request, after.request),
          ...after.closed.map((task) => advanceTask(task.before, task.after)),
          ...barredTasks(request, tasks, at).map(newTask),
          ...(await givenBack(table, after.request, { by: actor.id, at })),
        ])
        const held = request.type === 'post_change' ? request.hold?.token : undefined
        return succeed({ closed: after.closed.map((task) => task.after), held })
      },
    )
    if (!outcome.ok) return outcome
    const { closed, held } = outcome.value
    for (const task of closed) await answerTokens(workflows, task, patienceSeconds(clock))
    if (held !== undefined) await endHold(workflows, requestId, held)
    const record = await readRequest(table, requestId)
    return record ? succeed(record) : refuse('NOT_FOUND')
  }
