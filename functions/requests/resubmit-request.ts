import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import type { RequestId } from '../platform/ids.ts'
import { logger } from '../platform/logger.ts'
import {
  type FieldFault,
  type Outcome,
  type Refusal,
  type RefusalCode,
  refuse,
  succeed,
} from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { changedSince } from './changed-since.ts'
import { holderOf, releaseProof, takeProof } from './evidence.ts'
import { findRequest } from './find-request.ts'
import { prepareRequest } from './prepare-request.ts'
import type { Prepare, Prepared } from './prepared.ts'
import type { Request, TrainingLine } from './request.ts'
import { startWork } from './start-work.ts'
import { advanceRequest } from './stored-request.ts'
import type { Submission } from './submissions.ts'
import { bodyHashOf } from './submit-request.ts'

const sameTraining = (a: TrainingLine, b: TrainingLine): boolean =>
  a.subject === b.subject &&
  a.mode === b.mode &&
  a.from === b.from &&
  a.to === b.to &&
  a.claimedTenths === b.claimedTenths

/** Replaces the returned lines alone: the others lie at a desk or are decided. */
const merge = (
  before: readonly TrainingLine[],
  corrected: readonly TrainingLine[],
): Outcome<TrainingLine[], 'INPUT_INVALID'> => {
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

const unchangeable = (field: string, zh: string, en: string): Refusal<'INPUT_INVALID'> =>
  refuse('INPUT_INVALID', { errors: [{ pointer: `/${field}`, detail: { zh, en } }] })

/** Why a body can't answer the return of a request: it is about something else. */
const mismatch = (request: Request, body: Submission): Refusal<'INPUT_INVALID'> | undefined => {
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
  const lines = merge(request.lines, matter.lines)
  return lines.ok ? succeed<Request>({ ...matter, ...held, lines: lines.value }) : lines
}

/** Answers a return with the corrected body, as `prepare` judges it: what was returned begins a new round. */
export const answerReturn =
  <Body, Code extends RefusalCode>(
    deps: DecidingHost,
    prepare: Prepare<Body, Code>,
    mismatch: (request: Request, body: Body) => Refusal<'INPUT_INVALID'> | undefined,
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
        const next = corrected(request, prepared.value, round)
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
        const resumed: Request = { ...after, status: 'in_review' }
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
  answerReturn(deps, prepare, mismatch)
