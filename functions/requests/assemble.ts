import type { Act } from './act.ts'
import type { Progress, Request } from './request.ts'
import type { Task } from './task.ts'

/**
 * A request and its tasks, read as one. A desk's act is stored with its task alone, by one small write. Which
 * desk holds a line, what was granted, whether the workflow has work to do and the timeline are derived from
 * both. Once a line has left review, the request's own item is final on it.
 */

/** The order in which desks see a line. */
const order: readonly Task['stage'][] = ['institution', 'department', 'authority']

/** The tasks of a line's round, whatever became of them. */
const ofRound = (tasks: readonly Task[], round: number, index: number): Task[] =>
  tasks.filter((task) => task.round === round && (task.line === undefined || task.line === index))

/** How often a decision on a line was taken back in a round. */
export const timesTakenBack = (tasks: readonly Task[], round: number, index: number): number =>
  ofRound(tasks, round, index).reduce((sum, { takenBack }) => sum + (takenBack?.times ?? 0), 0)

/** The tasks of a line's round that a desk had or has, in the order in which desks see it. */
const tasksOf = (tasks: readonly Task[], line: Progress, index: number): Task[] =>
  ofRound(tasks, line.round, index)
    .filter(({ status }) => status !== 'withdrawn' && status !== 'taken_back')
    .toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))

/** Applies one task to its line. The institution only confirms; the other desks grant hours or a scope. */
const after = <L extends Progress & { readonly claimedTenths?: number }>(
  line: L,
  { status, stage, tokens, decided, grantedSoFar, takenBack }: Task,
  index: number,
): L => {
  if (status === 'open')
    return {
      ...line,
      stage,
      // A desk that took its decision back waits for a new execution.
      awaiting: tokens[index] === undefined ? takenBack !== undefined || line.awaiting : false,
      ...(grantedSoFar === undefined ? {} : { grantedTenths: grantedSoFar }),
    }
  const left = { ...line, stage: undefined, awaiting: true }
  // Without `nth` the request itself stores the decision and what it granted.
  if (stage === 'institution' || decided?.nth === undefined) return left
  return {
    ...left,
    grantedTenths: decided.grantedTenths ?? line.grantedTenths ?? line.claimedTenths,
    grantedScope: decided.grantedScope ?? line.grantedScope,
  }
}

/** The line with the times that a decision on it was taken back, where there were any. */
const withTakenBack = <L extends Progress>(line: L, index: number, tasks: readonly Task[]): L => {
  const times = timesTakenBack(tasks, line.round, index)
  return times === 0 ? line : { ...line, takenBack: times }
}

const progress = <L extends Progress>(line: L, index: number, tasks: readonly Task[]): L =>
  line.status === 'in_review'
    ? tasksOf(tasks, line, index).reduce((now, task) => after(now, task, index), {
        ...line,
        stage: undefined,
      })
    : line

/** A task's decision as an act of the timeline; undefined where there is none, or the request itself stores it. */
export const decisionOf = ({ decided, stage, line, covers }: Task): Act | undefined => {
  if (decided?.nth === undefined) return undefined
  const { at, by, byName, for: lender, decision, reason, marked, grantedTenths, grantedScope, nth } = decided
  return {
    at,
    actor: by,
    actorName: byName,
    ...(lender === undefined ? {} : { for: lender }),
    act: decision,
    stage,
    line,
    reason,
    ...(marked === undefined ? {} : { marked }),
    grantedTenths,
    grantedScope,
    ...(covers === undefined ? {} : { covers: covers.map((one) => one.stage) }),
    nth,
  }
}

/** The acts that a task stores: its notes and its decision. */
const actsAt = (task: Task): Act[] => {
  const decision = decisionOf(task)
  return [...(task.notes ?? []), ...(decision === undefined ? [] : [decision])].map((act) => ({
    ...act,
    atTask: task.place,
  }))
}

/** By the number of acts that the actor saw before (`nth`), then by time, then by the task's place. */
const inOrder = (one: Act, other: Act): number =>
  (one.nth ?? 0) - (other.nth ?? 0) ||
  one.at.localeCompare(other.at, 'en') ||
  (one.atTask ?? '').localeCompare(other.atTask ?? '', 'en')

/** A request's own item, completed by what its tasks say. */
export const assemble = <R extends Request>(request: R, tasks: readonly Task[]): R => ({
  ...request,
  lines: request.lines.map((line, index) => withTakenBack(progress(line, index, tasks), index, tasks)),
  acts: [
    ...request.acts.map((act, index) => ({ ...act, nth: act.nth ?? index })),
    ...tasks.flatMap(actsAt),
  ].sort(inOrder),
})
