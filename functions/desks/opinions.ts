import { type Actor, readAccount } from '../organisations/account.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp } from '../platform/clock.ts'
import { type Outcome, type RefusalCode, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { withActedBefore } from '../requests/acting-desk.ts'
import { note } from '../requests/lifecycle.ts'
import { personsOf, powerOver, withAssignmentInForce } from '../requests/powers.ts'
import type { Act, RequestRecord } from '../requests/request.ts'
import { advanceAtDesk } from '../requests/stored-request.ts'
import type { Opinion, Task } from '../requests/task.ts'
import { findTask } from './decide-task.ts'
import { requireRequest } from './open-task.ts'
import { findColleague } from './reassign-task.ts'
import { tellColleague } from './tell-desk.ts'

type Asked<Code extends RefusalCode> = Promise<Outcome<RequestRecord & { readonly task: Task }, Code>>

/** Who acted, and what; the task with its opinions after it. */
interface Told {
  readonly before: RequestRecord & { readonly task: Task }
  readonly opinions: readonly Opinion[]
  readonly act: Pick<Act, 'act' | 'reason' | 'to'>
  readonly by: Parameters<typeof note>[2]
}

/** Writes an act that decides nothing, with the opinions after it. */
const keep = async (
  { table, clock }: ActingHost,
  { before: { request, task }, opinions, act, by }: Told,
): Promise<void> => {
  const line = task.line === undefined ? {} : { line: task.line }
  const noted = note(request, { ...act, stage: task.stage, ...line }, by, timestamp(clock))
  const after = { ...task, opinions: [...opinions] }
  await write(table, advanceAtDesk({ request, task }, { request: noted, task: after }))
}

const asItIs = async ({ table }: ActingHost, { requestId, place }: Task, task: Task) => {
  const record = await requireRequest(table, requestId, [])
  return succeed({ ...record, task: record.tasks.find((one) => one.place === place) ?? task })
}

/**
 * Asks a colleague at the same desk for an opinion before deciding (加签), and tells them. It is recorded and decides
 * nothing; who was asked and has not answered is not asked twice.
 */
export const askOpinion =
  (deps: ActingHost) =>
  async (
    { taskId, to, question }: { taskId: string; to: string; question?: string | undefined },
    actor: Actor,
  ): Asked<
    | 'ACTED_BEFORE'
    | 'ASSIGNEE_UNFIT'
    | 'NOT_ALLOWED'
    | 'NOT_FOUND'
    | 'OWN_REQUEST'
    | 'TASK_REASSIGNED'
    | 'WRONG_STATE'
  > => {
    const { table, clock } = deps
    const outcome = await retryOnConflict(async () => {
      const found = await findTask(table, taskId, actor, personsOf(actor))
      if (!found.ok) return found
      const { request, tasks } = found.value
      const task = withActedBefore(await withAssignmentInForce(table, found.value.task), tasks)
      const power = powerOver(actor, request, task)
      if (!power.ok) return power
      if (task.status !== 'open') return refuse('WRONG_STATE')
      const colleague = await findColleague(table, to, request, task)
      if (!colleague.ok) return colleague
      const opinions = task.opinions ?? []
      const { id, name, email } = colleague.value
      if (opinions.some(({ of, given }) => of.id === id && given === undefined))
        return succeed({ before: { ...found.value, task }, nth: undefined, email })
      const asked: Opinion = {
        of: { id, name },
        by: { id: actor.id, name: actor.name },
        at: timestamp(clock),
        ...(question === undefined ? {} : { question }),
      }
      const before = { ...found.value, task }
      await keep(deps, {
        before,
        opinions: [...opinions, asked],
        act: { act: 'ask_opinion', to: asked.of, ...(question === undefined ? {} : { reason: question }) },
        by: { ...asked.by, for: power.for },
      })
      return succeed({ before, nth: opinions.length, email })
    })
    if (!outcome.ok) return outcome
    const { before, nth, email } = outcome.value
    if (nth !== undefined) await tellColleague(deps, before, 'opinion', `opinion-${nth}`, email)
    return asItIs(deps, before.task, before.task)
  }

/** Gives the opinion that one was asked for, while the task is open; whoever asked is told. */
export const giveOpinion =
  (deps: ActingHost) =>
  async (
    { taskId, opinion }: { taskId: string; opinion: string },
    actor: Actor,
  ): Asked<'NOT_FOUND' | 'OPINION_NOT_ASKED' | 'WRONG_STATE'> => {
    const { table, clock } = deps
    const outcome = await retryOnConflict(async () => {
      const found = await findTask(table, taskId, actor)
      if (!found.ok) return found
      const { task } = found.value
      const opinions = task.opinions ?? []
      const nth = opinions.findIndex(({ of, given }) => of.id === actor.id && given === undefined)
      const asked = opinions[nth]
      if (asked === undefined) return refuse('OPINION_NOT_ASKED')
      if (task.status !== 'open') return refuse('WRONG_STATE')
      const given = { ...asked, given: { at: timestamp(clock), text: opinion } }
      await keep(deps, {
        before: found.value,
        opinions: opinions.with(nth, given),
        act: { act: 'opine', reason: opinion },
        by: { id: actor.id, name: actor.name },
      })
      return succeed({ before: found.value, nth, asker: asked.by.id })
    })
    if (!outcome.ok) return outcome
    const { before, nth, asker } = outcome.value
    const account = await readAccount(table, asker)
    if (account !== undefined)
      await tellColleague(deps, before, 'opinion_given', `opinion-given-${nth}`, account.email)
    return asItIs(deps, before.task, before.task)
  }
