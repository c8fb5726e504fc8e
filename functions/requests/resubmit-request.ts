import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import type { RequestId } from '../platform/ids.ts'
import { logger } from '../platform/logger.ts'
import { type Outcome, type Refusal, type RefusalCode, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { changedSince } from './changed-since.ts'
import { correctLines, withoutDropped } from './corrected-lines.ts'
import { holderOf, releaseProof, takeProof } from './evidence.ts'
import { findRequest } from './find-request.ts'
import { prepareRequest } from './prepare-request.ts'
import type { Prepare, Prepared } from './prepared.ts'
import { type Request, statusOf } from './request.ts'
import { startWork } from './start-work.ts'
import { advanceRequest } from './stored-request.ts'
import type { Correction } from './submissions.ts'
import { bodyHashOf } from './submit-request.ts'

const unchangeable = (field: string, zh: string, en: string): Refusal<'INPUT_INVALID'> =>
  refuse('INPUT_INVALID', { errors: [{ pointer: `/${field}`, detail: { zh, en } }] })

/** Why a body can't answer the return of a request: it is about something else. */
const mismatch = (request: Request, body: Correction): Refusal<'INPUT_INVALID'> | undefined => {
  if (body.type !== request.type)
    return unchangeable(
      'type',
      '重新提交时不能更换申请类型。',
      'The type cannot be changed when resubmitting.',
    )
  if (body.type !== 'objection' && body.staffId !== request.staffId)
    return unchangeable(
      'staffId',
      '重新提交时不能更换申报人。',
      'The person cannot be changed when resubmitting.',
    )
  const stays = (field: string) =>
    unchangeable(
      field,
      '更正时事由和年度不能改变：请撤回后重新提出。',
      'A correction keeps the kind of the matter and its year: withdraw the request and file another.',
    )
  if ('year' in body && 'year' in request && body.year !== request.year) return stays('year')
  if ('kind' in body && 'kind' in request && body.kind !== request.kind) return stays('kind')
  if (body.type === 'record_change' && request.type === 'record_change' && body.fact !== request.fact)
    return stays('fact')
  return undefined
}

/** The proofs on which hours rest that were credited already: they stay taken whatever the other lines bring (Art. 40). */
const restedOn = ({ lines, fingerprints }: Request): readonly string[] =>
  lines.some(({ status }) => status === 'approved') ? fingerprints : []

/** The request with its corrected matter, in its next round. */
const corrected = (
  request: Request,
  prepared: Prepared,
  round: number,
  dropped: readonly number[],
): Outcome<Request, 'INPUT_INVALID'> => {
  const { matter, fingerprints, notices } = prepared
  const { id, institutionId, submittedBy, ownFiling, submittedAt, status, acts, version, bodyHash } = request
  const kept = {
    id,
    institutionId,
    submittedBy,
    ownFiling,
    submittedAt,
    status,
    acts,
    version,
    bodyHash,
    round,
  }
  const held = {
    ...kept,
    fingerprints: [...new Set([...fingerprints, ...restedOn(request)])],
    ...(notices === undefined || notices.length === 0 ? {} : { notices: [...notices] }),
  }
  if (matter.type !== 'recognition' || request.type !== 'recognition')
    return succeed<Request>({ ...matter, ...held })
  const lines = correctLines(request, matter.lines, dropped)
  return lines.ok ? succeed<Request>({ ...matter, ...held, lines: lines.value }) : lines
}

/** Answers a return with the corrected body, as `prepare` judges it: what was returned begins a new round. */
export const answerReturn =
  <Body, Code extends RefusalCode>(
    deps: DecidingHost,
    prepare: Prepare<Body, Code>,
    mismatch: (request: Request, body: Body) => Refusal<'INPUT_INVALID'> | undefined,
    droppedIn: (body: Body) => readonly number[] = () => [],
  ) =>
  async (
    requestId: RequestId,
    body: Body,
    actor: Actor,
  ): Promise<Outcome<Request, Code | 'INPUT_INVALID' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'WRONG_STATE'>> => {
    const { table, clock } = deps
    const outcome = await retryOnConflict(
      async (): Promise<
        Outcome<
          { request: Request; institution: Organisation },
          Code | 'INPUT_INVALID' | 'NOT_ALLOWED' | 'NOT_FOUND' | 'WRONG_STATE'
        >
      > => {
        const found = await findRequest(table, requestId, actor)
        if (!found.ok) return found
        const { request } = found.value
        if (request.submittedBy !== actor.id) return refuse('NOT_ALLOWED')
        if (request.status !== 'returned') return refuse('WRONG_STATE')
        const wrong = mismatch(request, body)
        if (wrong) return wrong
        const round = request.round + 1
        const prepared = await prepare(deps, body, { actor, requestId, round })
        if (!prepared.ok) return prepared
        const next = corrected(request, prepared.value, round, droppedIn(body))
        if (!next.ok) return next
        const after: Request = {
          ...next.value,
          notices: [changedSince(request, next.value), ...(next.value.notices ?? [])],
          bodyHash: bodyHashOf(body),
          acts: [
            ...request.acts,
            { at: timestamp(clock), actor: actor.id, actorName: actor.name, act: 'resubmit' },
          ],
        }
        const holder = holderOf(after, today(clock))
        await write(table, [
          ...advanceRequest(request, after),
          ...after.fingerprints.map((fingerprint) => takeProof({ fingerprint, ...holder })),
          ...request.fingerprints
            .filter((fingerprint) => !after.fingerprints.includes(fingerprint))
            .map((fingerprint) => releaseProof(fingerprint, requestId)),
          ...prepared.value.writes,
        ])
        const resumed: Request = { ...after, status: statusOf(after) }
        return succeed({
          request: resumed,
          // The desks of the institution where it was filed, also after the person has moved.
          institution: await institutionOf(table, request.institutionId),
        })
      },
    )
    if (!outcome.ok) return outcome
    const { request, institution } = outcome.value
    try {
      await startWork(
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

/** The same of what people submit, each type by its own rules; what they send themselves by `prepareSent`. */
export const resubmitRequest = (deps: DecidingHost, prepare = prepareRequest) =>
  answerReturn(deps, withoutDropped(prepare), mismatch, (body) =>
    body.type === 'recognition' ? (body.dropped ?? []) : [],
  )
