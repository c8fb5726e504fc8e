import { formatDate } from '../../rules/calendar.ts'
import type { TransferAssessment } from '../../rules/transfer.ts'
import type { HoldChange, TransferStanding } from '../../workflows/post-change/contract.ts'
import { requireRequest } from '../desks/open-task.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { type Clock, endOfDay, timestamp, today, yearNow } from '../platform/clock.ts'
import type { RequestId, StaffId } from '../platform/ids.ts'
import { logger } from '../platform/logger.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import type { Workflows } from '../platform/workflows.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { type EditionOf, editionsFor } from '../registers/edition-for.ts'
import { resumeHold } from '../requests/answer-tokens.ts'
import { hold, resume } from '../requests/lifecycle.ts'
import { patienceSeconds } from '../requests/patience.ts'
import { claimedChanges } from '../requests/pending-training.ts'
import { changeOf, type PostChangeRequest } from '../requests/request.ts'
import { startWork } from '../requests/start-work.ts'
import { advanceRequest, readRequest } from '../requests/stored-request.ts'
import { assessStaff } from '../staff/due-obligations.ts'
import { holdName, watchHold } from '../staff/held-watch.ts'
import { requireStaff } from '../staff/require-staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'

interface Deps {
  readonly table: Table
  readonly workflows: Workflows
  readonly clock: Clock
}

class ChangeMissingError extends Error {
  override name = 'ChangeMissingError'
}

export const requirePostChange = async (table: Table, requestId: RequestId): Promise<PostChangeRequest> => {
  const { request } = await requireRequest(table, requestId)
  if (request.type !== 'post_change')
    throw new ChangeMissingError(`The request ${requestId} files no post change.`)
  return request
}

/** How the transfer training for a filed change stands on the ledger now (Art. 21). */
const transferIn = (
  staff: StaffRecord,
  request: PostChangeRequest,
  day: string,
  editionOf: EditionOf,
): TransferAssessment => {
  const { transfers } = assessStaff(staff, Number(day.slice(0, 4)), day, editionOf)
  const transfer = transfers.find(({ change }) => change.id === changeOf(request))
  if (transfer === undefined)
    throw new ChangeMissingError(
      `${staff.person.id} has no post change ${changeOf(request)} on the register.`,
    )
  return transfer
}

/** How the training of a filing stands, and how long the filing waits for it. */
interface Wait {
  readonly training: TransferStanding['training']
  /** The last day on which the training may be completed. */
  readonly dueOn: string
  /** The last day of the wait. */
  readonly until: string
}

/**
 * Whether a filing goes on, waits, or is refused (Art. 21, 45): its training is complete; its last day has
 * not passed; or it has, and the filing waits only while training that ended in time can still be claimed or
 * lies at a desk.
 */
const waitFor = async (
  { table, clock }: Pick<Deps, 'table' | 'clock'>,
  request: PostChangeRequest,
): Promise<Wait> => {
  const day = today(clock)
  const staff = await requireStaff(table, request.staffId)
  const editionOf = await editionsFor(table, yearNow(clock))
  const transfer = transferIn(staff, request, day, editionOf)
  const dueOn = formatDate(transfer.dueOn)
  if (transfer.completedOn !== null) return { training: 'complete', dueOn, until: dueOn }
  if (day <= dueOn) return { training: 'awaited', dueOn, until: dueOn }
  const { readings } = editionOf(Number(dueOn.slice(0, 4)))
  const claimable = addWorkingDays(dueOn, readings.transferClaimWorkingDays)
  if (day <= claimable) return { training: 'awaited', dueOn, until: claimable }
  const lies = (await claimedChanges(table, staff)).has(changeOf(request))
  return { training: lies ? 'awaited' : 'missing', dueOn, until: day }
}

/** Tells the workflow how a filing goes on: to the authority, to its hold, or to its refusal. */
export const judgeChange =
  (deps: Deps) =>
  async (requestId: RequestId): Promise<TransferStanding> => {
    const { training, until } = await waitFor(deps, await requirePostChange(deps.table, requestId))
    const left = Math.ceil((endOfDay(until) - deps.clock.now()) / 1000)
    return {
      training,
      secondsLeft: Math.max(1, left),
      patienceSeconds: patienceSeconds(deps.clock),
      waits: 0,
    }
  }

/**
 * Puts a filing on hold: a date on record, which the daily job looks at. An execution of the version before
 * leaves its token. Where the training is complete already, the filing goes on at once.
 */
export const holdChange =
  (deps: Deps) =>
  async ({ requestId, token }: HoldChange): Promise<void> => {
    const { table, workflows, clock } = deps
    const held = await retryOnConflict(async () => {
      const request = await requirePostChange(table, requestId)
      if (request.status === 'withdrawn') return undefined
      const { dueOn } = await waitFor(deps, request)
      const at = timestamp(clock)
      await write(table, [
        ...advanceRequest(request, hold(request, { token, until: dueOn }, at)),
        watchHold({ staffId: request.staffId, obligation: holdName(requestId), day: at.slice(0, 10) }),
      ])
      return request
    })
    if (held === undefined) {
      if (token !== undefined) await workflows.fail(token, 'Withdrawn', requestId)
      return
    }
    await wakeFiling(deps, requestId)
  }

/**
 * Lets a filing go on whose hold has ended: starts the execution of the authority's desk, or answers the
 * token.
 */
const goOn = async (deps: Deps, { hold: before, ...request }: PostChangeRequest): Promise<void> => {
  const { workflows, table, clock } = deps
  const { id } = request
  if (before?.token !== undefined) return resumeHold(workflows, id, before.token, patienceSeconds(clock))
  const after = await requirePostChange(table, id)
  try {
    await startWork(deps, after, await institutionOf(table, after.institutionId), () => true)
  } catch (error) {
    logger.error('A held filing could not go on; the reconciler will start it.', { requestId: id, error })
  }
}

/** Lets a filing that waits go on when its training is complete. */
const wakeFiling = async (deps: Deps, requestId: RequestId): Promise<void> => {
  const { table, clock } = deps
  const woken = await retryOnConflict(async (): Promise<PostChangeRequest | undefined> => {
    const request = (await readRequest(table, requestId))?.request
    if (request?.type !== 'post_change' || request.hold?.over !== false) return undefined
    const staff = await requireStaff(table, request.staffId)
    const editionOf = await editionsFor(table, yearNow(clock))
    if (transferIn(staff, request, today(clock), editionOf).completedOn === null) return undefined
    const after = resume(request, staff.person.institutionId, timestamp(clock))
    await write(table, advanceRequest(request, after))
    return request
  })
  if (woken !== undefined) await goOn(deps, woken)
}

/**
 * When a training for a post change is entered: the filing on hold for it goes on, if the training is
 * complete.
 */
export const wakeHeldChange = async (deps: Deps, staffId: StaffId, changeId: string): Promise<void> => {
  const { person } = await requireStaff(deps.table, staffId)
  const change = person.postChanges.find(({ id }) => id === changeId)
  if (change !== undefined && change.dropped !== true) await wakeFiling(deps, change.filing ?? change.id)
}

/**
 * Looks at a filing on hold, every morning: lets it go on where its training is complete, calls `refuse`
 * where its time is over. Answers whether it still waits.
 */
export const lookAtHold = async (
  deps: Deps,
  requestId: RequestId,
  refuse: (requestId: RequestId) => Promise<void>,
): Promise<boolean> => {
  const request = (await readRequest(deps.table, requestId))?.request
  if (request?.type !== 'post_change' || request.hold?.over !== false) return false
  // An execution of the version before looks itself.
  if (request.hold.token !== undefined) return false
  const { training } = await waitFor(deps, request)
  if (training === 'missing') await refuse(requestId)
  else if (training === 'complete') await wakeFiling(deps, requestId)
  return training === 'awaited'
}
