import { articleAt } from '../../rules/routes.ts'
import type { Actor } from '../organisations/account.ts'
import { type Clock, today } from '../platform/clock.ts'
import { isActivity } from '../platform/terms.ts'
import { workingDaysLeft } from '../platform/working-days.ts'
import { powerOver } from '../requests/powers.ts'
import { isOfHours, type Request } from '../requests/request.ts'
import { type Task, taskId } from '../requests/task.ts'
import type { TaskView } from './api.ts'

/** Whether someone may decide a task now: they sit at its desk, it is open, and it is not their own matter. */
export const mayDecide = (request: Request, task: Task, actor: Actor): boolean =>
  task.status === 'open' && powerOver(actor, request, task).ok

const subjectAt = (request: Request, line: number | undefined): TaskView['subject'] =>
  line !== undefined && isOfHours(request) ? (request.lines[line]?.subject ?? null) : null

/**
 * The article by which a desk decides; an institution that has several lines before it registers all (Art.
 * 34).
 */
const articleOf = (request: Request, { stage, line }: Pick<Task, 'stage' | 'line'>): string => {
  switch (request.type) {
    case 'recognition':
    case 'class_roster':
    case 'feed_batch':
      return articleAt(stage, { activity: isActivity(request.lines[line ?? 0]?.activity) })
    case 'make_up_delay':
      return '32'
    case 'post_change':
      return '45'
    case 'deemed':
      return '39'
    case 'justified_reason':
      return '7'
    case 'programme_filing':
      return '8'
    case 'record_change':
    case 'objection':
      return '35'
  }
}

/** The hours that a desk has before it; null where a request is not about hours. */
const hoursAt = (request: Request, line: number | undefined): number | null => {
  if (!isOfHours(request)) return null
  const lines = line === undefined ? request.lines : request.lines.slice(line, line + 1)
  return lines.reduce((sum, one) => sum + (one.grantedTenths ?? one.claimedTenths), 0) / 10
}

/** A task as the API shows it to its desk and to those who wait for it. */
export const viewTask = (request: Request, task: Task, actor: Actor, clock: Clock): TaskView => ({
  id: taskId(task),
  requestId: task.requestId,
  type: task.type,
  stage: task.stage,
  line: task.line ?? null,
  subject: subjectAt(request, task.line),
  hours: hoursAt(request, task.line),
  article: articleOf(request, task),
  organisation: task.organisationId,
  title: request.title,
  staffId: request.staffId ?? null,
  openedAt: task.openedAt,
  dueOn: task.dueOn,
  workingDaysLeft: task.status === 'open' ? workingDaysLeft(today(clock), task.dueOn) : null,
  late: task.status === 'open' && (task.lateNotices > 0 || task.dueOn < today(clock)),
  status: task.status,
  acting:
    task.insteadOf === undefined
      ? null
      : {
          organisation: task.organisationId,
          insteadOf: task.insteadOf.organisationId,
          role: task.insteadOf.role,
          why: task.insteadOf.why,
        },
  covers: (task.covers ?? []).map(({ stage, organisationId, why }) => ({
    stage,
    organisation: organisationId,
    why,
  })),
  mayDecide: mayDecide(request, task, actor),
  assignee: task.assignee ?? null,
  decided: task.decided
    ? {
        at: task.decided.at,
        by: task.decided.by,
        byName: task.decided.byName,
        for: task.decided.for ?? null,
        decision: task.decided.decision,
        reason: task.decided.reason ?? null,
      }
    : null,
})
