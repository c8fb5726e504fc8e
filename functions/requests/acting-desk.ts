import type { Actor } from '../organisations/account.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Role, WhyNobody } from '../platform/terms.ts'
import { powerOver } from './powers.ts'
import type { Request } from './request.ts'
import type { Task } from './task.ts'

/**
 * Who acts on a line where nobody may act at the desk of its route (Art. 38; who decides, 8): pure, from who sits
 * where. A desk before the last is passed over, and its check is part of the next decision; the last one alone is
 * replaced, by the authority next above at which somebody may act. Where there is none the matter waits.
 */

/** A desk: an organisation and the role that acts there. */
export interface DeskPlace {
  readonly organisationId: OrganisationId
  readonly role: Role
}

/** A desk, and why nobody may act there; undefined: somebody may. */
export interface Looked extends DeskPlace {
  readonly nobody: WhyNobody | undefined
}

export type Acting =
  | { readonly acts: 'desk' }
  | { readonly acts: 'next'; readonly why: WhyNobody }
  | { readonly acts: 'above'; readonly at: DeskPlace; readonly why: WhyNobody }
  | { readonly acts: 'none'; readonly why: WhyNobody }

/** Whether a desk is the last of its line: no other decides after it. */
export const isLastDesk = ({ type, stage }: Pick<Task, 'type' | 'stage'>): boolean =>
  stage === 'authority' ||
  type === 'objection' ||
  type === 'programme_filing' ||
  (stage === 'department' && (type === 'make_up_delay' || type === 'justified_reason'))

/** Why none of those who sit at a desk, or hold its tasks, may act on a matter; undefined: somebody may. */
export const whyNobody = (
  desk: readonly Actor[],
  request: Request,
  task: Pick<Task, 'organisationId' | 'role' | 'actedBefore'>,
): WhyNobody | undefined => {
  if (desk.length === 0) return 'nobody_sits'
  return desk.some((actor) => powerOver(actor, request, task).ok) ? undefined : 'all_involved'
}

/** Who acts, from the desk of the route and the authorities above it, the nearest first, as far as they were looked at. */
export const actingDesk = (isLast: boolean, own: Looked, above: readonly Looked[]): Acting => {
  const why = own.nobody
  if (why === undefined) return { acts: 'desk' }
  if (!isLast) return { acts: 'next', why }
  const free = above.find(({ nobody }) => nobody === undefined)
  return free === undefined
    ? { acts: 'none', why }
    : { acts: 'above', at: { organisationId: free.organisationId, role: free.role }, why }
}

const order: readonly Task['stage'][] = ['institution', 'department', 'authority']

const isOfLine = (task: Task, line: number | undefined): boolean =>
  task.line === undefined || line === undefined || task.line === line

/**
 * The accounts that acted at another desk of a line, for themselves or for a colleague, and those for whom they did:
 * none of them acts at a second one (Art. 38).
 */
export const actedBefore = (
  tasks: readonly Task[],
  { line, stage, organisationId }: Pick<Task, 'line' | 'stage' | 'organisationId'>,
): string[] => [
  ...new Set(
    tasks
      .filter(
        (task) => isOfLine(task, line) && (task.stage !== stage || task.organisationId !== organisationId),
      )
      .flatMap(({ decided }) =>
        decided === undefined ? [] : [decided.by, ...(decided.for ? [decided.for.id] : [])],
      ),
  ),
]

/** A task that knows who acted on its line before, under whichever account, as far as that was found when it was opened. */
export const withActedBefore = (task: Task, tasks: readonly Task[]): Task => ({
  ...task,
  actedBefore: [...new Set([...actedBefore(tasks, task), ...(task.alsoActed ?? [])])],
})

/** A task with those of its desks who are the same person as somebody who acted, under another account. */
export const withAlsoActed = (task: Task, alsoActed: readonly string[]): Task =>
  alsoActed.length === 0
    ? task
    : {
        ...task,
        alsoActed: [...new Set([...(task.alsoActed ?? []), ...alsoActed])],
        actedBefore: [...new Set([...(task.actedBefore ?? []), ...alsoActed])],
      }

/** Who filed a matter, or acted at another desk of a line, with their names as they stand on record. */
export const whoActed = (
  { submittedBy, acts }: Pick<Request, 'submittedBy' | 'acts'>,
  tasks: readonly Task[],
  own: Pick<Task, 'line' | 'stage' | 'organisationId'>,
): { readonly id: string; readonly name: string }[] => {
  const acted = new Set([submittedBy, ...actedBefore(tasks, own)])
  return [
    ...acts.map(({ actor, actorName }) => ({ id: actor, name: actorName })),
    ...tasks.flatMap(({ decided }) =>
      decided === undefined
        ? []
        : [{ id: decided.by, name: decided.byName }, ...(decided.for === undefined ? [] : [decided.for])],
    ),
  ].filter(({ id }) => acted.has(id))
}

/** The desks right before one that were passed over: their checks are part of its decision. */
export const coveredBy = (
  tasks: readonly Task[],
  { line, round, stage }: Pick<Task, 'line' | 'round' | 'stage'>,
): Task['covers'] => {
  const before = tasks
    .filter((task) => task.round === round && isOfLine(task, line))
    .filter((task) => order.indexOf(task.stage) < order.indexOf(stage))
    .toSorted((a, b) => order.indexOf(b.stage) - order.indexOf(a.stage))
  const decided = before.findIndex(({ passed }) => passed === undefined)
  const covered = (decided === -1 ? before : before.slice(0, decided)).flatMap((task) =>
    task.passed === undefined
      ? []
      : [{ stage: task.stage, organisationId: task.organisationId, why: task.passed.why }],
  )
  return covered.length === 0 ? undefined : covered.reverse()
}
