import { keys } from '../platform/keys.ts'
import { readAll, type Table } from '../platform/table.ts'
import { assemble } from './assemble.ts'
import { participantsAmong } from './participants.ts'
import type { Request, RosterRequest } from './request.ts'
import { readRequests, requestFrom } from './stored-request.ts'
import type { Task } from './task.ts'

/**
 * Whether a desk's own tasks do not suffice to show a request: after a resubmission the institution has a
 * task for some lines while others run at other desks.
 */
const needsOthers = (request: Request, tasks: readonly Task[]): boolean =>
  request.lines.length > 1 && tasks.some(({ line, round }) => line === undefined && round > 1)

/**
 * The requests behind a desk's open tasks, put together from their own items and these tasks, in a few
 * batched reads. Of a class only the participants in `people`; timelines lack other desks' acts.
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
