import { type Actor, type Human, readAccount } from '../organisations/account.ts'
import { accountsOf } from '../organisations/same-human.ts'
import { seatsOf } from '../organisations/visibility.ts'
import { type Refusal, refuse } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { type Request, subjectsOf } from './request.ts'
import type { Task } from './task.ts'

/** By whose powers someone decides: their own, or those of the colleague they stand in for. */
export interface Power {
  readonly ok: true
  readonly for?: { readonly id: string; readonly name: string }
}

/**
 * Whether someone submitted a request or is its subject, by whichever of their accounts: then they may not decide on it
 * (Art. 38).
 */
export const isOwn = (request: Request, human: Human): boolean =>
  accountsOf(human).some(
    ({ id, staffId }) =>
      request.submittedBy === id || (staffId !== undefined && subjectsOf(request).includes(staffId)),
  )

/** Whether someone is among those who acted, by whichever of their accounts. */
const isAmong = (acted: readonly string[], human: Human): boolean =>
  accountsOf(human).some(({ id }) => acted.includes(id))

/** The staff ids of an actor and of the colleagues whose powers they hold. */
export const personsOf = (actor: Actor): string[] =>
  [actor, ...(actor.standsInFor ?? [])].flatMap(accountsOf).flatMap(({ staffId }) => staffId ?? [])

/**
 * Whether someone may act at a task's desk now, and by whose powers (Art. 38): not on their own matter, and at no
 * second desk of one line. Powers that were lent end where the lender's do: nobody decides for a colleague where that
 * colleague might not.
 */
export const powerOver = (
  actor: Actor,
  request: Request,
  task: Pick<Task, 'organisationId' | 'role' | 'assignee' | 'actedBefore'>,
): Power | Refusal<'ACTED_BEFORE' | 'NOT_ALLOWED' | 'OWN_REQUEST' | 'TASK_REASSIGNED'> => {
  const seats = seatsOf(actor).filter(
    (seat) => seat.organisationId === task.organisationId && seat.role === task.role,
  )
  if (seats.length === 0) return refuse('NOT_ALLOWED', { article: '38' })
  if (isOwn(request, actor)) return refuse('OWN_REQUEST', { article: '38' })
  const disinterested = seats.filter(({ lender }) => lender === undefined || !isOwn(request, lender))
  if (disinterested.length === 0) return refuse('OWN_REQUEST', { article: '38' })
  const acted = task.actedBefore ?? []
  const fresh = disinterested.filter(({ lender }) => lender === undefined || !isAmong(acted, lender))
  if (isAmong(acted, actor) || fresh.length === 0) return refuse('ACTED_BEFORE', { article: '38' })
  const { assignee } = task
  // A head may always step in: a task handed to someone who is away must not lie there.
  const usable = fresh.find(
    ({ head, lender }) => assignee === undefined || head || (lender ?? actor).id === assignee.id,
  )
  if (usable === undefined) return refuse('TASK_REASSIGNED', { details: { assignee } })
  const { lender } = usable
  return lender === undefined ? { ok: true } : { ok: true, for: { id: lender.id, name: lender.name } }
}

/** The task without its assignee, where that person no longer sits at the desk. */
export const withAssignmentInForce = async (table: Table, task: Task): Promise<Task> => {
  if (task.assignee === undefined) return task
  const account = await readAccount(table, task.assignee.id)
  const sits = account?.roles.some(
    ({ organisationId, role }) => organisationId === task.organisationId && role === task.role,
  )
  return sits ? task : { ...task, assignee: undefined }
}
