import type { StaffId } from '../platform/ids.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { type Programme, readProgramme } from '../programmes/programme.ts'
import { type Attendance, attendanceIn, attended, sessionId } from './attendance.ts'
import type { Elsewhere, Part } from './class-parts.ts'
import { classesOf } from './enrolment.ts'

const halfOf = ({ day, half }: Programme['sessions'][number]): string => `${day} ${half}`

/** The titles of other classes whose record says that somebody was there in half-days in which they were here. */
const titlesBeside = async (
  table: Table,
  { id, year }: Programme,
  staffId: StaffId,
  here: ReadonlySet<string>,
): Promise<string[]> => {
  // Most people were in no other class: one query says so.
  const others = (await classesOf(table, staffId, `${year}`)).filter(({ programmeId }) => programmeId !== id)
  const found = await mapConcurrently(others, 1, async ({ programmeId }) => {
    const noted = await attendanceIn(table, programmeId, staffId)
    if (noted.length === 0) return []
    const other = await readProgramme(table, programmeId)
    if (other === undefined || other.state === 'cancelled') return []
    const sessions = other.sessions.filter((one) => noted.some(({ session }) => session === sessionId(one)))
    return attended(sessions, noted, staffId).some((one) => here.has(halfOf(one))) ? [other.title] : []
  })
  return found.flat()
}

/** People who are looked at at once. */
const WIDTH = 8
/** As many titles as a desk is told. */
const MOST_TITLES = 3

/**
 * Of a part of a class: how many of those whom it brings hours were, by the record of another class, there in the same
 * half-days. Nobody is at two places; which record is wrong a person finds out, so desks are told (Art. 32, 39(1)).
 */
export const elsewhereIn = async (
  table: Table,
  programme: Programme,
  noted: readonly Attendance[],
  { course, participants }: Pick<Part, 'course' | 'participants'>,
): Promise<Elsewhere | undefined> => {
  const earning = participants.filter(({ halfDays = 0, passed }) => passed === true && halfDays > 0)
  const found = await mapConcurrently(earning, WIDTH, ({ staffId }) => {
    const halves = attended(programme.sessions, noted, staffId).filter((one) => one.course === course)
    return titlesBeside(table, programme, staffId, new Set(halves.map(halfOf)))
  })
  const met = found.filter((titles) => titles.length > 0)
  return met.length === 0
    ? undefined
    : { people: met.length, titles: [...new Set(met.flat())].slice(0, MOST_TITLES) }
}
