import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { executionName } from '../../workflows/request-line.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import type { Clock } from '../platform/clock.ts'
import { lookups, SHARDS } from '../platform/keys.ts'
import { LedgerBrokenError } from '../platform/ledger-broken.ts'
import { logger } from '../platform/logger.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { metrics } from '../platform/metrics.ts'
import { readIndexKeys } from '../platform/ranges.ts'
import { eventually } from '../platform/table.ts'
import type { Progress, Request } from '../requests/request.ts'
import { courseOf, startWork } from '../requests/start-work.ts'
import { readRequest, requestIdOf } from '../requests/stored-request.ts'
import { requireSoundEnd } from '../staff/soundness.ts'
import type { ExecutionDetail, Executions } from './executions.ts'

export interface RestartingHost extends ActingHost {
  readonly executions: Executions
}

/** A request is looked at when nobody has acted on it for so long: before that its execution may be about to begin. */
const QUIET_MILLISECONDS = 15 * 60_000
/** So long a failed execution is left to an operator, who may see why and let it go on. */
const FAILED_MILLISECONDS = 60 * 60_000
/** So often a line is started again; then it is for people to look at. */
const MOST = 9
/** Requests that are looked at at once. */
const WIDTH = 8

/** The latest execution of a line: the first, or the one that was started in its place; how often that was. */
const latestOf = async (
  { executions }: RestartingHost,
  request: Request,
  index: number,
  line: Progress,
  workflow: Parameters<Executions['describe']>[0],
): Promise<{ readonly found: ExecutionDetail | undefined; readonly again: number }> => {
  const hold = request.type === 'post_change' ? request.hold?.nth : undefined
  const { round, takenBack } = line
  const carried = { requestId: request.id, round, line: index, hold, takenBack }
  let found = await executions.describe(workflow, executionName(carried))
  let again = 1
  for (let next = 2; next <= MOST; next += 1) {
    const later = await executions.describe(workflow, executionName({ ...carried, again: next }))
    // Of those that were lost nothing is known any more: the ones after them may be there.
    if (later === undefined) {
      if (found !== undefined || next > 3) break
    } else {
      found = later
      again = next
    }
  }
  return { found, again }
}

const isOver = (found: ExecutionDetail | undefined, now: number): boolean => {
  if (found === undefined) return true
  if (found.status === 'FAILED') return (found.stoppedAt?.getTime() ?? now) + FAILED_MILLISECONDS <= now
  return found.status === 'TIMED_OUT' || found.status === 'ABORTED'
}

/** Starts the lines of a request again that nothing works on. Answers how many. */
const restartRequest = async (deps: RestartingHost, id: string, quiet: number): Promise<number> => {
  const record = await readRequest(deps.table, id, [])
  if (record === undefined) return 0
  const { request } = record
  const last = request.acts.at(-1)?.at
  const now = deps.clock.now()
  if (request.status !== 'in_review' || (last !== undefined && Date.parse(last) + quiet > now)) return 0
  const institution = await institutionOf(deps.table, request.institutionId)
  let restarted = 0
  for (const [index, line] of request.lines.entries()) {
    if (line.status !== 'in_review') continue
    const { workflow } = courseOf(request, index, institution)
    const { found, again } = await latestOf(deps, request, index, line, workflow)
    if (!isOver(found, now)) continue
    if (again === MOST) {
      logger.error('A line was started again in vain, and is for people to look at.', { requestId: id })
      continue
    }
    // What a broken ledger has stopped goes on when it is restored, not before.
    if (request.staffId !== undefined) await requireSoundEnd(deps.table, request.staffId)
    await startWork(deps, request, institution, (one) => one === line, again + 1)
    logger.error('An execution was lost; the line was started again.', {
      requestId: id,
      line: index,
      status: found?.status ?? 'gone',
    })
    metrics.addMetric('Restarts', MetricUnit.Count, 1)
    restarted += 1
  }
  return restarted
}

/**
 * Compares the open requests of some shards with their executions, and starts again what is missing, has run out or
 * has failed: under a name of its own (`-a2`), from the beginning. Desks that have decided answer at once, the one
 * that has it gets the new token, so the line goes on where it stands. Answers how many lines were started.
 */
export const restartLost =
  (deps: RestartingHost, quiet = QUIET_MILLISECONDS) =>
  async (shards: readonly number[]): Promise<number> => {
    const ids = new Set<string>()
    for (const shard of shards)
      for (const { key } of await readIndexKeys(eventually(deps.table), 'open', lookups.openClaims(shard)))
        ids.add(requestIdOf(key))
    const counts = await mapConcurrently([...ids], WIDTH, async (id) => {
      try {
        return await restartRequest(deps, id, quiet)
      } catch (error) {
        // One request must not keep the others waiting.
        if (!(error instanceof LedgerBrokenError))
          logger.error('A request could not be compared with its executions.', { requestId: id, error })
        return 0
      }
    })
    return counts.reduce((sum, count) => sum + count, 0)
  }

/** How often the reconciler has its turn. */
export const TURN_MINUTES = 5

/** The shard that the reconciler looks at in its turn: one after the other, all in some five hours. */
export const shardOfTurn = (clock: Clock): number =>
  Math.floor(clock.now() / (TURN_MINUTES * 60_000)) % SHARDS

export const everyShard: readonly number[] = Array.from({ length: SHARDS }, (_, shard) => shard)
