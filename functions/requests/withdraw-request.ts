import type { Actor } from '../organisations/account.ts'
import { timestamp } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { answerTokens, endHold } from './answer-tokens.ts'
import { givenBack } from './end-request.ts'
import { findRequest } from './find-request.ts'
import { mayWithdraw, withdraw } from './lifecycle.ts'
import { patienceSeconds } from './patience.ts'
import { advanceRequest, type RequestRecord, readRequest } from './request.ts'
import { advanceTask, type Task } from './task.ts'

/** The submitter takes a request back, until the first decision of its round or after a return. */
export const withdrawRequest =
  ({ table, workflows, clock }: DecidingHost) =>
  async (
    requestId: string,
    actor: Actor,
  ): Promise<Outcome<RequestRecord, 'NOT_ALLOWED' | 'NOT_FOUND' | 'WRONG_STATE'>> => {
    const outcome = await retryOnConflict(
      async (): Promise<
        Outcome<{ closed: Task[]; held: string | undefined }, 'NOT_ALLOWED' | 'NOT_FOUND' | 'WRONG_STATE'>
      > => {
        const found = await findRequest(table, requestId, actor)
        if (!found.ok) return found
        const { request, tasks } = found.value
        if (request.submittedBy !== actor.id) return refuse('NOT_ALLOWED')
        if (!mayWithdraw(request, tasks)) return refuse('WRONG_STATE')
        const at = timestamp(clock)
        const after = withdraw(request, tasks, { id: actor.id, name: actor.name }, at)
        await write(table, [
          advanceRequest(request, after.request),
          ...after.closed.map((task) => advanceTask(task.before, task.after)),
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
