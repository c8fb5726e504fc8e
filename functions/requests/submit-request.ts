import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { requestIdFor, sha256 } from '../platform/identifiers.ts'
import { logger } from '../platform/logger.ts'
import { type Outcome, type RefusalCode, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { type ProofHolder, takeProof } from './evidence.ts'
import { prepareRequest } from './prepare-request.ts'
import type { Prepare, Prepared } from './prepared.ts'
import { newRequest, type Request, readRequest } from './request.ts'
import { startWork } from './start-work.ts'

/** A request at the beginning of its way. */
const build = (
  id: string,
  { matter, institution, fingerprints, notices }: Prepared,
  bodyHash: string,
  actor: Actor,
  at: string,
): Request => ({
  ...matter,
  id,
  institutionId: institution.id,
  submittedBy: actor.id,
  submittedAt: at,
  status: 'in_review',
  round: 1,
  fingerprints: [...new Set(fingerprints)],
  ...(notices === undefined || notices.length === 0 ? {} : { notices: [...notices] }),
  bodyHash,
  acts: [{ at, actor: actor.id, actorName: actor.name, act: 'submit' }],
  version: 1,
})

/** Who holds a request's proofs, as the guard of Article 40 tells it. */
export const holderOf = (
  { id, staffId, institutionId }: Request,
  claimedOn: string,
): Omit<ProofHolder, 'fingerprint'> => ({ requestId: id, staffId: staffId ?? id, institutionId, claimedOn })

/**
 * Files a request that `prepare` has judged: the request, its proofs and what follows at once in one transaction,
 * then its executions. The idempotency key names the request, so a repeat finds it there, however late it comes
 * and whatever crashed between.
 */
export const fileRequest =
  <Body, Code extends RefusalCode>(deps: DecidingHost, prepare: Prepare<Body, Code>) =>
  async (
    body: Body,
    idempotencyKey: string,
    actor: Actor,
  ): Promise<Outcome<Request, Code | 'KEY_REUSED'>> => {
    const { table, clock } = deps
    const id = requestIdFor(actor.id, idempotencyKey)
    const bodyHash = sha256(JSON.stringify(body))
    const filed = await retryOnConflict(
      async (): Promise<Outcome<{ request: Request; institution?: Organisation }, Code | 'KEY_REUSED'>> => {
        const before = await readRequest(table, id)
        if (before)
          return before.request.bodyHash === bodyHash
            ? succeed({ request: before.request })
            : refuse('KEY_REUSED')
        const prepared = await prepare(deps, body, { actor, requestId: id, round: 1 })
        if (!prepared.ok) return prepared
        const request = build(id, prepared.value, bodyHash, actor, timestamp(clock))
        const holder = holderOf(request, today(clock))
        await write(table, [
          newRequest(request),
          ...request.fingerprints.map((fingerprint) => takeProof({ fingerprint, ...holder })),
          ...prepared.value.writes,
        ])
        return succeed({ request, institution: prepared.value.institution })
      },
    )
    if (!filed.ok) return filed
    const { request, institution } = filed.value
    try {
      if (institution) await startWork(deps, request, institution, () => true)
    } catch (error) {
      // The request stands; the reconciler starts what did not start.
      logger.error('An execution could not be started; the reconciler will.', { requestId: id, error })
    }
    return succeed(request)
  }

/** Files what people submit: a claim, a delay, a post change, a deemed year. */
export const submitRequest = (deps: DecidingHost) => fileRequest(deps, prepareRequest)
