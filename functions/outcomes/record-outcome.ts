import { tellInstitution } from '../certificates/tell-institution.ts'
import { requireRequest } from '../desks/open-task.ts'
import { followPerson } from '../organisations/follow-person.ts'
import {
  type Recorded,
  recordedDeskLetter,
  recordedLetter,
  refusedByRuleLetter,
} from '../persons/person-letters.ts'
import { type Clock, timestamp, today } from '../platform/clock.ts'
import type { RequestId } from '../platform/ids.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { eventually, type Write, write } from '../platform/table.ts'
import { groundText } from '../requests/about-request.ts'
import { givenBack } from '../requests/end-request.ts'
import { releaseProof } from '../requests/evidence.ts'
import { isLeaving } from '../requests/leaving.ts'
import { conclude, refuseByRule, SYSTEM } from '../requests/lifecycle.ts'
import { takePost } from '../requests/post-changes.ts'
import type { Act, Request } from '../requests/request.ts'
import { advanceRequest } from '../requests/stored-request.ts'
import { certificatesOf } from '../staff/certificate.ts'
import { watchDay } from '../staff/held-watch.ts'
import { nextEntry, type StatedFact } from '../staff/ledger.ts'
import { readPerson } from '../staff/person.ts'
import { changePerson } from '../staff/person-change.ts'
import { daysOf, withRecorded } from '../staff/record-fact.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { recordEntry } from '../staff/staff.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { tellLeaver, tellPerson } from '../staff/tell-person.ts'
import { openWatches } from '../staff/watch.ts'
import { requirePostChange } from './held-changes.ts'
import type { OutcomeHost } from './outcome-host.ts'
import { transferTooLate } from './words.ts'

class RequestUnfitError extends Error {
  override name = 'RequestUnfitError'
}

/** The last approval of a request: who decided, and when. */
const approvalOf = ({ acts }: Request): Pick<Act, 'actor' | 'at'> | undefined =>
  acts.findLast(({ act }) => act === 'approve')

/** The writes that state an approved request in the person's ledger, with the dates to watch. */
const stating = (staff: StaffRecord, request: Request, fact: StatedFact, clock: Clock): Write[] => {
  const entry = nextEntry(staff.entries, {
    staffId: staff.person.id,
    recordedAt: timestamp(clock),
    recordedBy: approvalOf(request)?.actor ?? 'system',
    source: request.id,
    fact,
  })
  return [
    ...recordEntry(staff, entry),
    ...openWatches({ ...staff, entries: [...staff.entries, entry] }, today(clock)),
  ]
}

/** Tells the person, and the institution of what it alone files (Art. 18, 35). */
const tellRecorded = async (deps: OutcomeHost, request: Recorded, occasion: string): Promise<void> => {
  const { publicUrl } = deps
  const person = await readPerson(eventually(deps.table), request.staffId)
  if (person === undefined) return
  const leaves = isLeaving(request)
  const left = leaves ? await certificatesOf(eventually(deps.table), person.id) : undefined
  const letter = recordedLetter(request, publicUrl, left)
  await (leaves
    ? tellLeaver(deps, person, letter, `recorded-${occasion}`)
    : tellPerson(deps, request.staffId, letter, `recorded-${occasion}`, person))
  if (request.type === 'record_change' || request.type === 'post_change')
    await tellInstitution(
      deps,
      request.institutionId,
      recordedDeskLetter(request, person.name, publicUrl),
      `recorded-${occasion}-institution`,
    )
}

/**
 * Records an approved request, once and in one transaction with its state; then settles certificates and
 * results and tells the person. Safe to repeat.
 */
const record = async <R extends Recorded>(
  deps: OutcomeHost,
  find: () => Promise<R>,
  writesFor: (staff: StaffRecord, request: R) => Write[] | Promise<Write[]>,
): Promise<void> => {
  const { table, clock } = deps
  const request = await retryOnConflict(async () => {
    const found = await find()
    if (found.status === 'approved') return found
    const staff = await requireStaff(table, found.staffId)
    await write(table, [
      ...(await writesFor(staff, found)),
      ...advanceRequest(found, conclude(found, 0, 'record', timestamp(clock))),
    ])
    return found
  })
  const occasion = `${request.id}-0`
  await deps.settle(request.staffId, occasion)
  await tellRecorded(deps, request, occasion)
}

/** Art. 32: records the delay; the year is then due at the end of the next one. */
export const recordDelay = (deps: OutcomeHost) => (requestId: RequestId) =>
  record(
    deps,
    async () => {
      const { request } = await requireRequest(deps.table, requestId)
      if (request.type !== 'make_up_delay') throw new RequestUnfitError(`${requestId} asks for no delay.`)
      return request
    },
    (staff, request) => {
      const approvedOn = (approvalOf(request)?.at ?? timestamp(deps.clock)).slice(0, 10)
      return stating(staff, request, { kind: 'delay', year: request.year, approvedOn }, deps.clock)
    },
  )

/** Art. 39(2)–(6): records the year, or its professional subject, as complete, or the granted scope. */
export const recordDeemed = (deps: OutcomeHost) => (requestId: RequestId) =>
  record(
    deps,
    async () => {
      const { request } = await requireRequest(deps.table, requestId)
      if (request.type !== 'deemed') throw new RequestUnfitError(`${requestId} asks for no deemed year.`)
      return request
    },
    (staff, request) => {
      const { kind, year, lines, passedOn, appraised } = request
      const scope = lines[0]?.grantedScope
      const deemed = {
        kind,
        year,
        ...(scope === undefined ? {} : { scope }),
        ...(passedOn === undefined ? {} : { passedOn }),
        ...(appraised === undefined ? {} : { appraised }),
      }
      return stating(staff, request, { kind: 'deemed', deemed }, deps.clock)
    },
  )

/** Art. 18, 45: records the approved post change; the person holds the new post from its date on. */
export const recordChange = (deps: OutcomeHost) => (requestId: RequestId) =>
  record(
    deps,
    () => requirePostChange(deps.table, requestId),
    (staff, request) => [
      ...takePost(staff, request, {
        by: approvalOf(request)?.actor ?? 'system',
        at: timestamp(deps.clock),
      }),
      ...(request.effectiveOn > today(deps.clock) ? [watchDay(staff.person.id, request.effectiveOn)] : []),
    ],
  )

/** Art. 7: records that the reason was found justified, and who found so. */
export const recordJustifiedReason = (deps: OutcomeHost) => (requestId: RequestId) =>
  record(
    deps,
    async () => {
      const { request } = await requireRequest(deps.table, requestId)
      if (request.type !== 'justified_reason') throw new RequestUnfitError(`${requestId} gives no reason.`)
      return request
    },
    (staff, request) => {
      const { year, ground, reason } = request
      const text = `${groundText(ground)}：${reason}`
      return stating(staff, request, { kind: 'justified', year, reason: text }, deps.clock)
    },
  )

/**
 * Art. 4, 9, 12, 18: records the confirmed change; the register says it from its own date on. Who leaves by it has no
 * account to act with any more, as by any other change.
 */
export const enterRecordChange = (deps: OutcomeHost) => (requestId: RequestId) =>
  record(
    deps,
    async () => {
      const { request } = await requireRequest(deps.table, requestId)
      if (request.type !== 'record_change') throw new RequestUnfitError(`${requestId} changes no record.`)
      return request
    },
    async (staff, request) => {
      const at = timestamp(deps.clock)
      const day = at.slice(0, 10)
      const person = withRecorded(staff.person, request, day)
      const act = {
        at,
        by: approvalOf(request)?.actor ?? 'system',
        what: 'confirmed',
        reason: request.reason,
      }
      return [
        ...changePerson(staff, person, act),
        ...(await followPerson(deps.table, staff.person, person, act)),
        ...daysOf(request, day).map((one) => watchDay(staff.person.id, one)),
        // Releases the fingerprints, so that the same change may be filed again one day.
        ...request.fingerprints.map((fingerprint) => releaseProof(fingerprint, request.id)),
      ]
    },
  )

const LATE = {
  article: '45',
  reason: transferTooLate.zh,
} as const

/** Art. 45: refuses a filing whose training was not completed in time, and drops its change. */
export const refuseChange =
  (deps: OutcomeHost) =>
  async (requestId: RequestId): Promise<void> => {
    const { table, clock } = deps
    const request = await retryOnConflict(async () => {
      const found = await requirePostChange(table, requestId)
      if (found.status === 'rejected' || found.status === 'withdrawn') return found
      const at = timestamp(clock)
      const refused = refuseByRule(found, 0, LATE.article, LATE.reason, at)
      // `givenBack` keeps the dropped change on record: a new filing takes it over once the training is
      // complete.
      await write(table, [
        ...advanceRequest(found, refused),
        ...(await givenBack(table, refused, { by: SYSTEM.id, at })),
      ])
      return found
    })
    const letter = refusedByRuleLetter(request, LATE.reason, deps.publicUrl)
    await tellPerson(deps, request.staffId, letter, `refused-${requestId}`)
    await tellInstitution(deps, request.institutionId, letter, `refused-${requestId}-institution`)
  }
