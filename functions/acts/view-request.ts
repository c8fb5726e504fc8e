import type { RequestSummary, RequestView } from '../api/requests.ts'
import type { TaskView } from '../api/tasks.ts'
import { type Clock, today } from '../kit/clock.ts'
import type { Account } from '../store/account.ts'
import { readEvidenceList } from '../store/evidence.ts'
import { readOrganisation } from '../store/organisation.ts'
import { readPerson } from '../store/person.ts'
import type { Request, RequestRecord } from '../store/request.ts'
import type { Table } from '../store/table.ts'
import { type Task, taskId } from '../store/task.ts'
import type { Stage } from '../store/terms.ts'
import { isOwn } from './decide-task.ts'
import { institutionOf, organisationAt } from './organisation-at.ts'
import { sitsAt } from './visibility.ts'

const hours = (tenths: number | undefined): number | null => (tenths === undefined ? null : tenths / 10)

/** The desk that holds the request: of several lines the one furthest from its end. */
const stageOf = (request: Request): Stage | null => {
  const held = request.lines.flatMap((line) =>
    line.status === 'in_review' && line.stage ? [line.stage] : [],
  )
  return (['institution', 'department', 'authority'] as const).find((stage) => held.includes(stage)) ?? null
}

export const summarise = (request: Request): RequestSummary => ({
  id: request.id,
  type: request.type,
  status: request.status,
  stage: stageOf(request),
  round: request.round,
  staffId: request.staffId,
  title: request.title,
  submittedAt: request.submittedAt,
})

/** A request as its readers see it: facts, lines, who holds it, and every act so far. Tokens never leave. */
export const viewRequest = async (table: Table, { request, tasks }: RequestRecord): Promise<RequestView> => {
  const [person, institution, evidence] = await Promise.all([
    readPerson(table, request.staffId),
    institutionOf(table, request.institutionId),
    readEvidenceList(table, request.evidence),
  ])
  const stage = stageOf(request)
  const organisation = stage === null ? undefined : organisationAt(institution, stage)
  const holder = organisation === undefined ? undefined : await readOrganisation(table, organisation)
  return {
    ...summarise(request),
    staffName: person?.name ?? '',
    institution: institution.name,
    submittedBy: request.submittedBy,
    provider: request.provider ?? null,
    certificateNo: request.certificateNo ?? null,
    evidence: evidence.map(({ id, type, size }) => ({ id, type, size })),
    lines: request.lines.map((line) => ({
      subject: line.subject,
      category: line.category,
      mode: line.mode,
      activity: line.activity,
      ...(line.passed === undefined ? {} : { passed: line.passed }),
      from: line.from,
      to: line.to,
      ...(line.halfDays === undefined ? {} : { halfDays: line.halfDays }),
      ...(line.fullTime === undefined ? {} : { fullTime: line.fullTime }),
      ...(line.forChange === undefined ? {} : { forChange: line.forChange }),
      ...(line.makeUpFor === undefined ? {} : { makeUpFor: line.makeUpFor }),
      status: line.status,
      stage: line.stage ?? null,
      hours: line.claimedTenths / 10,
      grantedHours: hours(line.grantedTenths),
    })),
    holder:
      stage === null || holder === undefined
        ? null
        : { organisation: holder.id, role: stage, name: holder.name },
    tasks: tasks.flatMap((task) =>
      task.status === 'open'
        ? [{ id: taskId(task), stage: task.stage, line: task.line ?? null, dueOn: task.dueOn }]
        : [],
    ),
    timeline: request.acts.map((act) => ({
      at: act.at,
      actor: act.actor,
      actorName: act.actorName,
      act: act.act,
      stage: act.stage ?? null,
      line: act.line ?? null,
      reason: act.reason ?? null,
      grantedHours: hours(act.grantedTenths),
    })),
  }
}

/** Whether someone may decide a task now: they sit at its desk, it is open, and it is not their own matter. */
export const mayDecide = (request: Request, task: Task, actor: Account): boolean =>
  task.status === 'open' && sitsAt(actor, task.organisationId, task.role) && !isOwn(request, actor)

export const viewTask = (request: Request, task: Task, actor: Account, clock: Clock): TaskView => ({
  id: taskId(task),
  requestId: task.requestId,
  type: task.type,
  stage: task.stage,
  line: task.line ?? null,
  subject: task.line === undefined ? null : (request.lines[task.line]?.subject ?? null),
  organisation: task.organisationId,
  title: request.title,
  staffId: request.staffId,
  openedAt: task.openedAt,
  dueOn: task.dueOn,
  late: task.status === 'open' && (task.lateNotices > 0 || task.dueOn < today(clock)),
  status: task.status,
  mayDecide: mayDecide(request, task, actor),
  decided: task.decided ? { ...task.decided, reason: task.decided.reason ?? null } : null,
})
