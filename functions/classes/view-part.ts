import { readOrganisations } from '../organisations/organisation.ts'
import { keys } from '../platform/keys.ts'
import { readMany } from '../platform/ranges.ts'
import { eventually, type Table } from '../platform/table.ts'
import { readProgramme } from '../programmes/programme.ts'
import type { Request } from '../requests/request.ts'
import { Person } from '../staff/person.ts'
import type { ClassPartView } from './api.ts'
import { type Attendance, attendanceIn, sessionId, standing } from './attendance.ts'
import { readClaim } from './class-claim.ts'
import { readClosing } from './closing.ts'

/** How often each thing was noted of somebody's half-days, as the record stands, and how often it was corrected. */
const countsOf = (noted: readonly Attendance[], staffId: string, sessions: readonly string[]) => {
  const last = sessions.flatMap((session) => standing(noted, staffId, session) ?? [])
  const present = last.filter(({ presence }) => presence === 'present')
  return {
    present: present.length,
    byCode: present.filter(({ by }) => by === 'code').length,
    byList: present.filter(({ by }) => by === 'list').length,
    absent: last.filter(({ presence }) => presence === 'absent').length,
    corrected: noted.filter((one) => one.staffId === staffId && sessions.includes(one.session) && one.nth > 1)
      .length,
  }
}

/**
 * What the hours of a closed class's part rest on, for whoever sees the request: who closed it, and of each of its
 * people the institution and the half-days by code and by list (Art. 34, 39(1)). Null: it is no class's part. People
 * whom the reader does not see stand in no row: `request` is as it was shown to them.
 */
export const viewPart = async (consistent: Table, request: Request): Promise<ClassPartView | null> => {
  if (request.type !== 'class_roster' || request.ofClass === undefined) return null
  const table = eventually(consistent)
  const { programmeId } = request.ofClass
  const [programme, closing, claim, noted] = await Promise.all([
    readProgramme(table, programmeId),
    readClosing(table, programmeId),
    readClaim(table, programmeId),
    attendanceIn(table, programmeId),
  ])
  const part = claim?.parts.find(({ requestId }) => requestId === request.id)
  if (programme === undefined || closing === undefined || part === undefined) return null
  const persons = (
    await readMany(
      table,
      request.participants.map(({ staffId }) => keys.person(staffId)),
    )
  ).map((item) => Person.parse(item))
  const institutions = await readOrganisations(table, [
    ...new Set(persons.map(({ institutionId }) => institutionId)),
  ])
  const sessions = programme.sessions.filter(({ course }) => course === part.course).map(sessionId)
  return {
    classId: programme.id,
    title: programme.title,
    organiser: { id: programme.organiserId, name: programme.organiserName },
    course: programme.courses[part.course]?.title ?? programme.title,
    halfDays: sessions.length,
    closedAt: closing.at,
    closedBy: closing.byName,
    participants: request.participants.map(({ staffId }) => {
      const person = persons.find(({ id }) => id === staffId)
      const result = closing.results.find((one) => one.staffId === staffId)
      return {
        ...{ staffId, name: person?.name ?? '' },
        institution: institutions.find(({ id }) => id === person?.institutionId)?.name ?? '',
        ...countsOf(noted, staffId, sessions),
        passed: result?.passed ?? false,
        mark: result?.mark ?? null,
      }
    }),
  }
}
