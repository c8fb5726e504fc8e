import type { Actor } from '../organisations/account.ts'
import { isPersonOf } from '../organisations/same-human.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { ProgrammeId, StaffId } from '../platform/ids.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { sealOf, type Table, write } from '../platform/table.ts'
import { removedLecturers } from '../programmes/lecturers-fit.ts'
import type { Programme, Session } from '../programmes/programme.ts'
import {
  type Attendance,
  attendanceIn,
  hasBegun,
  hereIn,
  newAttendance,
  sessionId,
  standing,
} from './attendance.ts'
import { findClass, findOwnClass, isOrganiser } from './class-powers.ts'
import { enrolmentsIn, seatsOf, stillOpen } from './enrolment.ts'
import { namedTwice } from './named-twice.ts'
import { codeAt, readCode } from './session-code.ts'
import { faultWords } from './words.ts'

const sessionOf = ({ sessions }: Programme, id: string): Session | undefined =>
  sessions.find((one) => sessionId(one) === id)

/** Whether somebody who may teach no more was to teach in a half-day: others are named before it opens (Art. 31). */
const isStopped = async (table: Table, programme: Programme, { day, course }: Session): Promise<boolean> =>
  (await removedLecturers(table, programme, day, course)).length > 0

/** The code that the organiser’s screen shows now; on the session’s own day alone, of an afternoon from noon on. */
export const showCode =
  ({ table, clock }: RecordsHost) =>
  async (
    programmeId: ProgrammeId,
    session: string,
    actor: Actor,
  ): Promise<
    Outcome<
      { code: string; changesIn: number },
      'NOT_FOUND' | 'NOT_ALLOWED' | 'CLASS_NOT_OPEN' | 'NO_CODE_NOW' | 'LECTURER_REMOVED'
    >
  > => {
    const found = await findOwnClass(table, programmeId, actor)
    if (!found.ok) return found
    if (found.value.state !== 'accepted') return refuse('CLASS_NOT_OPEN')
    const held = sessionOf(found.value, session)
    if (held?.day !== today(clock) || !hasBegun(held, timestamp(clock))) return refuse('NO_CODE_NOW')
    if (await isStopped(table, found.value, held)) return refuse('LECTURER_REMOVED', { article: '31' })
    return succeed(codeAt(await sealOf(table), programmeId, session, clock.now()))
  }

const nextOf = (noted: readonly Attendance[], staffId: StaffId, session: string): number =>
  (standing(noted, staffId, session)?.nth ?? 0) + 1

/**
 * Somebody who is signed in sends the code that they scanned. In time it counts; kept on a telephone without network it
 * waits for the organiser's word. What is on record already stays: a code corrects nothing.
 */
export const attend =
  ({ table, clock }: RecordsHost) =>
  async (
    programmeId: ProgrammeId,
    code: string,
    actor: Actor,
  ): Promise<
    Outcome<Attendance, 'NOT_FOUND' | 'NOT_ALLOWED' | 'CLASS_NOT_OPEN' | 'NOT_ENROLLED' | 'CODE_EXPIRED'>
  > => {
    const { staffId } = actor
    if (staffId === undefined) return refuse('NOT_ALLOWED')
    return retryOnConflict(async () => {
      const found = await findClass(table, programmeId)
      if (!found.ok) return found
      const programme = found.value
      const scanned = readCode(await sealOf(table), programmeId, code, clock.now())
      if (scanned.session === undefined || sessionOf(programme, scanned.session) === undefined)
        return refuse('CODE_EXPIRED')
      const { session } = scanned
      // Whoever shows the code may scan it from anywhere: a colleague confirms that they were there.
      const presence = isOrganiser(actor, programme) ? 'to_confirm' : scanned.found
      const noted = await attendanceIn(table, programmeId, staffId)
      const before = standing(noted, staffId, session)
      if (before !== undefined) return succeed(before)
      if (programme.state !== 'accepted') return refuse('CLASS_NOT_OPEN')
      const { seated } = seatsOf(await enrolmentsIn(table, programmeId), programme.capacity, hereIn(noted))
      if (!seated.some((one) => one.staffId === staffId)) return refuse('NOT_ENROLLED')
      const attendance: Attendance = {
        ...{ programmeId, staffId, session, nth: 1, presence, by: 'code' },
        ...{ at: timestamp(clock), actor: actor.id, actorName: actor.name },
      }
      await write(table, [newAttendance(attendance), stillOpen(programme)])
      return succeed(attendance)
    })
  }

/** The organiser's list of a session. */
export interface AttendanceList {
  readonly session: string
  readonly entries: readonly { readonly staffId: StaffId; readonly present: boolean }[]
  /** Why what was noted before is wrong. */
  readonly reason?: string | undefined
}

/**
 * The organiser enters a list: who signed on paper, who was there after all, what waited to be confirmed. What says
 * the same as before is left; a correction needs a reason and stands beside what it corrects. Nobody enters themselves.
 */
export const recordAttendance =
  ({ table, clock }: RecordsHost) =>
  async (
    programmeId: ProgrammeId,
    { session, entries, reason }: AttendanceList,
    actor: Actor,
  ): Promise<
    Outcome<
      Attendance[],
      | 'NOT_FOUND'
      | 'NOT_ALLOWED'
      | 'CLASS_NOT_OPEN'
      | 'NOT_ENROLLED'
      | 'OWN_REQUEST'
      | 'INPUT_INVALID'
      | 'LECTURER_REMOVED'
    >
  > =>
    retryOnConflict(async () => {
      const found = await findOwnClass(table, programmeId, actor)
      if (!found.ok) return found
      const programme = found.value
      if (programme.state !== 'accepted') return refuse('CLASS_NOT_OPEN')
      const held = sessionOf(programme, session)
      if (held === undefined || !hasBegun(held, timestamp(clock)))
        return refuse('INPUT_INVALID', {
          errors: [
            {
              pointer: '/session',
              detail: faultWords.session,
            },
          ],
        })
      if (await isStopped(table, programme, held)) return refuse('LECTURER_REMOVED', { article: '31' })
      if (entries.some(({ staffId }) => isPersonOf(actor, staffId))) return refuse('OWN_REQUEST')
      const twice = namedTwice(entries, '/entries')
      if (twice.length > 0) return refuse('INPUT_INVALID', { errors: twice })
      const noted = await attendanceIn(table, programmeId)
      const { seated } = seatsOf(await enrolmentsIn(table, programmeId), programme.capacity, hereIn(noted))
      if (!entries.every(({ staffId }) => seated.some((one) => one.staffId === staffId)))
        return refuse('NOT_ENROLLED')
      const at = timestamp(clock)
      const faults: FieldFault[] = []
      const fresh = entries.flatMap(({ staffId, present }): Attendance[] => {
        const before = standing(noted, staffId, session)
        const presence = present ? 'present' : 'absent'
        if (before?.presence === presence) return []
        if (before !== undefined && before.presence !== 'to_confirm' && reason === undefined)
          faults.push({
            pointer: '/reason',
            detail: faultWords.correction,
          })
        return [
          {
            ...{ programmeId, staffId, session, nth: nextOf(noted, staffId, session), presence, by: 'list' },
            ...{ at, actor: actor.id, actorName: actor.name },
            ...(reason === undefined ? {} : { reason }),
          },
        ]
      })
      const [fault] = faults
      if (fault !== undefined) return refuse('INPUT_INVALID', { errors: [fault] })
      if (fresh.length > 0) await write(table, [...fresh.map(newAttendance), stillOpen(programme)])
      return succeed(fresh)
    })
