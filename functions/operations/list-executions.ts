import { type WorkflowName, workflowNames } from '../../workflows/contract.ts'
import { executionName, requestOf } from '../../workflows/request-line.ts'
import { type Clock, timestamp } from '../platform/clock.ts'
import { CursorInvalidError } from '../platform/cursor-invalid.ts'
import type { RequestId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { timesTakenBack } from '../requests/assemble.ts'
import { ownRouteOf, type Request } from '../requests/request.ts'
import { readRequest } from '../requests/stored-request.ts'
import type { ExecutionStatus } from './execution-status.ts'
import type { ExecutionSummary, Executions } from './executions.ts'
import type { ExecutionCounters, ExecutionView } from './executions-api.ts'

/** The workflows of requests: those in which people decide. */
const workflowOf: Readonly<Record<Request['type'], WorkflowName>> = {
  recognition: 'recognition',
  class_roster: 'recognition',
  make_up_delay: 'make-up-delay',
  post_change: 'post-change',
  deemed: 'deemed',
  record_change: 'record-change',
  justified_reason: 'justified-reason',
  objection: 'objection',
  feed_batch: 'feed-batch',
  programme_filing: 'programme-filing',
}
const withPeople = [...new Set(Object.values(workflowOf))]

/** Calls of the host that are under way at once. */
const WIDTH = 4

const inShanghai = (moment: Date): string => timestamp({ now: () => moment.getTime() })

export const viewExecution = (workflow: WorkflowName, summary: ExecutionSummary): ExecutionView => ({
  name: summary.name,
  workflow,
  status: summary.status,
  startedAt: inShanghai(summary.startedAt),
  stoppedAt: summary.stoppedAt === undefined ? null : inShanghai(summary.stoppedAt),
  requestId: withPeople.includes(workflow) ? (requestOf(summary.name) ?? null) : null,
  redrives: summary.redrives,
})

interface Asked {
  readonly status?: ExecutionStatus | undefined
  readonly workflow?: WorkflowName | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** `settle~…`: the workflow that the next page begins in, and the host's own cursor there. */
const splitCursor = (
  cursor: string,
  among: readonly WorkflowName[],
): { from: number; inside: string | undefined } => {
  const [name = '', ...rest] = cursor.split('~')
  const from = among.map(String).indexOf(name)
  if (from < 0) throw new CursorInvalidError('The cursor belongs to no page of this list.')
  const inside = rest.join('~')
  return { from, inside: inside === '' ? undefined : inside }
}

/** A page of executions: the latest first within a workflow, the workflows one after another. */
export const listExecutions = async (
  executions: Executions,
  { status, workflow, limit, cursor }: Asked,
): Promise<{ items: ExecutionView[]; cursor: string | null }> => {
  const among = workflow === undefined ? workflowNames : [workflow]
  const start = cursor === undefined ? { from: 0, inside: undefined } : splitCursor(cursor, among)
  let { inside } = start
  const items: ExecutionView[] = []
  for (const [index, current] of among.entries()) {
    if (index < start.from) continue
    if (items.length >= limit) return { items, cursor: `${current}~` }
    const page = await executions.list(current, { status, limit: limit - items.length, cursor: inside })
    inside = undefined
    items.push(...page.items.map((one) => viewExecution(current, one)))
    if (page.cursor !== undefined) return { items, cursor: `${current}~${page.cursor}` }
  }
  return { items, cursor: null }
}

const timesUpTo = (last: number): number[] => Array.from({ length: last + 1 }, (_, index) => index)

const roundsOf = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

/** The executions of a request: of every line in every round; none where there is no such request. */
export const executionsOfRequest = async (
  { executions, table }: { readonly executions: Executions; readonly table: Table },
  requestId: RequestId,
  status: ExecutionStatus | undefined,
): Promise<{ items: ExecutionView[]; cursor: null }> => {
  const record = await readRequest(table, requestId)
  if (record === undefined) return { items: [], cursor: null }
  // A closed class goes the way of what no institution filed.
  const workflow = ownRouteOf(record.request) ? 'feed-batch' : workflowOf[record.request.type]
  const names = record.request.lines.flatMap((line, index) =>
    roundsOf(line.round).flatMap((round) =>
      timesUpTo(timesTakenBack(record.tasks, round, index)).map((takenBack) =>
        executionName({ requestId, round, line: index, takenBack }),
      ),
    ),
  )
  const found = await mapConcurrently(names, WIDTH, (name) => executions.describe(workflow, name))
  const items = found.flatMap((one) =>
    one !== undefined && (status === undefined || one.status === status)
      ? [viewExecution(workflow, one)]
      : [],
  )
  return { items, cursor: null }
}

/** How many executions of a workflow and status are counted at most: one page of the host. */
const COUNTED = 1000
/** Steps take seconds, so an execution of a request that runs longer than this waits for a desk. */
const SOON_MILLISECONDS = 60_000

/** How many executions run, wait and have failed: counted from lists, for the host keeps no counts. */
export const countExecutions = async (executions: Executions, clock: Clock): Promise<ExecutionCounters> => {
  const statuses = ['RUNNING', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const
  const asked = statuses.flatMap((status) => workflowNames.map((workflow) => ({ status, workflow })))
  const pages = await mapConcurrently(asked, WIDTH, async ({ status, workflow }) => {
    const { items, cursor } = await executions.list(workflow, { status, limit: COUNTED })
    const waiting = withPeople.includes(workflow)
      ? items.filter(({ startedAt }) => clock.now() - startedAt.getTime() > SOON_MILLISECONDS).length
      : 0
    return { status, workflow, count: items.length, waiting, more: cursor !== undefined }
  })
  const sumOf = (
    chosen: (page: (typeof pages)[number]) => boolean,
    of: 'count' | 'waiting' = 'count',
  ): { count: number; more: boolean } => {
    const these = pages.filter(chosen)
    return {
      count: these.reduce((sum, page) => sum + page[of], 0),
      more: these.some(({ more }) => more),
    }
  }
  return {
    running: sumOf(({ status }) => status === 'RUNNING'),
    waiting: sumOf(
      ({ status, workflow }) => status === 'RUNNING' && withPeople.includes(workflow),
      'waiting',
    ),
    failed: sumOf(({ status }) => status === 'FAILED'),
    timedOut: sumOf(({ status }) => status === 'TIMED_OUT'),
    aborted: sumOf(({ status }) => status === 'ABORTED'),
    asOf: timestamp(clock),
  }
}
