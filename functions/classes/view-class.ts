import { readLecturers } from '../libraries/lecturer.ts'
import type { Actor } from '../organisations/account.ts'
import { readOrganisations } from '../organisations/organisation.ts'
import type { ProgrammeId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import type { Language } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { readMany } from '../platform/ranges.ts'
import { type Outcome, succeed } from '../platform/refusals.ts'
import { eventually, type Table } from '../platform/table.ts'
import { Programme } from '../programmes/programme.ts'
import { Person } from '../staff/person.ts'
import { unheardOf } from './answerers.ts'
import type { ClaimView, ClassDesk, ClassView } from './api.ts'
import { type Attendance, attendanceIn, hasBegun, hereIn, sessionId, standing } from './attendance.ts'
import { type ClassClaim, readClaim } from './class-claim.ts'
import type { Result } from './class-parts.ts'
import { findClass, findOwnClass, isOrganiser, looksAfter } from './class-powers.ts'
import { readClosing } from './closing.ts'
import { askedOf, classesOf, type Enrolment, enrolmentsIn, isActive, seatsOf } from './enrolment.ts'
import { evaluationOf } from './evaluation.ts'
import { findHints } from './find-hints.ts'
import type { Hint } from './hints.ts'
import { type ClassNotice, noticesOf, readsNotices } from './notices.ts'
import { leftOutWords } from './words.ts'

const summaryOf = (programme: Programme) => ({
  id: programme.id,
  title: programme.title,
  organiser: { id: programme.organiserId, name: programme.organiserName },
  firstDay: programme.firstDay,
  lastDay: programme.lastDay,
  place: programme.place,
  capacity: programme.capacity,
  state:
    programme.state === 'closed' || programme.state === 'cancelled' ? programme.state : ('accepted' as const),
})

const hintsIn = (hints: readonly Hint[], language: Language) =>
  hints.map(({ code, article, text }) => ({ code, article, text: text[language] }))

const notedOf = (programme: Programme, noted: readonly Attendance[], staffId: StaffId) =>
  programme.sessions.flatMap((session) => {
    const one = standing(noted, staffId, sessionId(session))
    return one === undefined ? [] : [viewAttendance(one)]
  })

export const viewAttendance = ({ session, presence, by, at, reason }: Attendance) => ({
  ...{ session, presence, by, at, reason: reason ?? null },
})

const resultOf = (results: readonly Result[], staffId: StaffId) => {
  const own = results.find((one) => one.staffId === staffId)
  return own === undefined ? null : { passed: own.passed, mark: own.mark ?? null }
}

export const viewNotice = ({ link, files = [], ...notice }: ClassNotice) => ({
  ...notice,
  link: link ?? null,
  files,
})

/** A class as somebody sees it at a moment, as people there write it, who may come, comes, or holds it. */
export const viewClass = async (
  table: Table,
  id: ProgrammeId,
  actor: Actor,
  language: Language,
  at: string,
): Promise<Outcome<ClassView, 'NOT_FOUND'>> => {
  const found = await findClass(table, id)
  if (!found.ok) return found
  const programme = found.value
  const { staffId } = actor
  const [enrolments, noted, closing, hints] = await Promise.all([
    enrolmentsIn(table, id),
    staffId === undefined ? [] : attendanceIn(table, id, staffId),
    readClosing(table, id),
    staffId === undefined ? [] : findHints(table, programme, staffId, 'person'),
  ])
  const { seated, waiting } = seatsOf(enrolments, programme.capacity)
  const own = enrolments.find((one) => one.staffId === staffId)
  const organises = isOrganiser(actor, programme)
  const isUnheard =
    own !== undefined &&
    programme.state === 'accepted' &&
    (await unheardOf(eventually(table), [own], at.slice(0, 10))).has(own.staffId)
  const isTold = await readsNotices(table, programme, own, actor)
  return succeed({
    ...summaryOf(programme),
    sessions: programme.sessions.map((session) => ({
      ...{ id: sessionId(session), day: session.day, half: session.half, begun: hasBegun(session, at) },
      course: programme.courses[session.course]?.title ?? programme.title,
      subject: programme.courses[session.course]?.subject ?? 'public',
    })),
    enrolled: seated.length,
    waiting: waiting.length,
    mine:
      own === undefined
        ? null
        : {
            state: own.state,
            waiting: waiting.indexOf(own) + 1,
            unheard: isUnheard,
            attendance: notedOf(programme, noted, own.staffId),
            result: resultOf(closing?.results ?? [], own.staffId),
            evaluation: await evaluationOf(table, id, own.staffId, closing, at.slice(0, 10)),
          },
    hints: hintsIn(hints, language),
    organises,
    notices: isTold ? (await noticesOf(table, id)).map(viewNotice) : [],
  })
}

const namesOf = async (table: Table, ids: readonly StaffId[]): Promise<Map<string, string>> =>
  new Map(
    (await readMany(table, [...new Set(ids)].map(keys.person)))
      .map((item) => Person.parse(item))
      .map(({ id, name }) => [id, name]),
  )

const organisationsOf = async (table: Table, ids: readonly string[]) => {
  const found = new Map((await readOrganisations(table, [...new Set(ids)])).map((one) => [one.id, one.name]))
  return (id: string) => ({ id, name: found.get(id) ?? '' })
}

/** A closed class's claim, with names. */
export const viewClaim = async (
  table: Table,
  programme: Programme,
  { parts, leftOut }: ClassClaim,
  language: Language,
): Promise<ClaimView> => {
  const [names, named] = await Promise.all([
    namesOf(
      table,
      leftOut.map(({ staffId }) => staffId),
    ),
    organisationsOf(
      table,
      parts.flatMap(({ authorityId, departmentId }) => [
        authorityId,
        ...(departmentId ? [departmentId] : []),
      ]),
    ),
  ])
  const courseOf = (course: number) => programme.courses[course]?.title ?? programme.title
  return {
    parts: parts.map(({ requestId, course, authorityId, departmentId, participants }) => ({
      ...{ requestId, course: courseOf(course), authority: named(authorityId) },
      department: departmentId === undefined ? null : named(departmentId),
      participants: participants.length,
    })),
    leftOut: leftOut.map(({ staffId, course, why, detail }) => ({
      ...{ staffId, name: names.get(staffId) ?? '', course: courseOf(course) },
      why: (detail ?? leftOutWords[why])[language],
    })),
  }
}

/** People whose hints are looked for at once. */
const WIDTH = 8

/** A class as its organiser works with it. */
export const viewClassDesk = async (
  table: Table,
  id: ProgrammeId,
  actor: Actor,
  language: Language,
  day: string,
): Promise<Outcome<ClassDesk, 'NOT_FOUND' | 'NOT_ALLOWED'>> => {
  const found = await findOwnClass(table, id, actor)
  if (!found.ok) return found
  const programme = found.value
  const [enrolments, noted, closing, claim] = await Promise.all([
    enrolmentsIn(table, id),
    attendanceIn(table, id),
    readClosing(table, id),
    readClaim(table, id),
  ])
  const { seated, waiting } = seatsOf(enrolments, programme.capacity, hereIn(noted))
  const others = enrolments.filter((one) => !isActive(one))
  const [names, institutions] = await Promise.all([
    namesOf(
      table,
      enrolments.map(({ staffId }) => staffId),
    ),
    readOrganisations(table, [...new Set(enrolments.map(({ institutionId }) => institutionId))]),
  ])
  const places = new Map(institutions.map((one) => [one.id, one]))
  const named = (id: string) => ({ id, name: places.get(id)?.name ?? '' })
  // What else somebody does is for those who look after them, and for themselves.
  const mayLook = ({ institutionId }: Enrolment): boolean =>
    looksAfter(programme, places.get(institutionId) ?? { id: institutionId, overseers: [] })
  const isOver = programme.state !== 'accepted'
  const unheard = isOver ? new Set<StaffId>() : await unheardOf(eventually(table), enrolments, day)
  const participants = await mapConcurrently([...seated, ...waiting, ...others], WIDTH, async (one) => ({
    ...{ staffId: one.staffId, name: names.get(one.staffId) ?? '', state: one.state, by: one.by },
    institution: named(one.institutionId),
    waiting: waiting.indexOf(one) + 1,
    unheard: unheard.has(one.staffId),
    hints:
      isOver || !isActive(one) || !mayLook(one)
        ? []
        : hintsIn(await findHints(eventually(table), programme, one.staffId, one.by), language),
    attendance: notedOf(programme, noted, one.staffId),
    corrections: noted.filter(({ staffId, nth }) => staffId === one.staffId && nth > 1).length,
    result: resultOf(closing?.results ?? [], one.staffId),
  }))
  const teachers = new Map(
    (
      await readLecturers(
        table,
        programme.courses.flatMap(({ lecturers }) => lecturers),
      )
    ).map((one) => [one.id, one]),
  )
  return succeed({
    courses: programme.courses.map(({ title, lecturers }) => ({
      title,
      lecturers: lecturers.map((one) => ({
        ...{ id: one, name: teachers.get(one)?.name ?? one },
        removed: teachers.get(one)?.removed !== undefined,
      })),
    })),
    participants,
    closed:
      closing === undefined
        ? null
        : {
            ...{ at: closing.at, byName: closing.byName },
            claim: claim === undefined ? null : await viewClaim(table, programme, claim, language),
          },
  })
}

const programmesBy = async (table: Table, enrolments: readonly Enrolment[]) =>
  new Map(
    (
      await readMany(
        table,
        [...new Set(enrolments.map(({ programmeId }) => programmeId))].map(keys.programme),
      )
    )
      .map((item) => Programme.parse(item))
      .map((one) => [one.id, one]),
  )

/** Somebody's own classes of a year and after, and what their institution has to agree to. */
export const viewMyClasses = async (table: Table, actor: Actor, year: number, language: Language) => {
  const own = actor.staffId === undefined ? [] : await classesOf(table, actor.staffId, `${year}`)
  const institutions = actor.roles.flatMap(({ role, organisationId }) =>
    role === 'institution' ? [organisationId] : [],
  )
  const asked = (await Promise.all([...new Set(institutions)].map((id) => askedOf(table, id)))).flat()
  const [programmes, names] = await Promise.all([
    programmesBy(table, [...own, ...asked]),
    namesOf(
      table,
      asked.map(({ staffId }) => staffId),
    ),
  ])
  return {
    mine: await mapConcurrently(own, WIDTH, async (one) => {
      const programme = programmes.get(one.programmeId)
      if (programme === undefined) return []
      const { waiting } = seatsOf(await enrolmentsIn(table, one.programmeId), programme.capacity)
      const place = waiting.findIndex(({ staffId }) => staffId === one.staffId) + 1
      return [{ ...summaryOf(programme), enrolment: one.state, waiting: place }]
    }).then((found) => found.flat()),
    asked: await mapConcurrently(asked, WIDTH, async (one) => {
      const programme = programmes.get(one.programmeId)
      if (programme === undefined || programme.state !== 'accepted') return []
      return [
        {
          class: summaryOf(programme),
          ...{ staffId: one.staffId, name: names.get(one.staffId) ?? '', by: one.by },
          hints: hintsIn(await findHints(table, programme, one.staffId, one.by), language),
        },
      ]
    }).then((found) => found.flat()),
  }
}
