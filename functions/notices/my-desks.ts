import type { Actor } from '../organisations/account.ts'
import { seatsOf } from '../organisations/visibility.ts'
import { isDesk } from '../platform/callers.ts'
import type { OrganisationId } from '../platform/ids.ts'
import { lists } from '../platform/keys.ts'
import { eventually, readIndex, type Table } from '../platform/table.ts'
import type { Role } from '../platform/terms.ts'
import { personsOf, powerOver } from '../requests/powers.ts'
import type { Request } from '../requests/request.ts'
import { requestsAtDesk } from '../requests/requests-at-desk.ts'
import { type Task, taskFrom } from '../requests/task.ts'

/** Tasks of a desk that are looked at. */
const MOST = 50

/** The desks at which an actor sits or stands in for a colleague; each once. */
const desksOf = (actor: Actor): { organisationId: OrganisationId; role: Role }[] => [
  ...new Map(
    seatsOf(actor)
      .filter(({ role }) => isDesk(role))
      .map(({ organisationId, role }) => [`${role} ${organisationId}`, { organisationId, role }]),
  ).values(),
]

interface Found {
  readonly tasks: readonly { readonly task: Task; readonly request: Request }[]
  /** A desk has more tasks than these. */
  readonly more: boolean
}

/**
 * The tasks that an actor may decide now, of each of their desks the fifty that are due first, or last: a
 * bounded number of reads however much lies there.
 */
export const tasksAtMyDesks = async (
  table: Table,
  actor: Actor,
  order: 'due first' | 'due last',
): Promise<Found> => {
  const people = personsOf(actor)
  const desks = await Promise.all(
    desksOf(actor).map(async ({ organisationId, role }) => {
      const { items, cursor } = await readIndex(
        eventually(table),
        'listed',
        lists.desk(organisationId, role),
        { limit: MOST, descending: order === 'due last' },
      )
      const tasks = items.map(taskFrom)
      const requests = await requestsAtDesk(eventually(table), tasks, people)
      return {
        more: cursor !== null,
        tasks: tasks.flatMap((task) => {
          const request = requests.get(task.requestId)
          const isMine = request !== undefined && task.status === 'open' && powerOver(actor, request, task).ok
          return isMine ? [{ task, request }] : []
        }),
      }
    }),
  )
  return { tasks: desks.flatMap(({ tasks }) => tasks), more: desks.some(({ more }) => more) }
}
