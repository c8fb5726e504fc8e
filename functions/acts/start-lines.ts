import { desksFor } from '../../rules/routes.ts'
import { type RecognitionInput, recognitionName } from '../../workflows/recognition/contract.ts'
import type { Clock } from '../kit/clock.ts'
import type { Workflows } from '../kit/workflows.ts'
import type { Organisation } from '../store/organisation.ts'
import type { Line, Request } from '../store/request.ts'
import { patienceSeconds } from './patience.ts'

const inputOf = (
  request: Request,
  index: number,
  line: Line,
  institution: Organisation,
  clock: Clock,
): RecognitionInput => ({
  requestId: request.id,
  round: line.round,
  line: index,
  recognisedBy: desksFor({
    subject: line.subject,
    activity: line.activity,
    hasDepartment: institution.departmentId !== undefined,
  })[0],
  patienceSeconds: patienceSeconds(clock),
  waits: 0,
})

/**
 * Starts the execution of every line that has none yet in its round. Named after what they carry: a second start,
 * by a retry or by the reconciler, does nothing.
 */
export const startLines = async (
  { workflows, clock }: { readonly workflows: Workflows; readonly clock: Clock },
  request: Request,
  institution: Organisation,
  only: (line: Line) => boolean,
): Promise<void> => {
  for (const [index, line] of request.lines.entries()) {
    if (!only(line)) continue
    const input = inputOf(request, index, line, institution, clock)
    await workflows.start('recognition', recognitionName(input), input)
  }
}
