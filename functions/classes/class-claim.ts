import * as z from 'zod'
import { readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { today } from '../platform/clock.ts'
import { ConditionFailedError } from '../platform/condition-failed.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { base32, digest, sha256 } from '../platform/identifiers.ts'
import { RequestId, type StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { logger } from '../platform/logger.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { read, type Table, write } from '../platform/table.ts'
import type { Subject } from '../platform/terms.ts'
import type { Programme } from '../programmes/programme.ts'
import { type EditionOf, editionsAsOf } from '../registers/edition-for.ts'
import { FailedCourse } from '../requests/failed-classes.ts'
import { flagged } from '../requests/flag.ts'
import { twinsOf } from '../requests/likeness.ts'
import { enrol } from '../requests/participants.ts'
import { lineFaults, toLine } from '../requests/prepare-claim.ts'
import { isOfHours, type Request, type RosterRequest } from '../requests/request.ts'
import { startWork } from '../requests/start-work.ts'
import { newRequest, readRequest } from '../requests/stored-request.ts'
import type { ClaimLine } from '../requests/submissions.ts'
import { readStaff } from '../staff/staff.ts'
import { attendanceIn, hereIn } from './attendance.ts'
import { bringsHours, type Earned, earnedIn, LeftOut, Part, partsOf } from './class-parts.ts'
import type { Closing } from './closing.ts'
import { elsewhereIn } from './elsewhere.ts'
import { enrolmentsIn, isActive, seatsOf } from './enrolment.ts'
import { elsewhereText } from './words.ts'

/** What a closed class became: a claim in parts, each a request that its desks decide, and who is in none. */
export const ClassClaim = z.object({
  parts: z.array(Part.extend({ requestId: RequestId })),
  leftOut: z.array(LeftOut),
  /** Courses and their people of whom nobody passed: no request stands for them. Classes closed before this was kept: none. */
  failed: z.array(FailedCourse).optional(),
})
export type ClassClaim = z.infer<typeof ClassClaim>

export const readClaim = async (table: Table, id: string): Promise<ClassClaim | undefined> => {
  const item = await read(table, keys.classClaim(id))
  return item && ClassClaim.parse(item)
}

const partIdOf = (programmeId: string, { course, departmentId = '', authorityId }: Part): RequestId =>
  `k${base32(digest([programmeId, course, departmentId, authorityId].join('\n')), 16)}`

const titleOf = ({ title, courses }: Programme, course: number): string =>
  courses.length === 1 ? title : (courses[course]?.title ?? title)

const providerOf = ({ entrusted, organiserName }: Programme): string => entrusted?.name ?? organiserName

/** A course as a claim has it; `halfDays`: of the whole of it, or of somebody. */
const claimLine = ({ courses, sessions }: Programme, index: number, halfDays: number): ClaimLine => {
  const days = sessions.flatMap(({ course, day }) => (course === index ? [day] : [])).toSorted()
  const course = courses[index]
  return {
    subject: course?.subject ?? 'public',
    category: course?.category ?? 'in_service',
    mode: 'offline',
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    halfDays,
    ...(course?.fullTime === undefined ? {} : { fullTime: course.fullTime }),
  }
}

/** What a class is to be recognised by when somebody claims it singly (Art. 40). */
const ofClassOf = ({ title, entrusted, organiserName }: Programme) => ({
  title,
  ...(entrusted === undefined ? {} : { organiserName }),
})

const failedCourse = (programme: Programme, { course, participants }: Part): FailedCourse => {
  const { subject, from, to } = claimLine(programme, course, 0)
  return {
    ...{ course, title: titleOf(programme, course), provider: providerOf(programme) },
    ofClass: ofClassOf(programme),
    line: { subject, from, to },
    staffIds: participants.map(({ staffId }) => staffId),
  }
}

const wholeOf = ({ sessions }: Programme, index: number): number =>
  sessions.filter(({ course }) => course === index).length

const isOfSubject = (request: Request, subject: Subject): boolean =>
  isOfHours(request) && request.lines.some((line) => line.subject === subject)

const isOfClass = (request: Request): boolean =>
  request.type === 'class_roster' && request.ofClass !== undefined

/** Why something that somebody earned is not claimed for them; undefined: nothing is against it. */
const refusedBy = async (
  table: Table,
  programme: Programme,
  { day, editionOf }: { readonly day: string; readonly editionOf: EditionOf },
  { staffId, course, halfDays, passed }: Earned,
): Promise<Pick<LeftOut, 'why' | 'detail'> | undefined> => {
  if (!passed || halfDays === 0) return undefined
  const line = claimLine(programme, course, halfDays)
  const claimed = { title: titleOf(programme, course), provider: providerOf(programme), lines: [line] }
  const twins = await twinsOf(table, staffId, { ...claimed, ofClass: programme }, '')
  // Another class that was held here on the same days is another training: its half-days are its own (Art. 39(1)).
  const single = twins.filter(({ request }) => !isOfClass(request))
  if (single.some(({ request }) => isOfSubject(request, line.subject))) return { why: 'claimed_already' }
  const staff = await readStaff(table, staffId)
  const [fault] = staff === undefined ? [] : lineFaults([line], staff, day, editionOf)
  return fault === undefined ? undefined : { why: 'rule', detail: fault.detail }
}

/** People who are looked at at once. */
const WIDTH = 8

/** Finds what a closed class is claimed as. Nothing is written. */
export const findParts = async (
  { table, clock }: DecidingHost,
  programme: Programme,
  { results }: Closing,
): Promise<ClassClaim> => {
  const day = today(clock)
  const [enrolments, noted, editionOf] = await Promise.all([
    enrolmentsIn(table, programme.id),
    attendanceIn(table, programme.id),
    editionsAsOf(table, day, day),
  ])
  const { seated } = seatsOf(enrolments, programme.capacity, hereIn(noted))
  const institutionOf = new Map(seated.map((one) => [one.staffId, one.institutionId]))
  const agreed = new Set(seated.flatMap(({ staffId, state }) => (state === 'agreed' ? [staffId] : [])))
  const places = new Map(
    (await readOrganisations(table, [...new Set(institutionOf.values())])).map((one) => [one.id, one]),
  )
  const earned = earnedIn(programme, seated, noted, results)
  const judged = await mapConcurrently(earned, WIDTH, async (one) => ({
    one,
    left: agreed.has(one.staffId)
      ? await refusedBy(table, programme, { day, editionOf }, one)
      : { why: 'not_agreed' as const },
  }))
  const placeOf = (staffId: StaffId) => places.get(institutionOf.get(staffId) ?? '') ?? {}
  const parts = partsOf(
    programme.courses,
    judged.flatMap(({ one, left }) => (left === undefined ? [one] : [])),
    placeOf,
  )
  const failed = parts.filter((part) => !bringsHours(part)).map((part) => failedCourse(programme, part))
  // Whose place ended has no part, and is named: nobody's half-days go in silence.
  const gone = enrolments.filter((one) => !isActive(one))
  const stateOf = new Map(gone.map(({ staffId, state }) => [staffId, state]))
  const unplaced = earnedIn(programme, gone, noted, results).filter(
    ({ staffId, halfDays }) => halfDays > 0 && !results.some((one) => one.staffId === staffId && !one.passed),
  )
  const claimed = parts.filter(bringsHours)
  const elsewhere = await mapConcurrently(claimed, 1, (part) => elsewhereIn(table, programme, noted, part))
  return {
    parts: claimed.map((part, index) => ({
      ...part,
      ...(elsewhere[index] === undefined ? {} : { elsewhere: elsewhere[index] }),
      requestId: partIdOf(programme.id, part),
    })),
    ...(failed.length === 0 ? {} : { failed }),
    leftOut: [
      ...judged.flatMap(({ one, left }) =>
        left === undefined || one.halfDays === 0 || !one.passed
          ? []
          : [{ staffId: one.staffId, course: one.course, ...left }],
      ),
      ...unplaced.map(({ staffId, course }) => ({
        ...{ staffId, course },
        why: stateOf.get(staffId) === 'left' ? ('left' as const) : ('not_agreed' as const),
      })),
    ],
  }
}

const requestOf = (
  programme: Programme,
  closing: Closing,
  part: ClassClaim['parts'][number],
): RosterRequest => ({
  type: 'class_roster',
  id: part.requestId,
  institutionId: part.authorityId,
  submittedBy: closing.by,
  submittedAt: closing.at,
  status: 'in_review',
  round: 1,
  title: titleOf(programme, part.course),
  provider: providerOf(programme),
  evidence: [],
  // Of nobody alone: they serve every part, and take no fingerprint (Art. 40).
  ...(closing.papers === undefined || closing.papers.length === 0 ? {} : { supporting: closing.papers }),
  ...(part.elsewhere === undefined
    ? {}
    : { notices: [flagged('DAYS_FULL', elsewhereText(part.elsewhere.people, part.elsewhere.titles), '39')] }),
  fingerprints: [],
  bodyHash: sha256(JSON.stringify(part)).slice(0, 32),
  acts: [{ at: closing.at, actor: closing.by, actorName: closing.byName, act: 'submit' }],
  participantCount: part.participants.length,
  participants: part.participants,
  ofClass: {
    programmeId: programme.id,
    ...ofClassOf(programme),
    authorityId: part.authorityId,
    ...(part.departmentId === undefined ? {} : { departmentId: part.departmentId }),
  },
  lines: [toLine(claimLine(programme, part.course, wholeOf(programme, part.course)), 1)],
  version: 1,
})

/** Files each part that does not stand yet, and starts what has not begun. Safe to repeat. */
export const fileParts = async (
  deps: DecidingHost,
  programme: Programme,
  closing: Closing,
  { parts }: ClassClaim,
): Promise<void> => {
  const { table } = deps
  for (const part of parts) {
    const known = (await readRequest(table, part.requestId, []))?.request
    const request = known ?? requestOf(programme, closing, part)
    if (known === undefined) {
      await enrol(table, requestOf(programme, closing, part))
      try {
        await write(table, [newRequest(request)])
      } catch (error) {
        // Another call filed it at the same moment.
        if (!(error instanceof ConditionFailedError)) throw error
      }
    }
    const authority = await readOrganisation(table, part.authorityId)
    try {
      if (authority !== undefined)
        await startWork(deps, request, authority, ({ status }) => status === 'in_review')
    } catch (error) {
      logger.error('An execution could not be started; the reconciler will.', {
        requestId: part.requestId,
        error,
      })
    }
  }
}
