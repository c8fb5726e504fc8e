import { keys } from '../platform/keys.ts'
import { readAll, type Table } from '../platform/table.ts'
import { assemble } from './assemble.ts'
import { participantsAmong } from './participants.ts'
import type { Request, RosterRequest } from './request.ts'
import { readRequests, requestFrom } from './stored-request.ts'
import type { Task } from './task.ts'

/**
 * Whether a task alone does not say all that its desk is shown: a desk that has a claim before it again, while other
 * lines of it go on elsewhere.
 */
const needsOthers = (request: Request, tasks: readonly Task[]): boolean =>
  request.lines.length > 1 && tasks.some(({ line, round }) => line === undefined && round > 1)

/**
 * The requests behind a desk's open tasks, as the desk is shown them, in a few batches however many there are: each
 * from its own item and those tasks; of a class's participants those in `people` alone. Their timelines are not whole.
 */
export const requestsAtDesk = async (
  table: Table,
  tasks: readonly Task[],
  people: readonly string[],
): Promise<Map<string, Request>> => {
  const theirs = Map.groupBy(tasks, ({ requestId }) => requestId)
  const own = (await readAll(table, [...theirs.keys()].map(keys.request))).map(requestFrom)
  const tasksOf = ({ id }: Request): readonly Task[] => theirs.get(id) ?? []
  const [others, plain] = [
    own.filter((request) => needsOthers(request, tasksOf(request))),
    own.filter((request) => !needsOthers(request, tasksOf(request))),
  ]
  const rosters = plain.filter((request): request is RosterRequest => request.type === 'class_roster')
  const [whole, participants] = await Promise.all([
    readRequests(
      table,
      others.map(({ id }) => id),
      people,
    ),
    participantsAmong(table, rosters, people),
  ])
  return new Map([
    ...whole.map(({ request }) => [request.id, request] as const),
    ...plain.map((request) => {
      const assembled = assemble(request, tasksOf(request))
      return [
        request.id,
        assembled.type === 'class_roster'
          ? { ...assembled, participants: participants.get(request.id) ?? [] }
          : assembled,
      ] as const
    }),
  ])
}
