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

/** The tasks of a line's round that a desk had or has, in the order in which desks see it. */
const tasksOf = (tasks: readonly Task[], line: Progress, index: number): Task[] =>
  tasks
    .filter(
      (task) =>
        task.status !== 'withdrawn' &&
        task.round === line.round &&
        (task.line === undefined || task.line === index),
    )
    .toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))

/** Applies one task to its line. The institution only confirms; the other desks grant hours or a scope. */
const after = <L extends Progress & { readonly claimedTenths?: number }>(
  line: L,
  { status, stage, tokens, decided, grantedSoFar }: Task,
  index: number,
): L => {
  if (status === 'open')
    return {
      ...line,
      stage,
      awaiting: tokens[index] === undefined ? line.awaiting : false,
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

const progress = <L extends Progress>(line: L, index: number, tasks: readonly Task[]): L =>
  line.status === 'in_review'
    ? tasksOf(tasks, line, index).reduce((now, task) => after(now, task, index), {
        ...line,
        stage: undefined,
      })
    : line

/** The acts that a task stores: its notes and its decision. */
const actsAt = (task: Task): Act[] => {
  const { decided, place, stage, line, notes = [] } = task
  const noted = notes.map((act) => ({ ...act, atTask: place }))
  if (decided?.nth === undefined) return noted
  const { at, by, byName, for: lender, decision, reason, grantedTenths, grantedScope, nth } = decided
  return [
    ...noted,
    {
      at,
      actor: by,
      actorName: byName,
      ...(lender === undefined ? {} : { for: lender }),
      act: decision,
      stage,
      line,
      reason,
      grantedTenths,
      grantedScope,
      ...(task.covers === undefined ? {} : { covers: task.covers.map((one) => one.stage) }),
      nth,
      atTask: place,
    },
  ]
}

/** By the number of acts that the actor saw before (`nth`), then by time, then by the task's place. */
const inOrder = (one: Act, other: Act): number =>
  (one.nth ?? 0) - (other.nth ?? 0) ||
  one.at.localeCompare(other.at, 'en') ||
  (one.atTask ?? '').localeCompare(other.atTask ?? '', 'en')

/** A request's own item, completed by what its tasks say. */
export const assemble = <R extends Request>(request: R, tasks: readonly Task[]): R => ({
  ...request,
  lines: request.lines.map((line, index) => progress(line, index, tasks)),
  acts: [
    ...request.acts.map((act, index) => ({ ...act, nth: act.nth ?? index })),
    ...tasks.flatMap(actsAt),
  ].sort(inOrder),
})
