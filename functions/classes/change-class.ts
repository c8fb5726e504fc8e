import { readLecturers, standingWith } from '../libraries/lecturer.ts'
import type { Actor } from '../organisations/account.ts'
import { timestamp, today } from '../platform/clock.ts'
import type { ProgrammeId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { type FieldFault, type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import type { WritingHost } from '../platform/writing-host.ts'
import { type Programme, replaceProgramme, type Session } from '../programmes/programme.ts'
import { programmeFaultTexts } from '../programmes/words.ts'
import { tellPerson } from '../staff/tell-person.ts'
import type { ChangingBody } from './api.ts'
import { attendanceIn, sessionId } from './attendance.ts'
import { changedLetter } from './class-letters.ts'
import { findOwnClass } from './class-powers.ts'
import { enrolmentsIn, isActive } from './enrolment.ts'
import { faultWords } from './words.ts'

type Why = 'NOT_FOUND' | 'NOT_ALLOWED' | 'CLASS_NOT_OPEN' | 'INPUT_INVALID'

/** People who are told at once. */
const WIDTH = 8

const atOf = ({ day, half }: Pick<Session, 'day' | 'half'>): string => `${day} ${half}`

/** The half-days after a change, in the order in which they were filed. */
const movedTo = ({ sessions }: Programme, moves: ChangingBody['sessions'] = []): Session[] =>
  sessions.map((session) => {
    const move = moves.find(({ id }) => id === sessionId(session))
    return move === undefined ? session : { ...session, day: move.day, half: move.half }
  })

/** What is wrong with the half-days that are moved: begun, in the past, in another year, or taken (Art. 7, 39(1)). */
const moveFaults = async (
  table: Table,
  programme: Programme,
  { sessions: moves = [] }: ChangingBody,
  after: readonly Session[],
  day: string,
): Promise<FieldFault[]> => {
  const noted = moves.length === 0 ? [] : await attendanceIn(table, programme.id)
  return moves.flatMap(({ id, day: to }, index): FieldFault[] => {
    const at = `/sessions/${index}`
    const place = programme.sessions.findIndex((one) => sessionId(one) === id)
    const moved = after[place]
    if (moved === undefined) return [{ pointer: `${at}/id`, detail: faultWords.noSession }]
    if (noted.some(({ session }) => session === id)) return [{ pointer: `${at}/id`, detail: faultWords.held }]
    if (to <= day) return [{ pointer: `${at}/day`, detail: faultWords.dayOver }]
    if (Number(to.slice(0, 4)) !== programme.year)
      return [{ pointer: `${at}/day`, detail: programmeFaultTexts.PROGRAMME_CROSSES_YEAR }]
    return after.some((one, other) => other !== place && atOf(one) === atOf(moved))
      ? [{ pointer: `${at}/day`, detail: programmeFaultTexts.HALF_DAY_TWICE }]
      : []
  })
}

const lecturerTexts = {
  not_vetted: programmeFaultTexts.LECTURER_NOT_VETTED,
  removed: programmeFaultTexts.LECTURER_REMOVED,
  unknown: programmeFaultTexts.LECTURER_UNKNOWN,
} as const

/** Who is to teach instead, and may not (Art. 31). */
const lecturerFaults = async (
  table: Table,
  { organiserId, courses }: Programme,
  { lecturers: named = [] }: ChangingBody,
): Promise<FieldFault[]> => {
  const known = new Map(
    (
      await readLecturers(
        table,
        named.flatMap(({ lecturers }) => lecturers),
      )
    ).map((one) => [one.id, one]),
  )
  return named.flatMap(({ course, lecturers }, index): FieldFault[] => {
    const at = `/lecturers/${index}`
    const { mode } = courses[course] ?? {}
    if (mode === undefined)
      return [{ pointer: `${at}/course`, detail: programmeFaultTexts.SESSION_OF_NO_COURSE }]
    // As when it was filed: whoever teaches is named, so that the organiser can answer for them.
    if (mode === 'offline' && lecturers.length === 0)
      return [{ pointer: `${at}/lecturers`, detail: programmeFaultTexts.LECTURER_MISSING }]
    return lecturers.flatMap((id, place): FieldFault[] => {
      const standing = standingWith(known.get(id), organiserId)
      return standing === 'vetted'
        ? []
        : [{ pointer: `${at}/lecturers/${place}`, detail: lecturerTexts[standing] }]
    })
  })
}

const changed = (programme: Programme, body: ChangingBody): Programme => {
  const sessions = movedTo(programme, body.sessions)
  const days = [
    ...sessions.map(({ day }) => day),
    ...programme.courses.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()),
  ].toSorted()
  return {
    ...programme,
    sessions,
    place: body.place ?? programme.place,
    firstDay: days[0] ?? programme.firstDay,
    lastDay: days.at(-1) ?? programme.lastDay,
    courses: programme.courses.map((course, index) => {
      const lecturers = body.lecturers?.find((one) => one.course === index)?.lecturers
      return lecturers === undefined ? course : { ...course, lecturers: [...lecturers] }
    }),
  }
}

/** What of it participants see: who comes where and when. */
const seenOf = ({ place, sessions }: Programme): string => JSON.stringify([place, sessions.map(atOf)])

/**
 * Moves a class to another place or other half-days, or has others teach in it, on record; how long it is, what it
 * costs and what it teaches stay as filed. Everybody enrolled is told of another place or day. A repeat of the last
 * change tells whoever was not told.
 */
export const changeClass =
  (deps: WritingHost) =>
  async (programmeId: ProgrammeId, body: ChangingBody, actor: Actor): Promise<Outcome<Programme, Why>> => {
    const { table, clock } = deps
    const done = await retryOnConflict(async () => {
      const found = await findOwnClass(table, programmeId, actor)
      if (!found.ok) return found
      const before = found.value
      if (before.state !== 'accepted') return refuse('CLASS_NOT_OPEN')
      const after = changed(before, body)
      const errors = [
        ...(await moveFaults(table, before, body, after.sessions, today(clock))),
        ...(await lecturerFaults(table, before, body)),
      ]
      if (errors.length > 0) return refuse('INPUT_INVALID', { article: '8', errors })
      const isSame = seenOf(after) === seenOf(before)
      if (isSame && JSON.stringify(after.courses) === JSON.stringify(before.courses)) {
        const last = before.acts.at(-1)
        return succeed({ programme: before, tells: last?.act === 'change' && last.reason === body.reason })
      }
      const act = {
        ...{ at: timestamp(clock), actor: actor.id, actorName: actor.name, act: 'change' },
        reason: body.reason,
      }
      const acts = [...before.acts, act]
      await write(table, [replaceProgramme(before, { ...after, acts })])
      return succeed({ programme: { ...after, acts, version: before.version + 1 }, tells: !isSame })
    })
    if (!done.ok) return done
    const { programme, tells } = done.value
    if (tells) {
      const letter = changedLetter(programme, deps.publicUrl, body.reason, {
        place: body.place !== undefined,
        days: (body.sessions ?? []).length > 0,
      })
      const nth = programme.acts.filter(({ act }) => act === 'change').length
      await mapConcurrently((await enrolmentsIn(table, programmeId)).filter(isActive), WIDTH, ({ staffId }) =>
        tellPerson(deps, staffId, letter, `class-${programmeId}-${staffId}-changed-${nth}`),
      )
    }
    return succeed(programme)
  }
