import type { RecognitionClaim } from '../api/requests.ts'
import { timestamp, today } from '../kit/clock.ts'
import { logger } from '../kit/logger.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../kit/refusals.ts'
import { untilWritten } from '../kit/until-written.ts'
import type { Account } from '../store/account.ts'
import { releaseProof, takeProof } from '../store/evidence.ts'
import type { Organisation } from '../store/organisation.ts'
import { advanceRequest, type Line, type Request } from '../store/request.ts'
import { write } from '../store/table.ts'
import type { Deps } from './decide-task.ts'
import { findRequest } from './find-request.ts'
import { sha256 } from './identifiers.ts'
import { prepareClaim } from './prepare-claim.ts'
import { startLines } from './start-lines.ts'

const sameTraining = (a: Line, b: Line): boolean =>
  a.subject === b.subject &&
  a.mode === b.mode &&
  a.from === b.from &&
  a.to === b.to &&
  a.claimedTenths === b.claimedTenths

/** Lines that were not returned stay as they are: what a desk has before it, or has decided, is not changed under it. */
const merge = (before: readonly Line[], corrected: readonly Line[]): Outcome<Line[]> => {
  const faults: FieldFault[] = []
  if (before.length !== corrected.length)
    faults.push({
      pointer: '/lines',
      detail: { zh: '重新提交时不能增减申报行。', en: 'Lines cannot be added or removed when resubmitting.' },
    })
  const lines = before.map((line, index) => {
    const next = corrected[index]
    if (next === undefined || line.status === 'returned') return next ?? line
    if (!sameTraining(line, next))
      faults.push({
        pointer: `/lines/${index}`,
        detail: { zh: '该行未被退回，不能修改。', en: 'This line was not returned and cannot be changed.' },
      })
    return line
  })
  return faults.length > 0 ? refuse('INPUT_INVALID', { errors: faults }) : succeed(lines)
}

/** Answers a return with the corrected claim: the returned lines begin a new round at the institution. */
export const resubmitRequest =
  (deps: Deps) =>
  async (requestId: string, claim: RecognitionClaim, actor: Account): Promise<Outcome<Request>> => {
    const { table, clock } = deps
    const outcome = await untilWritten(
      async (): Promise<Outcome<{ request: Request; institution: Organisation }>> => {
        const found = await findRequest(table, requestId, actor)
        if (!found.ok) return found
        const { request } = found.value
        if (request.submittedBy !== actor.id) return refuse('NOT_ALLOWED')
        if (request.status !== 'returned') return refuse('WRONG_STATE')
        if (claim.staffId !== request.staffId)
          return refuse('INPUT_INVALID', {
            errors: [
              {
                pointer: '/staffId',
                detail: {
                  zh: '重新提交时不能更换申报人。',
                  en: 'The person cannot be changed when resubmitting.',
                },
              },
            ],
          })
        const round = request.round + 1
        const prepared = await prepareClaim(deps, claim, actor, requestId, round)
        if (!prepared.ok) return prepared
        const lines = merge(request.lines, prepared.value.lines)
        if (!lines.ok) return lines
        const { institution, fingerprints } = prepared.value
        const at = timestamp(clock)
        const { provider: _, certificateNo: __, ...rest } = request
        const after: Request = {
          ...rest,
          round,
          title: claim.title,
          ...(claim.provider === undefined ? {} : { provider: claim.provider }),
          ...(claim.certificateNo === undefined ? {} : { certificateNo: claim.certificateNo }),
          lines: lines.value,
          evidence: claim.evidence,
          fingerprints: [...fingerprints],
          bodyHash: sha256(JSON.stringify(claim)),
          acts: [...request.acts, { at, actor: actor.id, actorName: actor.name, act: 'resubmit' }],
        }
        const holder = {
          requestId,
          staffId: claim.staffId,
          institutionId: institution.id,
          claimedOn: today(clock),
        }
        await write(table, [
          advanceRequest(request, after),
          ...fingerprints.map((fingerprint) => takeProof({ fingerprint, ...holder })),
          ...request.fingerprints
            .filter((fingerprint) => !fingerprints.includes(fingerprint))
            .map((fingerprint) => releaseProof(fingerprint, requestId)),
        ])
        return succeed({ request: { ...after, status: 'in_review' }, institution })
      },
    )
    if (!outcome.ok) return outcome
    const { request, institution } = outcome.value
    try {
      await startLines(
        deps,
        request,
        institution,
        (line) => line.status === 'in_review' && line.round === request.round,
      )
    } catch (error) {
      logger.error('An execution could not be started; the reconciler will.', { requestId, error })
    }
    return succeed(request)
  }
