import type { EndLine } from '../../workflows/request-line.ts'
import { requireRequest } from '../desks/open-task.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import type { OutcomeHost } from '../outcomes/outcome-host.ts'
import { endedLetter } from '../persons/person-letters.ts'
import { timestamp } from '../platform/clock.ts'
import { logger } from '../platform/logger.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { givenBack } from '../requests/end-request.ts'
import { conclude, dismiss, passOn } from '../requests/lifecycle.ts'
import type { ObjectionRequest } from '../requests/request.ts'
import { startWork } from '../requests/start-work.ts'
import { advanceRequest } from '../requests/stored-request.ts'
import type { Task } from '../requests/task.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { upheldLetter } from './remedy-letters.ts'
import { uphold } from './uphold.ts'

class ObjectionMissingError extends Error {
  override name = 'ObjectionMissingError'
}

const requireObjection = async (
  { table }: Pick<OutcomeHost, 'table'>,
  { requestId, round }: EndLine,
): Promise<{ objection: ObjectionRequest; decided: NonNullable<Task['decided']> }> => {
  const { request, tasks } = await requireRequest(table, requestId)
  const decided = tasks.find((task) => task.round === round && task.decided !== undefined)?.decided
  if (request.type !== 'objection' || decided === undefined)
    throw new ObjectionMissingError(`No desk has decided on ${requestId} in round ${round}.`)
  return { objection: request, decided }
}

/** Upheld: makes the new entry that puts the matter right, and approves the objection. Safe to repeat. */
const putRight = async (deps: OutcomeHost, step: EndLine): Promise<void> => {
  const { table, clock } = deps
  const { objection, decided } = await requireObjection(deps, step)
  if (objection.status === 'approved') return
  await uphold(deps, objection, decided)
  await retryOnConflict(async () => {
    const { objection: now } = await requireObjection(deps, step)
    if (now.status === 'approved') return
    await write(table, advanceRequest(now, conclude(now, 0, 'record', timestamp(clock))))
  })
  await deps.settle(objection.staffId, `${objection.id}-upheld`)
  const letter = upheldLetter(objection, decided.reason, deps.publicUrl)
  await tellPerson(deps, objection.staffId, letter, `upheld-${objection.id}`)
}

/** Not upheld: passes the objection to the desk above, or ends it where there is none. */
const standBy = async (deps: OutcomeHost, step: EndLine): Promise<void> => {
  const { table, clock } = deps
  const after = await retryOnConflict(async () => {
    const { objection } = await requireObjection(deps, step)
    // A step that is repeated finds its work done.
    if (objection.lines[0]?.round !== step.round || objection.status === 'rejected') return objection
    const at = timestamp(clock)
    const isLast = objection.look + 1 >= objection.desks.length
    const next = isLast ? dismiss(objection) : passOn(objection, at)
    await write(table, [
      ...advanceRequest(objection, next),
      ...(isLast ? await givenBack(table, next, { by: 'system', at }) : []),
    ])
    return (await requireRequest(table, step.requestId)).request
  })
  if (after.type !== 'objection') return
  if (after.status === 'rejected') {
    const act = after.acts.findLast((one) => one.act === 'reject')
    const letter = endedLetter('rejected', after, 0, act, deps.publicUrl)
    await tellPerson(deps, after.staffId, letter, `rejected-${after.id}`)
    await deps.settle(after.staffId, `${after.id}-ended`)
    return
  }
  try {
    await startWork(deps, after, await institutionOf(table, after.institutionId), () => true)
  } catch (error) {
    logger.error('An objection could not go on; the reconciler will start it.', {
      requestId: after.id,
      error,
    })
  }
}

/**
 * Follows a desk's decision on an objection (Art. 7, 35): upheld, it puts the matter right by a new entry;
 * not upheld, it starts an execution for the desk above, once. Safe to repeat.
 */
export const followObjection =
  (deps: OutcomeHost) =>
  async (step: EndLine): Promise<void> => {
    const { decided } = await requireObjection(deps, step)
    await (decided.decision === 'approve' ? putRight(deps, step) : standBy(deps, step))
  }
