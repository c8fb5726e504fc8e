import { formatDate } from '../../rules/calendar.ts'
import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { ActingHost } from '../platform/acting-host.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { requestIdFor, sha256 } from '../platform/identifiers.ts'
import { logger } from '../platform/logger.ts'
import { type Outcome, type RefusalCode, refuse, succeed } from '../platform/refusals.ts'
import { untilWrittenFrom } from '../platform/retry-on-conflict.ts'
import { write } from '../platform/table.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { assessStaff } from '../staff/due-obligations.ts'
import { readStaff } from '../staff/staff.ts'
import { tellPerson } from '../staff/tell-person.ts'
import { holderOf, takeProof } from './evidence.ts'
import { filedForLetter, type TrainingDue } from './filed-for.ts'
import { enrol, type Pace } from './participants.ts'
import { prepareRequest } from './prepare-request.ts'
import type { Prepare, Prepared } from './prepared.ts'
import { changeOf, type Request } from './request.ts'
import { startWork } from './start-work.ts'
import { newRequest, readRequest } from './stored-request.ts'
import type { Submission } from './submissions.ts'

/** The request as it is first filed. */
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
  ...(matter.staffId !== undefined && matter.staffId === actor.staffId ? { ownFiling: true } : {}),
  submittedAt: at,
  status: 'in_review',
  round: 1,
  fingerprints: [...new Set(fingerprints)],
  ...(notices === undefined || notices.length === 0 ? {} : { notices: [...notices] }),
  bodyHash,
  acts: [{ at, actor: actor.id, actorName: actor.name, act: 'submit' }],
  version: 1,
})

/** Tells a body from another one under the same key: 128 bits of its hash. Requests of form 1 keep all of it. */
export const bodyHashOf = (body: unknown): string => sha256(JSON.stringify(body)).slice(0, 32)

/** What a change of post asks its person to complete; undefined of other requests, and once it is complete (Art. 21). */
const trainingDueOf = async (
  { table, clock }: Pick<ActingHost, 'table' | 'clock'>,
  request: Request,
): Promise<TrainingDue | undefined> => {
  const staff = request.type === 'post_change' ? await readStaff(table, request.staffId) : undefined
  if (request.type !== 'post_change' || staff === undefined) return undefined
  const day = today(clock)
  const year = Number(day.slice(0, 4))
  const { transfers } = assessStaff(staff, year, day, await editionsFor(table, year))
  const found = transfers.find(({ change }) => change.id === changeOf(request))
  return found === undefined || found.completedOn !== null
    ? undefined
    : { missingTenths: found.missingTenths, dueOn: formatDate(found.dueOn) }
}

/** Mails the person for whom someone else filed; a class's participants are told when hours are credited. */
const tellFiledFor = async (deps: ActingHost, request: Request, actor: Actor): Promise<void> => {
  if (request.staffId === undefined || request.staffId === actor.staffId) return
  const training = await trainingDueOf(deps, request)
  const letter = filedForLetter(request, actor, deps.publicUrl, training)
  await tellPerson(deps, request.staffId, letter, `filed-${request.id}`)
}

/** What filing needs; a roster of many may be given a pace. */
export interface FilingHost extends DecidingHost {
  readonly pace?: Pace
}

/**
 * Files a request that `prepare` has judged: the request, its proofs and what follows at once in one transaction,
 * then its executions. The idempotency key names the request, so a repeat finds it there, however late it comes
 * and whatever crashed between.
 */
export const fileRequest =
  <Body, Code extends RefusalCode>(deps: FilingHost, prepare: Prepare<Body, Code>) =>
  async (
    body: Body,
    idempotencyKey: string,
    actor: Actor,
  ): Promise<Outcome<Request, Code | 'KEY_REUSED'>> => {
    const { table, clock } = deps
    const id = requestIdFor(actor.id, idempotencyKey)
    const bodyHash = bodyHashOf(body)
    const filed = await untilWrittenFrom(
      table,
      async (
        from,
      ): Promise<Outcome<{ request: Request; institution?: Organisation }, Code | 'KEY_REUSED'>> => {
        const before = await readRequest(from, id)
        if (before)
          return before.request.bodyHash.startsWith(bodyHash)
            ? succeed({ request: before.request })
            : refuse('KEY_REUSED')
        const prepared = await prepare({ table: from, clock }, body, { actor, requestId: id, round: 1 })
        if (!prepared.ok) return prepared
        const request = build(id, prepared.value, bodyHash, actor, timestamp(clock))
        const holder = holderOf(request, today(clock))
        if (request.type === 'class_roster' && !(await enrol(table, request, deps.pace)))
          return refuse('KEY_REUSED')
        await write(table, [
          newRequest(request),
          ...request.fingerprints.map((fingerprint) => takeProof({ fingerprint, ...holder })),
          ...prepared.value.writes,
        ])
        return succeed({ request, institution: prepared.value.institution })
      },
      ({ ok }) => ok,
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

/**
 * Files what people submit, each type by its own rules, and tells whom it was filed for; what they send themselves is
 * judged by `prepareSent`. A repeat sends nothing anew.
 */
export const submitRequest =
  (deps: ActingHost, prepare = prepareRequest) =>
  async (body: Submission, idempotencyKey: string, actor: Actor) => {
    const filed = await fileRequest(deps, prepare)(body, idempotencyKey, actor)
    if (filed.ok) await tellFiledFor(deps, filed.value, actor)
    return filed
  }
