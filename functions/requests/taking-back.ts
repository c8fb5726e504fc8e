import { Stage } from '../platform/terms.ts'
import { isLastDesk } from './acting-desk.ts'
import { decisionOf } from './assemble.ts'
import { barredAt } from './bar-desks.ts'
import { type ActedBy, goesOn, note, reviewAgain } from './lifecycle.ts'
import type { Request, RequestRecord } from './request.ts'
import type { Task } from './task.ts'

/**
 * A desk takes its decision back until the next desk has acted (who decides, 9): pure, from what was read to what is
 * written. The desk's task is open again, tasks of later desks close, and the line begins anew in an execution of its
 * own, which the desks before answer at once.
 */

/** What a decision led to that may still be taken back: the next desk has the matter, or the submitter was told. */
export type Led = 'on' | 'returned' | 'rejected'

/** The lines that a task decided on, while they are still in its round. */
const linesOf = ({ lines }: Request, { line, round }: Task): number[] =>
  lines.flatMap((one, index) =>
    one.round === round && (line === undefined || line === index) ? [index] : [],
  )

/** The tasks of desks that come after one, for the lines that it decided on. */
const laterThan = (tasks: readonly Task[], { stage, round, line }: Task): Task[] =>
  tasks.filter(
    (one) =>
      one.round === round &&
      (line === undefined || one.line === line) &&
      Stage.options.indexOf(one.stage) > Stage.options.indexOf(stage),
  )

/**
 * What a task's decision led to, where it may be taken back; undefined: the next desk or the submitter has acted, or the
 * decision was the last one, whose hours or record follow at once. A class that was refused is filed anew.
 */
export const ledTo = ({ request, tasks }: RequestRecord, task: Task): Led | undefined => {
  const decision = task.decided?.decision
  // Decisions of the first form stand in the request itself.
  if (task.status !== 'decided' || decision === undefined || task.decided?.nth === undefined) return undefined
  const lines = linesOf(request, task).flatMap((index) => request.lines[index]?.status ?? [])
  const all = (status: string): boolean => lines.length > 0 && lines.every((one) => one === status)
  if (decision === 'return') return all('returned') ? 'returned' : undefined
  if (decision === 'reject' && !goesOn(task))
    return all('rejected') && request.type !== 'class_roster' ? 'rejected' : undefined
  const hasActed = laterThan(tasks, task).some(({ status }) => status === 'decided')
  return all('in_review') && !hasActed && !isLastDesk(task) ? 'on' : undefined
}

export interface TakenBack {
  readonly request: Request
  readonly task: Task
  /** Tasks of later desks, as they were and as they are closed. */
  readonly closed: readonly { readonly before: Task; readonly after: Task }[]
  /** Closed tasks for later desks that have none yet. */
  readonly barred: readonly Task[]
}

/** Takes a decision back that may be taken back: the task is open again, with what was decided and undone on record. */
export const takeBack = (
  { request, tasks }: RequestRecord,
  task: Task,
  actor: ActedBy,
  at: string,
): TakenBack => {
  const lines = linesOf(request, task)
  const line = task.line === undefined ? {} : { line: task.line }
  const noted = note(reviewAgain(request, lines), { act: 'take_back', stage: task.stage, ...line }, actor, at)
  const nth = request.acts.length
  const notes = [decisionOf(task), noted.acts[nth] && { ...noted.acts[nth], nth }]
  const later = Stage.options.slice(Stage.options.indexOf(task.stage) + 1)
  return {
    request: noted,
    task: {
      ...task,
      status: 'open',
      decided: undefined,
      tokens: {},
      lateNotices: 0,
      overdueUnder: undefined,
      notes: [...(task.notes ?? []), ...notes.flatMap((act) => act ?? [])],
      takenBack: { times: (task.takenBack?.times ?? 0) + 1, at },
    },
    closed: laterThan(tasks, task)
      .filter(({ status }) => status !== 'taken_back')
      .map((before) => ({ before, after: { ...before, status: 'taken_back', passed: undefined } })),
    barred: barredAt(request, tasks, { status: 'taken_back', lines, stages: later, at }),
  }
}
