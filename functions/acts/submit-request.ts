import type { RecognitionClaim } from '../api/requests.ts'
import { timestamp, today } from '../kit/clock.ts'
import { logger } from '../kit/logger.ts'
import { type Outcome, refuse, succeed } from '../kit/refusals.ts'
import { untilWritten } from '../kit/until-written.ts'
import type { Account } from '../store/account.ts'
import { takeProof } from '../store/evidence.ts'
import { newRequest, type Request, readRequest } from '../store/request.ts'
import { write } from '../store/table.ts'
import type { Deps } from './decide-task.ts'
import { requestIdFor, sha256 } from './identifiers.ts'
import { type PreparedClaim, prepareClaim } from './prepare-claim.ts'
import { startLines } from './start-lines.ts'

const build = (
  id: string,
  claim: RecognitionClaim,
  bodyHash: string,
  prepared: PreparedClaim,
  actor: Account,
  at: string,
): Request => ({
  id,
  type: 'recognition',
  staffId: claim.staffId,
  institutionId: prepared.institution.id,
  submittedBy: actor.id,
  submittedAt: at,
  status: 'in_review',
  round: 1,
  title: claim.title,
  ...(claim.provider === undefined ? {} : { provider: claim.provider }),
  ...(claim.certificateNo === undefined ? {} : { certificateNo: claim.certificateNo }),
  lines: [...prepared.lines],
  evidence: claim.evidence,
  fingerprints: [...prepared.fingerprints],
  bodyHash,
  acts: [{ at, actor: actor.id, actorName: actor.name, act: 'submit' }],
  version: 1,
})

/**
 * Files a claim (Art. 34, 40): the request and its proofs in one transaction, then an execution a line. The
 * idempotency key names the request, so a repeat finds it there, however late it comes and whatever crashed between.
 */
export const submitRequest =
  (deps: Deps) =>
  async (claim: RecognitionClaim, idempotencyKey: string, actor: Account): Promise<Outcome<Request>> => {
    const { table, clock } = deps
    const id = requestIdFor(actor.id, idempotencyKey)
    const bodyHash = sha256(JSON.stringify(claim))
    const filed = await untilWritten(
      async (): Promise<Outcome<{ request: Request; prepared?: PreparedClaim }>> => {
        const before = await readRequest(table, id)
        if (before)
          return before.request.bodyHash === bodyHash
            ? succeed({ request: before.request })
            : refuse('KEY_REUSED')
        const prepared = await prepareClaim(deps, claim, actor, id, 1)
        if (!prepared.ok) return prepared
        const request = build(id, claim, bodyHash, prepared.value, actor, timestamp(clock))
        const holder = {
          requestId: id,
          staffId: claim.staffId,
          institutionId: prepared.value.institution.id,
          claimedOn: today(clock),
        }
        await write(table, [
          newRequest(request),
          ...prepared.value.fingerprints.map((fingerprint) => takeProof({ fingerprint, ...holder })),
        ])
        return succeed({ request, prepared: prepared.value })
      },
    )
    if (!filed.ok) return filed
    const { request, prepared } = filed.value
    try {
      if (prepared) await startLines(deps, request, prepared.institution, () => true)
    } catch (error) {
      // The request stands; the reconciler starts what did not start.
      logger.error('An execution could not be started; the reconciler will.', { requestId: id, error })
    }
    return succeed(request)
  }
