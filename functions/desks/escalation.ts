import { type Actor, readDesk } from '../organisations/account.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import type { Request } from '../requests/request.ts'
import type { Task } from '../requests/task.ts'
import { authoritiesAbove } from './take-over-task.ts'

/** To whom the lateness of a desk goes. */
export interface Escalation {
  /** `late`: the desk is reminded; `escalate`: its head is asked to step in; `overdue`: no head could, the authority above is told. */
  readonly occasion: 'late' | 'escalate' | 'overdue'
  /** The authority that sees it in its list from the second time on, and may take it over. Undefined: none stands above. */
  readonly under?: OrganisationId | undefined
}

const isHeadAt =
  ({ organisationId, role }: Pick<Task, 'organisationId' | 'role'>) =>
  ({ roles }: Actor): boolean =>
    roles.some((seat) => seat.head && seat.organisationId === organisationId && seat.role === role)

/** Whether a head of the desk could step in for somebody else: a head who alone lets it become late is told nothing new. */
const hasHeadBesides = (task: Task, desk: readonly Actor[]): boolean => {
  const assigned = desk.filter(({ id }) => id === task.assignee?.id)
  const late = assigned.length > 0 ? assigned : desk
  return desk.filter(isHeadAt(task)).some((head) => late.some(({ id }) => id !== head.id))
}

/** The nearest authority above a late desk at which somebody sits, of those that may take the task over (who decides, 8). */
const overdueUnder = async (
  table: Table,
  request: Request,
  { organisationId, role }: Task,
  day: string,
): Promise<OrganisationId | undefined> => {
  const all = await authoritiesAbove(table, request)
  const above = role === 'authority' ? all.slice(all.indexOf(organisationId) + 1) : all
  for (const id of above) if ((await readDesk(table, id, 'authority', day)).length > 0) return id
  return above[0]
}

/** To whom the lateness of a desk goes: once to the desk, from then on to its head and, where none could step in, above. */
export const escalationOf = async (
  table: Table,
  {
    request,
    task,
    desk,
  }: { readonly request: Request; readonly task: Task; readonly desk: readonly Actor[] },
  waits: number,
  day: string,
): Promise<Escalation> => {
  if (waits < 2) return { occasion: 'late' }
  const under = await overdueUnder(table, request, task, day)
  return { occasion: hasHeadBesides(task, desk) ? 'escalate' : 'overdue', under }
}
