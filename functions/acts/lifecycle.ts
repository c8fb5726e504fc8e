import type { Account } from '../store/account.ts'
import type { Act, Line, Request } from '../store/request.ts'
import type { Task } from '../store/task.ts'
import type { Decision } from '../store/terms.ts'

/**
 * What becomes of a request by each act: pure functions from what was read to what is written. The workflow moves
 * a request from desk to desk; these say what an act at a desk means.
 */

export interface Verdict {
  readonly decision: Decision
  readonly reason?: string
  /** Granted hours in tenths, where a recognising desk grants other than what was claimed. */
  readonly grantedTenths?: number
}

const by = (actor: Pick<Account, 'id' | 'name'>, at: string) => ({
  at,
  actor: actor.id,
  actorName: actor.name,
})

/** The system itself, where nobody acted. */
export const SYSTEM: Pick<Account, 'id' | 'name'> = { id: 'system', name: '系统' }

/** The lines that a task decides on: all that run in its round, or its one. */
export const linesOf = (task: Pick<Task, 'line' | 'round'>, request: Request): number[] =>
  request.lines.flatMap((line, index) =>
    line.status === 'in_review' &&
    line.round === task.round &&
    (task.line === undefined || task.line === index)
      ? [index]
      : [],
  )

const changeLines = (request: Request, indexes: readonly number[], change: (line: Line) => Line): Line[] =>
  request.lines.map((line, index) => (indexes.includes(index) ? change(line) : line))

/** A line that has left its desk: nobody holds it until the workflow has done what follows. */
const leave = ({ stage: _, ...line }: Line, change: Partial<Line>): Line => ({
  ...line,
  ...change,
  awaiting: true,
})

const afterVerdict = (line: Line, task: Task, verdict: Verdict): Line => {
  switch (verdict.decision) {
    case 'approve':
      // Recognition is a desk's own act; the institution only confirms the facts (Art. 34, 38).
      return task.stage === 'institution'
        ? leave(line, {})
        : leave(line, { grantedTenths: verdict.grantedTenths ?? line.grantedTenths ?? line.claimedTenths })
    case 'return':
      return leave(line, { status: 'returned' })
    case 'reject':
      return leave(line, { status: 'rejected' })
  }
}

/** A desk's decision, made once: the task is decided and its lines move on. */
export const decide = (
  request: Request,
  task: Task,
  verdict: Verdict,
  actor: Pick<Account, 'id' | 'name'>,
  at: string,
): { request: Request; task: Task } => {
  const { decision, reason } = verdict
  const why = reason === undefined ? {} : { reason }
  const act: Act = {
    ...by(actor, at),
    act: decision,
    stage: task.stage,
    ...(task.line === undefined ? {} : { line: task.line }),
    ...why,
    ...(verdict.grantedTenths === undefined ? {} : { grantedTenths: verdict.grantedTenths }),
  }
  return {
    request: {
      ...request,
      lines: changeLines(request, linesOf(task, request), (line) => afterVerdict(line, task, verdict)),
      acts: [...request.acts, act],
    },
    task: { ...task, status: 'decided', decided: { at, by: actor.id, byName: actor.name, decision, ...why } },
  }
}

/**
 * Whether a submitter may still take the request back: as long as no desk has decided in this round, or when a
 * desk has returned it. What was already credited stays credited.
 */
export const mayWithdraw = (request: Request, tasks: readonly Task[]): boolean =>
  request.status === 'returned' ||
  (request.status === 'in_review' &&
    !tasks.some((task) => task.status === 'decided' && task.round === request.round))

/** The submitter takes the request back; open tasks close with it. */
export const withdraw = (
  request: Request,
  tasks: readonly Task[],
  actor: Pick<Account, 'id' | 'name'>,
  at: string,
): { request: Request; closed: { before: Task; after: Task }[] } => {
  const taken = request.lines.flatMap((line, index) =>
    line.status === 'in_review' || line.status === 'returned' ? [index] : [],
  )
  return {
    request: {
      ...request,
      lines: changeLines(request, taken, (line) => ({
        ...leave(line, { status: 'withdrawn' }),
        awaiting: line.status === 'in_review',
      })),
      acts: [...request.acts, { ...by(actor, at), act: 'withdraw' }],
    },
    closed: tasks.flatMap((task) =>
      task.status === 'open' ? [{ before: task, after: { ...task, status: 'withdrawn' as const } }] : [],
    ),
  }
}

/**
 * A desk holds these lines from now on. Only the execution of the line that `arrived` is known to wait there; the
 * others are awaited until theirs arrives too.
 */
export const arriveAtDesk = (
  request: Request,
  held: readonly number[],
  arrived: number,
  stage: Task['stage'],
): Request => ({
  ...request,
  lines: request.lines.map((line, index) => ({
    ...line,
    ...(held.includes(index) ? { stage } : {}),
    ...(index === arrived ? { awaiting: false } : {}),
  })),
})

/** The hours stand in the ledger: the line is approved. */
export const credit = (request: Request, index: number, at: string): Request => ({
  ...request,
  lines: changeLines(request, [index], ({ stage: _, ...line }) => ({
    ...line,
    status: 'approved',
    awaiting: false,
  })),
  acts: [...request.acts, { ...by(SYSTEM, at), act: 'credit', line: index }],
})

/** The person has been told how the line ended; the workflow has nothing more to do for it. */
export const settleLine = (request: Request, index: number): Request => ({
  ...request,
  lines: changeLines(request, [index], (line) => ({ ...line, awaiting: false })),
})

/** A note of the timeline that changes no line: a reminder, an escalation. */
export const note = (
  request: Request,
  act: Pick<Act, 'act' | 'stage' | 'line'>,
  actor: Pick<Account, 'id' | 'name'>,
  at: string,
): Request => ({ ...request, acts: [...request.acts, { ...by(actor, at), ...act }] })
