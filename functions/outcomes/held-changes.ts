import { formatDate } from '../../rules/calendar.ts'
import type { TransferAssessment } from '../../rules/transfer.ts'
import type { HoldChange, TransferStanding } from '../../workflows/post-change/contract.ts'
import { requireRequest } from '../desks/open-task.ts'
import { type Clock, endOfDay, timestamp, today } from '../platform/clock.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import type { Workflows } from '../platform/workflows.ts'
import { resumeHold } from '../requests/answer-tokens.ts'
import { hold, resume } from '../requests/lifecycle.ts'
import { patienceSeconds } from '../requests/patience.ts'
import type { PostChangeRequest } from '../requests/request.ts'
import { advanceRequest, readRequest } from '../requests/stored-request.ts'
import { assessStaff } from '../staff/due-obligations.ts'
import { requireStaff } from '../staff/require-staff.ts'

interface Deps {
  readonly table: Table
  readonly workflows: Workflows
  readonly clock: Clock
}

class ChangeMissingError extends Error {
  override name = 'ChangeMissingError'
}

export const requirePostChange = async (table: Table, requestId: string): Promise<PostChangeRequest> => {
  const { request } = await requireRequest(table, requestId)
  if (request.type !== 'post_change')
    throw new ChangeMissingError(`The request ${requestId} files no post change.`)
  return request
}

/** How the transfer training for a filed change stands on the ledger now (Art. 21). */
const transferOf = async (
  { table, clock }: Pick<Deps, 'table' | 'clock'>,
  { id, staffId }: Pick<PostChangeRequest, 'id' | 'staffId'>,
): Promise<TransferAssessment> => {
  const day = today(clock)
  const { transfers } = assessStaff(await requireStaff(table, staffId), Number(day.slice(0, 4)), day)
  const transfer = transfers.find(({ change }) => change.id === id)
  if (transfer === undefined)
    throw new ChangeMissingError(`${staffId} has no post change ${id} on the register.`)
  return transfer
}

const standings = { met: 'complete', after_limit: 'complete', open: 'awaited', overdue: 'missing' } as const

/** Says whether a filing goes on, waits, or is refused: complete, in time still, or too late (Art. 21, 45). */
export const judgeChange =
  (deps: Deps) =>
  async (requestId: string): Promise<TransferStanding> => {
    const { status, dueOn } = await transferOf(deps, await requirePostChange(deps.table, requestId))
    const left = Math.ceil((endOfDay(formatDate(dueOn)) - deps.clock.now()) / 1000)
    return {
      training: standings[status],
      secondsLeft: Math.max(1, left),
      patienceSeconds: patienceSeconds(deps.clock),
      waits: 0,
    }
  }

/** Leaves the execution's token with the filing; one whose training has come in the meantime goes on at once. */
export const holdChange =
  (deps: Deps) =>
  async ({ requestId, token }: HoldChange): Promise<void> => {
    const { table, workflows, clock } = deps
    const wait = await retryOnConflict(async (): Promise<'held' | 'withdrawn'> => {
      const request = await requirePostChange(table, requestId)
      if (request.status === 'withdrawn') return 'withdrawn'
      const { dueOn } = await transferOf(deps, request)
      await write(table, [
        advanceRequest(request, hold(request, { token, until: formatDate(dueOn) }, timestamp(clock))),
      ])
      return 'held'
    })
    if (wait === 'withdrawn') await workflows.fail(token, 'Withdrawn', requestId)
    else await wakeHeldChange(deps, requestId)
  }

/**
 * Lets a filing that waits go on when its training is complete: called for each training that is entered for a
 * change. The database decides, then the execution is told.
 */
export const wakeHeldChange = async (deps: Deps, requestId: string): Promise<void> => {
  const { table, workflows, clock } = deps
  const token = await retryOnConflict(async (): Promise<string | undefined> => {
    const request = (await readRequest(table, requestId))?.request
    if (request?.type !== 'post_change' || request.hold?.over !== false) return undefined
    if ((await transferOf(deps, request)).completedOn === null) return undefined
    await write(table, [advanceRequest(request, resume(request, timestamp(clock)))])
    return request.hold.token
  })
  if (token !== undefined) await resumeHold(workflows, requestId, token, patienceSeconds(clock))
}
