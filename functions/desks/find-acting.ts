import { type Actor, readDesk } from '../organisations/account.ts'
import { type Organisation, readOrganisation } from '../organisations/organisation.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Table } from '../platform/table.ts'
import {
  type Acting,
  actingDesk,
  isLastDesk,
  type Looked,
  whoActed,
  whyNobody,
  withAlsoActed,
} from '../requests/acting-desk.ts'
import { peopleOf } from '../requests/batch-parts.ts'
import { participantsOf } from '../requests/participants.ts'
import { personsOf } from '../requests/powers.ts'
import type { Request } from '../requests/request.ts'
import type { Task } from '../requests/task.ts'
import { samePersonsAmong } from '../staff/one-person.ts'

/** What is about many, with those of its participants who sit at a desk: nobody decides on their own matter. */
export const concerning = async (table: Table, request: Request, desk: readonly Actor[]): Promise<Request> =>
  request.type === 'class_roster'
    ? { ...request, participants: await participantsOf(table, request, desk.flatMap(personsOf)) }
    : request.type === 'feed_batch'
      ? { ...request, participants: await peopleOf(table, request, desk.flatMap(personsOf)) }
      : request

/** The authorities above a desk of an institution's line, the nearest first. */
const authoritiesAbove = async (
  table: Table,
  { authorityId }: Pick<Organisation, 'authorityId'>,
  { organisationId, role }: Pick<Task, 'organisationId' | 'role'>,
): Promise<string[]> => {
  const authority = role === 'authority' ? organisationId : authorityId
  const own = authority === undefined ? undefined : await readOrganisation(table, authority)
  if (own === undefined) return []
  return role === 'authority' ? own.overseers : [own.id, ...own.overseers]
}

/** What was found of who may act on a task. */
export interface FoundActing {
  readonly acting: Acting
  /** Those at the task's own desk. */
  readonly desk: readonly Actor[]
  /** The authorities above, where they were asked. */
  readonly above: readonly string[]
  /** Of everyone looked at those who are the same person as somebody who acted before, with another account. */
  readonly alsoActed: readonly string[]
}

/**
 * Who acts on a task now (Art. 38; who decides, 8): its own desk as a rule, and no authority above is looked at then.
 */
export const findActing = async (
  table: Table,
  {
    request,
    task,
    tasks,
    institution,
  }: {
    readonly request: Request
    readonly task: Task
    /** All of the request. */
    readonly tasks: readonly Task[]
    readonly institution: Organisation
  },
  day: string,
): Promise<FoundActing> => {
  // A task that was handed to somebody is not theirs alone: others at the desk may have to act.
  const free = { ...task, assignee: undefined }
  const acted = whoActed(request, tasks, task)
  const look = async (organisationId: OrganisationId, role: Task['role']) => {
    const desk = await readDesk(table, organisationId, role, day)
    const matter = await concerning(table, request, desk)
    const people = desk.flatMap((one) => [one, ...(one.standsInFor ?? [])])
    const also = await samePersonsAmong(table, people, acted)
    const nobody = whyNobody(desk, matter, { ...withAlsoActed(free, also), organisationId, role })
    return { desk, also, looked: { organisationId, role, nobody } satisfies Looked }
  }
  const own = await look(task.organisationId, task.role)
  const isLast = isLastDesk(task)
  const looked: Looked[] = []
  const alsoActed = [...own.also]
  let above: string[] = []
  if (own.looked.nobody !== undefined && isLast) {
    above = await authoritiesAbove(table, request.type === 'programme_filing' ? request : institution, task)
    for (const id of above) {
      const next = await look(id, 'authority')
      looked.push(next.looked)
      alsoActed.push(...next.also)
      if (next.looked.nobody === undefined) break
    }
  }
  return { acting: actingDesk(isLast, own.looked, looked), desk: own.desk, above, alsoActed }
}
