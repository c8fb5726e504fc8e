import * as z from 'zod'
import { type ProgrammeId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { isNew, readPartition, type Table, type Write } from '../platform/table.ts'
import type { Session } from '../programmes/programme.ts'

/** `to_confirm`: a scan that arrived late, because the telephone had no network; the organiser says what it is. */
export const Presence = z.enum(['present', 'to_confirm', 'absent'])
export type Presence = z.infer<typeof Presence>

/** What was noted of somebody at a session. What is noted later stands; what was noted before stays on record. */
export const Attendance = z.object({
  programmeId: z.string(),
  staffId: StaffId,
  session: z.string(),
  nth: z.number().int(),
  presence: Presence,
  /** By scanning the session's code, or by the organiser's list. */
  by: z.enum(['code', 'list']),
  at: z.string(),
  actor: z.string(),
  actorName: z.string(),
  reason: z.string().optional(),
})
export type Attendance = z.infer<typeof Attendance>

/** Names a session of a class by its day, half and course. */
export const sessionId = ({ day, half, course }: Session): string => `${day}.${half}.${course}`

export const newAttendance = (attendance: Attendance): Write => ({
  put: {
    ...keys.attendance(attendance.programmeId, attendance.staffId, attendance.session, attendance.nth),
    ...attendance,
  },
  when: isNew,
})

/** All that was noted in a class, or of one person there, in its order. */
export const attendanceIn = async (
  table: Table,
  programmeId: ProgrammeId,
  staffId?: StaffId,
): Promise<Attendance[]> =>
  (
    await readPartition(
      table,
      keys.programme(programmeId).pk,
      staffId === undefined ? 'ATTENDANCE#' : `ATTENDANCE#${staffId}#`,
    )
  ).map((item) => Attendance.parse(item))

/** [R] From what hour of its day on a half-day may have been attended. */
const BEGINS = { morning: '00:00', afternoon: '12:00' } as const

/** Whether a half-day has begun at a moment, as people there write it: nobody was at one before that (Art. 39(1)). */
export const hasBegun = ({ day, half }: Pick<Session, 'day' | 'half'>, at: string): boolean =>
  `${day}T${BEGINS[half]}` <= at

/** Who was at some session of a class, or says so: they keep their place. */
export const hereIn = (noted: readonly Attendance[]): ReadonlySet<string> =>
  new Set(noted.flatMap(({ staffId, presence }) => (presence === 'absent' ? [] : [staffId])))

/** Who was at a half-day as the record stands now, or says so: what they attended is neither left nor cancelled. */
export const attendedSome = (noted: readonly Attendance[]): ReadonlySet<StaffId> => {
  const last = new Map<string, Attendance>()
  for (const one of noted) {
    const place = `${one.staffId} ${one.session}`
    const before = last.get(place)
    if (before === undefined || one.nth > before.nth) last.set(place, one)
  }
  return hereIn([...last.values()])
}

/** What stands of a session for somebody; undefined: nothing was noted. */
export const standing = (
  noted: readonly Attendance[],
  staffId: StaffId,
  session: string,
): Attendance | undefined =>
  noted
    .filter((one) => one.staffId === staffId && one.session === session)
    .reduce<Attendance | undefined>(
      (last, one) => (last === undefined || one.nth > last.nth ? one : last),
      undefined,
    )

/**
 * The sessions that count for somebody (Art. 39(1)): those where they were present, one of a half of a day. What waits
 * to be confirmed counts nothing.
 */
export const attended = (
  sessions: readonly Session[],
  noted: readonly Attendance[],
  staffId: StaffId,
): Session[] => {
  const halves = new Set<string>()
  return sessions.filter((session) => {
    const half = `${session.day}.${session.half}`
    if (halves.has(half)) return false
    if (standing(noted, staffId, sessionId(session))?.presence !== 'present') return false
    halves.add(half)
    return true
  })
}
