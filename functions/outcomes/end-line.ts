import type { EndLine } from '../../workflows/request-line.ts'
import { tellInstitution } from '../certificates/tell-institution.ts'
import { requireRequest } from '../desks/open-task.ts'
import { endedLetter } from '../persons/person-letters.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { settleLine } from '../requests/lifecycle.ts'
import { isOpen, type Request, subjectsOf } from '../requests/request.ts'
import { advanceRequest } from '../requests/stored-request.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { leaveOpenList } from './credit-roster.ts'
import type { OutcomeHost } from './outcome-host.ts'

/** What the institution alone files, and corrects. */
const isFiledByInstitution = ({ type }: Request): boolean =>
  type === 'class_roster' || type === 'post_change' || type === 'record_change'

/** Tells the person why a desk returned or refused a line; one decision on all lines is one letter, by the first of them. */
const tellEnded = async (
  deps: OutcomeHost,
  request: Request,
  index: number,
  event: string,
): Promise<void> => {
  const line = request.lines[index]
  if (line?.status !== 'returned' && line?.status !== 'rejected') return
  const decision = line.status === 'returned' ? 'return' : 'reject'
  const act = request.acts.findLast(
    (entry) => entry.act === decision && (entry.line === undefined || entry.line === index),
  )
  // The institution decides on all lines of the round at once.
  const isOfAll = act !== undefined && act.line === undefined
  if (isOfAll && request.lines.findIndex(({ round }) => round === line.round) !== index) return
  const letter = endedLetter(line.status, request, isOfAll ? undefined : index, act, deps.publicUrl)
  const id = `${decision}-${event}`
  if (isFiledByInstitution(request))
    await tellInstitution(deps, request.institutionId, letter, `${id}-institution`)
  if (request.staffId !== undefined) await tellPerson(deps, request.staffId, letter, id)
}

/**
 * Ends a line that a desk returned or refused, or its submitter withdrew: tells the person why, unless they
 * withdrew it, and lets a closed year's result be final.
 */
export const endLine =
  (deps: OutcomeHost) =>
  async ({ requestId, round, line: index }: EndLine): Promise<void> => {
    const { request } = await requireRequest(deps.table, requestId)
    const line = request.lines[index]
    // A line that was resubmitted meanwhile, or whose decision was taken back, belongs to another execution.
    if (line === undefined || line.round !== round || line.status === 'in_review') return
    const again = line.takenBack === undefined ? '' : `-t${line.takenBack}`
    await tellEnded(deps, request, index, `${requestId}-${round}-${index}${again}`)
    await retryOnConflict(async () => {
      const { request: current } = await requireRequest(deps.table, requestId)
      const now = current.lines[index]
      if (now?.round === round && now.status !== 'in_review' && now.awaiting)
        await write(deps.table, advanceRequest(current, settleLine(current, index)))
    })
    if (isOpen(request)) return
    await leaveOpenList(deps, request)
    // A refused day of online hours changes nobody's ledger.
    for (const staffId of request.type === 'feed_batch' ? [] : subjectsOf(request))
      await deps.settle(staffId, `${requestId}-${round}-${index}${again}-ended-${staffId}`)
  }
