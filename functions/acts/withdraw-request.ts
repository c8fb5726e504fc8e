import { timestamp } from '../kit/clock.ts'
import { type Outcome, refuse, succeed } from '../kit/refusals.ts'
import { untilWritten } from '../kit/until-written.ts'
import type { Account } from '../store/account.ts'
import { advanceRequest, type RequestRecord, readRequest } from '../store/request.ts'
import { write } from '../store/table.ts'
import { advanceTask, type Task } from '../store/task.ts'
import { answerTokens } from './answer-tokens.ts'
import { type Deps, proofsToRelease } from './decide-task.ts'
import { findRequest } from './find-request.ts'
import { mayWithdraw, withdraw } from './lifecycle.ts'
import { patienceSeconds } from './patience.ts'

/** The submitter takes a request back, until the first decision of its round or after a return. */
export const withdrawRequest =
  ({ table, workflows, clock }: Deps) =>
  async (requestId: string, actor: Account): Promise<Outcome<RequestRecord>> => {
    const outcome = await untilWritten(async (): Promise<Outcome<{ closed: Task[] }>> => {
      const found = await findRequest(table, requestId, actor)
      if (!found.ok) return found
      const { request, tasks } = found.value
      if (request.submittedBy !== actor.id) return refuse('NOT_ALLOWED')
      if (!mayWithdraw(request, tasks)) return refuse('WRONG_STATE')
      const after = withdraw(request, tasks, actor, timestamp(clock))
      await write(table, [
        advanceRequest(request, after.request),
        ...after.closed.map((task) => advanceTask(task.before, task.after)),
        ...proofsToRelease(after.request),
      ])
      return succeed({ closed: after.closed.map((task) => task.after) })
    })
    if (!outcome.ok) return outcome
    for (const task of outcome.value.closed) await answerTokens(workflows, task, patienceSeconds(clock))
    const record = await readRequest(table, requestId)
    return record ? succeed(record) : refuse('NOT_FOUND')
  }
