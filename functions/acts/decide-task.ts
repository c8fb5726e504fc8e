import { edition2024 } from '../../rules/edition.ts'
import { type Clock, timestamp } from '../kit/clock.ts'
import { type Outcome, type Refusal, refuse, succeed } from '../kit/refusals.ts'
import { untilWritten } from '../kit/until-written.ts'
import type { Workflows } from '../kit/workflows.ts'
import type { Account } from '../store/account.ts'
import { releaseProof } from '../store/evidence.ts'
import { readOrganisation } from '../store/organisation.ts'
import { advanceRequest, type Request, type RequestRecord, readRequest } from '../store/request.ts'
import { type Table, type Write, write } from '../store/table.ts'
import { advanceTask, parseTaskId, type Task } from '../store/task.ts'
import type { Decision } from '../store/terms.ts'
import { answerTokens } from './answer-tokens.ts'
import { decide, linesOf } from './lifecycle.ts'
import { patienceSeconds } from './patience.ts'
import { sees, sitsAt } from './visibility.ts'

export interface Deps {
  readonly table: Table
  readonly workflows: Workflows
  readonly clock: Clock
}

export interface DecideTask {
  readonly taskId: string
  readonly decision: Decision
  readonly reason?: string | undefined
  /** In tenths of an hour. */
  readonly grantedTenths?: number | undefined
}

/** Finds a task for someone who may see it; to everyone else it does not exist. */
export const findTask = async (
  table: Table,
  id: string,
  actor: Account,
): Promise<Outcome<RequestRecord & { task: Task }>> => {
  const name = parseTaskId(id)
  const record = name && (await readRequest(table, name.requestId))
  const task = record?.tasks.find(({ place }) => place === name?.place)
  if (record === undefined || task === undefined) return refuse('NOT_FOUND')
  const institution = await readOrganisation(table, record.request.institutionId)
  return sees(actor, record.request.staffId, institution) || record.request.submittedBy === actor.id
    ? succeed({ ...record, task })
    : refuse('NOT_FOUND')
}

/** Nobody decides on their own claim, nor on one that they entered for another: looked at when they decide. */
export const isOwn = (request: Pick<Request, 'staffId' | 'submittedBy'>, actor: Account): boolean =>
  request.staffId === actor.staffId || request.submittedBy === actor.id

/** Why a desk may not grant so many hours, if it may not (Art. 39(1)). */
const grantRefusal = (request: Request, task: Task, command: DecideTask): Refusal | undefined => {
  if (command.grantedTenths === undefined) return undefined
  const at = (code: 'GRANT_TOO_HIGH' | 'GRANT_NOT_HALF_DAYS' | 'INPUT_INVALID', zh: string, en: string) =>
    refuse(code, {
      ...(code === 'INPUT_INVALID' ? {} : { article: '39(1)' }),
      errors: [{ pointer: '/grantedHours', detail: { zh, en } }],
    })
  const line = task.line === undefined ? undefined : request.lines[task.line]
  if (line === undefined || command.decision !== 'approve')
    return at(
      'INPUT_INVALID',
      '只有认定环节同意时才能核减学时。',
      'Only a recognising desk that approves grants hours.',
    )
  const most = line.grantedTenths ?? line.claimedTenths
  if (command.grantedTenths > most)
    return at('GRANT_TOO_HIGH', `至多 ${most / 10} 学时。`, `At most ${most / 10} hours.`)
  if (line.mode === 'offline' && command.grantedTenths % edition2024.tenthsPerHalfDay !== 0)
    return at('GRANT_NOT_HALF_DAYS', '应为 4 的倍数。', 'Must be a multiple of 4.')
  return undefined
}

const alreadyHandled = (task: Task): Refusal =>
  task.decided
    ? refuse('ALREADY_DECIDED', {
        details: {
          decidedBy: { id: task.decided.by, name: task.decided.byName },
          decidedAt: task.decided.at,
          decision: task.decided.decision,
        },
      })
    : refuse('TASK_WITHDRAWN')

/** A claim that nothing came of gives its proofs back: they were never counted (Art. 40). */
export const proofsToRelease = (after: Request): Write[] =>
  after.lines.every(({ status }) => status === 'rejected' || status === 'withdrawn')
    ? after.fingerprints.map((fingerprint) => releaseProof(fingerprint, after.id))
    : []

/**
 * A desk decides (Art. 34, 37, 38): one conditional transaction, then the workflow is told. Of any number who
 * decide at once exactly one wins; the others learn who and when.
 */
export const decideTask =
  ({ table, workflows, clock }: Deps) =>
  async (command: DecideTask, actor: Account): Promise<Outcome<{ request: Request; task: Task }>> => {
    const outcome = await untilWritten(async (): Promise<Outcome<{ request: Request; task: Task }>> => {
      const found = await findTask(table, command.taskId, actor)
      if (!found.ok) return found
      const { request, task } = found.value
      if (!sitsAt(actor, task.organisationId, task.role)) return refuse('NOT_ALLOWED', { article: '38' })
      if (isOwn(request, actor)) return refuse('OWN_REQUEST', { article: '38' })
      if (task.status !== 'open') return alreadyHandled(task)
      if (linesOf(task, request).length === 0) return refuse('WRONG_STATE')
      const refusal = grantRefusal(request, task, command)
      if (refusal) return refusal
      const { decision, reason, grantedTenths } = command
      const after = decide(
        request,
        task,
        {
          decision,
          ...(reason === undefined ? {} : { reason }),
          ...(grantedTenths === undefined ? {} : { grantedTenths }),
        },
        actor,
        timestamp(clock),
      )
      await write(table, [
        advanceTask(task, after.task),
        advanceRequest(request, after.request),
        ...proofsToRelease(after.request),
      ])
      return succeed(after)
    })
    if (outcome.ok) await answerTokens(workflows, outcome.value.task, patienceSeconds(clock))
    return outcome
  }
