import { edition2024 } from '../../rules/edition.ts'
import type { Actor } from '../organisations/account.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { sees, sitsAt } from '../organisations/visibility.ts'
import { timestamp } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import { untilWrittenFrom } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import type { Decision, Scope } from '../platform/terms.ts'
import { whoActed, withActedBefore, withAlsoActed } from '../requests/acting-desk.ts'
import { answerTokens } from '../requests/answer-tokens.ts'
import { givenBack } from '../requests/end-request.ts'
import { decide, linesOf } from '../requests/lifecycle.ts'
import { patienceSeconds } from '../requests/patience.ts'
import { isOwn, personsOf, powerOver, withAssignmentInForce } from '../requests/powers.ts'
import type { Request, RequestRecord } from '../requests/request.ts'
import { advanceAtDesk, readRequest } from '../requests/stored-request.ts'
import { parseTaskId, type Task } from '../requests/task.ts'
import { samePersonsAmong } from '../staff/one-person.ts'
import { requireSoundEnd } from '../staff/soundness.ts'

export interface DecideTask {
  readonly taskId: string
  readonly decision: Decision
  readonly reason?: string | undefined
  /** Of a return, the fields to be corrected. */
  readonly marked?: readonly string[] | undefined
  /** In tenths of an hour. */
  readonly grantedTenths?: number | undefined
  /** What a discretionary recognition grants. */
  readonly scope?: Scope | undefined
}

/**
 * Finds a task for someone who may see it; for everyone else there is none. Of a class only the participants
 * in `people` are read, where they are given.
 */
export const findTask = async (
  table: Table,
  id: string,
  actor: Actor,
  people?: readonly string[],
): Promise<Outcome<RequestRecord & { task: Task }, 'NOT_FOUND'>> => {
  const name = parseTaskId(id)
  const record = name && (await readRequest(table, name.requestId, people))
  const task = record?.tasks.find(({ place }) => place === name?.place)
  if (record === undefined || task === undefined) return refuse('NOT_FOUND')
  const { request } = record
  // The task's desk and the request's own people see it, also after the institution was placed elsewhere.
  const known = isOwn(request, actor) || sitsAt(actor, task.organisationId, task.role)
  return known || sees(actor, request.staffId, await readOrganisation(table, request.institutionId))
    ? succeed({ ...record, task })
    : refuse('NOT_FOUND')
}

const refuseField = (
  code: 'GRANT_TOO_HIGH' | 'GRANT_NOT_HALF_DAYS' | 'SCOPE_MISSING' | 'INPUT_INVALID',
  {
    article,
    pointer,
    ...detail
  }: { readonly article?: string; readonly pointer: string; readonly zh: string; readonly en: string },
) => refuse(code, { ...(article === undefined ? {} : { article }), errors: [{ pointer, detail }] })

/** Why a desk may not grant so many hours (Art. 39(1)); undefined: it may. */
const hoursRefusal = (
  request: Request,
  task: Task,
  command: DecideTask,
): Refusal<'GRANT_NOT_HALF_DAYS' | 'GRANT_TOO_HIGH' | 'INPUT_INVALID' | 'SCOPE_MISSING'> | undefined => {
  if (command.grantedTenths === undefined) return undefined
  const line =
    task.line !== undefined && request.type === 'recognition' ? request.lines[task.line] : undefined
  if (line === undefined || command.decision !== 'approve')
    return refuseField('INPUT_INVALID', {
      pointer: '/grantedHours',
      zh: '只有学时认定环节同意时才能核减学时。',
      en: 'Only a desk that recognises training and approves grants hours.',
    })
  const most = line.grantedTenths ?? line.claimedTenths
  if (command.grantedTenths > most)
    return refuseField('GRANT_TOO_HIGH', {
      article: '39(1)',
      pointer: '/grantedHours',
      zh: `至多 ${most / 10} 学时。`,
      en: `At most ${most / 10} hours.`,
    })
  if (command.grantedTenths < most && command.reason === undefined)
    return refuseField('INPUT_INVALID', {
      article: '38',
      pointer: '/reason',
      zh: '认定学时少于申报学时，请写明理由。',
      en: 'You grant fewer hours than claimed: please give a reason.',
    })
  if (typeof line.activity !== 'boolean') {
    const { quantity, unit } = line.activity
    const granted = (quantity * command.grantedTenths) / line.claimedTenths
    return Number.isInteger(unit === 'day' ? granted * 2 : granted) && granted > 0
      ? undefined
      : refuseField('INPUT_INVALID', {
          article: '37',
          pointer: '/grantedHours',
          zh: '应与整场次或半天的活动相当。',
          en: 'Grant what whole sessions, or half-days, of the activity come to.',
        })
  }
  if (line.mode === 'offline' && command.grantedTenths % edition2024.tenthsPerHalfDay !== 0)
    return refuseField('GRANT_NOT_HALF_DAYS', {
      article: '39(1)',
      pointer: '/grantedHours',
      zh: '应为 4 的倍数。',
      en: 'Must be a multiple of 4.',
    })
  return undefined
}

/**
 * A day's online hours have nobody who could correct them and send them again: rows are refused one by one (Art. 41).
 * A class that is closed stays as it was closed.
 */
const returnRefusal = (
  request: Request,
  { decision }: DecideTask,
): Refusal<'GRANT_NOT_HALF_DAYS' | 'GRANT_TOO_HIGH' | 'INPUT_INVALID' | 'SCOPE_MISSING'> | undefined =>
  request.type === 'feed_batch' && decision === 'return'
    ? refuseField('INPUT_INVALID', {
        article: '41',
        pointer: '/decision',
        zh: '线上学时批次由培训机构推送，不能退回修改。请在明细里逐条不予认定，其余的再同意；整批有误的，不予认定。',
        en: 'A day’s online hours come from providers and cannot be returned. Refuse single rows in its list and approve the others, or reject it as a whole.',
      })
    : request.type === 'class_roster' && request.ofClass !== undefined && decision === 'return'
      ? refuseField('INPUT_INVALID', {
          article: '34',
          pointer: '/decision',
          zh: '培训班结业后名册不再改动，不能退回修改。请同意，或者不予认定并写明理由。',
          en: 'The list of a closed class is not changed any more and cannot be returned. Approve it, or reject it with a reason.',
        })
      : undefined

/** The scope that a discretionary recognition grants: the desk's own, else the one that was asked for. */
const scopeOf = (
  request: Request,
  task: Task,
  command: DecideTask,
): Outcome<
  Scope | undefined,
  'GRANT_NOT_HALF_DAYS' | 'GRANT_TOO_HIGH' | 'INPUT_INVALID' | 'SCOPE_MISSING'
> => {
  const discretionary = request.type === 'deemed' && request.kind === 'discretionary'
  const grants = discretionary && task.stage === 'authority' && command.decision === 'approve'
  if (!grants)
    return command.scope === undefined
      ? succeed(undefined)
      : refuseField('INPUT_INVALID', {
          pointer: '/scope',
          zh: '只有人事综合管理部门同意视情况认定时才填写认定范围。',
          en: 'Only an authority that approves a discretionary recognition grants a scope.',
        })
  const scope = command.scope ?? request.scope
  return scope === undefined
    ? refuseField('SCOPE_MISSING', {
        article: '39(6)',
        pointer: '/scope',
        zh: '请写明认定范围：全年，或公共、专业科目各多少学时。',
        en: 'Say what is granted: the whole year, or hours of each subject.',
      })
    : succeed(scope)
}

const alreadyHandled = (task: Task): Refusal<'ALREADY_DECIDED' | 'TASK_WITHDRAWN'> =>
  task.decided
    ? refuse('ALREADY_DECIDED', {
        details: {
          decidedBy: { id: task.decided.by, name: task.decided.byName },
          ...(task.decided.for ? { decidedFor: task.decided.for } : {}),
          decidedAt: task.decided.at,
          decision: task.decided.decision,
        },
      })
    : refuse('TASK_WITHDRAWN')

/**
 * A desk decides (Art. 34, 37, 38): by one conditional transaction, after which the workflow is told. Of
 * several who decide at once exactly one succeeds; the others are refused and told who decided, and when.
 */
export const decideTask =
  ({ table, workflows, clock }: DecidingHost) =>
  async (command: DecideTask, actor: Actor) => {
    const attempt = async (from: Table) => {
      const found = await findTask(from, command.taskId, actor, personsOf(actor))
      if (!found.ok) return found
      const { request, tasks } = found.value
      const known = withActedBefore(await withAssignmentInForce(from, found.value.task), tasks)
      // Who got a seat since the task was opened may be somebody who acted, under another account.
      const task = withAlsoActed(
        known,
        await samePersonsAmong(from, [actor], whoActed(request, tasks, known)),
      )
      const power = powerOver(actor, request, task)
      if (!power.ok) return power
      if (task.status !== 'open') return alreadyHandled(task)
      if (linesOf(task, request).length === 0) return refuse('WRONG_STATE')
      const refusal = hoursRefusal(request, task, command) ?? returnRefusal(request, command)
      if (refusal) return refusal
      const scope = scopeOf(request, task, command)
      if (!scope.ok) return scope
      const { decision, reason, marked = [], grantedTenths } = command
      // Nothing is granted or refused by a ledger that was tampered with: it waits. Of a class each ledger is looked at
      // when the class is entered in it.
      if (request.staffId !== undefined) await requireSoundEnd(from, request.staffId)
      const at = timestamp(clock)
      const after = decide(
        request,
        task,
        {
          decision,
          ...(reason === undefined ? {} : { reason }),
          ...(decision === 'return' && marked.length > 0 ? { marked: [...new Set(marked)] } : {}),
          ...(grantedTenths === undefined ? {} : { grantedTenths }),
          ...(scope.value === undefined ? {} : { grantedScope: scope.value }),
        },
        { id: actor.id, name: actor.name, for: power.for },
        at,
      )
      await write(table, [
        ...advanceAtDesk({ request, task }, after),
        ...(await givenBack(table, after.request, { by: actor.id, at })),
      ])
      const others = tasks.map((one) => (one.place === task.place ? after.task : one))
      return succeed({ ...after, tasks: others })
    }
    const outcome = await untilWrittenFrom(table, attempt, ({ ok }) => ok)
    if (outcome.ok) await answerTokens(workflows, outcome.value.task, patienceSeconds(clock))
    return outcome
  }
