import { publicUrl } from '../kit/public-url.ts'
import { untilWritten } from '../kit/until-written.ts'
import { endedLetter } from '../letters/person-letters.ts'
import { advanceRequest } from '../store/request.ts'
import { write } from '../store/table.ts'
import { settleLine } from './lifecycle.ts'
import { requireRequest, type StepDeps } from './open-task.ts'
import { tellPerson } from './tell-person.ts'

export interface EndLine {
  readonly requestId: string
  readonly round: number
  readonly line: number
}

/** A line ended without credit: the person is told why, unless they took it back themselves. */
export const endLine =
  (deps: StepDeps) =>
  async ({ requestId, round, line: index }: EndLine): Promise<void> => {
    const { request } = await requireRequest(deps.table, requestId)
    const line = request.lines[index]
    // A line that was resubmitted in the meantime is another execution's.
    if (line === undefined || line.round !== round) return
    if (line.status === 'returned' || line.status === 'rejected') {
      const decision = line.status === 'returned' ? 'return' : 'reject'
      const act = request.acts.findLast(
        (entry) => entry.act === decision && (entry.line === undefined || entry.line === index),
      )
      const letter = endedLetter(line.status, request, line, act, publicUrl())
      await tellPerson(deps, request.staffId, letter, `${decision}-${requestId}-${round}-${index}`)
    }
    await untilWritten(async () => {
      const { request: current } = await requireRequest(deps.table, requestId)
      const now = current.lines[index]
      if (now?.round === round && now.awaiting)
        await write(deps.table, [advanceRequest(current, settleLine(current, index))])
    })
  }
