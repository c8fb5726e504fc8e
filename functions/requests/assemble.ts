import type { Act } from './act.ts'
import type { Progress, Request } from './request.ts'
import type { Task } from './task.ts'

/**
 * What a request says together with its tasks. A desk's act stands with its task alone, so that it costs one small
 * write: which desk holds a line, what was granted, whether its workflow has something to do, and the timeline are
 * read from both. What a request's own item says of a line that is no longer in review is final.
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

/** A line after what one of its tasks says; recognition is a desk's own act, the institution only confirms. */
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
  // The acts of tasks that have no place in the timeline are in the request, with what they granted.
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

/** The acts that stand with a task. */
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

/** Who saw more acts before them acted later; of two who saw the same, the clock decides. */
const inOrder = (one: Act, other: Act): number =>
  (one.nth ?? 0) - (other.nth ?? 0) ||
  one.at.localeCompare(other.at, 'en') ||
  (one.atTask ?? '').localeCompare(other.atTask ?? '', 'en')

/** A request as its own item has it, with what its tasks add. */
export const assemble = <R extends Request>(request: R, tasks: readonly Task[]): R => ({
  ...request,
  lines: request.lines.map((line, index) => progress(line, index, tasks)),
  acts: [
    ...request.acts.map((act, index) => ({ ...act, nth: act.nth ?? index })),
    ...tasks.flatMap(actsAt),
  ].sort(inOrder),
})
