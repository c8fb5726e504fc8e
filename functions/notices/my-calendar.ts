import { formatDate } from '../../rules/calendar.ts'
import { owingOf } from '../../rules/owing.ts'
import { classesOf } from '../classes/enrolment.ts'
import type { Actor } from '../organisations/account.ts'
import { addDays, timestamp, today } from '../platform/clock.ts'
import { sha256 } from '../platform/identifiers.ts'
import type { StaffId } from '../platform/ids.ts'
import type { Language } from '../platform/language.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { requestTypes, stageOf } from '../platform/words.ts'
import { readProgramme } from '../programmes/programme.ts'
import { halves } from '../programmes/words.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { taskId } from '../requests/task.ts'
import { assessStaff } from '../staff/due-obligations.ts'
import { readStaff } from '../staff/staff.ts'
import { obligationsIn } from '../staff/watch.ts'
import { obligations } from '../staff/words.ts'
import { type CalendarDay, calendarFile } from './calendar-file.ts'
import { tasksAtMyDesks } from './my-desks.ts'
import { calendarWords } from './words.ts'

interface Host extends RecordsHost {
  readonly publicUrl: string
}

/** Names a matter the same each time, and tells nothing of it. */
const uidOf = (...parts: readonly string[]): string =>
  `${sha256(parts.join('\n')).slice(0, 32)}@training-platform`

/** The days by which a person owes something that is not complete: the year, and what has a date of its own. */
const owedDays = async (
  { table, clock, publicUrl }: Host,
  staffId: StaffId,
  language: Language,
): Promise<CalendarDay[]> => {
  const staff = await readStaff(table, staffId)
  if (staff === undefined) return []
  const day = today(clock)
  const year = Number(day.slice(0, 4))
  const editionOf = await editionsFor(table, year)
  const url = `${publicUrl}/ledger`
  const { annual } = assessStaff(staff, year, day, editionOf)
  const theYear: CalendarDay[] =
    annual.status === 'open' || annual.status === 'inducting'
      ? [
          {
            ...{ uid: uidOf(staffId, `annual:${year}`), on: formatDate(annual.dueOn), url },
            summary: calendarWords.year(year)[language],
            description: calendarWords.lookAtLedger[language],
          },
        ]
      : []
  const others = obligationsIn(staff).flatMap((listed): CalendarDay[] => {
    // The rules of the obligation's own year give its due date.
    const own = obligationsIn(staff, editionOf(listed.year))
    const obligation = own.find(({ name }) => name === listed.name) ?? listed
    if (owingOf(obligation, assessStaff(staff, obligation.year, day, editionOf)) !== 'open') return []
    const on = formatDate(obligation.dueOn)
    // An induction that is late still has its limit before it.
    const by = on < day ? formatDate(obligation.limitOn) : on
    return [
      {
        ...{ uid: uidOf(staffId, obligation.name), on: by, url },
        summary: calendarWords.due(obligations[obligation.kind])[language],
        description: calendarWords.lookAtLedger[language],
      },
    ]
  })
  return [...theYear, ...others]
}

/**
 * The half-days of the classes of this year that somebody is enrolled in; one that moves, moves in the calendar, one that
 * is cancelled is cancelled there.
 */
const classDays = async (
  { table, clock, publicUrl }: Host,
  staffId: StaffId,
  language: Language,
): Promise<CalendarDay[]> => {
  const enrolled = await classesOf(table, staffId, today(clock).slice(0, 4))
  const programmes = await Promise.all(enrolled.map(({ programmeId }) => readProgramme(table, programmeId)))
  return programmes.flatMap((programme) =>
    programme?.state !== 'accepted' && programme?.state !== 'cancelled'
      ? []
      : programme.sessions.map(({ day, half }, index) => ({
          ...{ uid: uidOf(staffId, programme.id, `${index}`), on: day },
          // Each act after its acceptance may have moved it; the last may have ended it.
          ...{ sequence: programme.acts.length, cancelled: programme.state === 'cancelled' },
          summary: calendarWords.classOf(halves[half], programme.title)[language],
          description: `${programme.organiserName} · ${programme.place}`,
          place: programme.place,
          url: `${publicUrl}/classes/${encodeURIComponent(programme.id)}`,
        })),
  )
}

/** What someone has to do by when, as a calendar file: what they owe, their classes, and the tasks at their desks. */
export const myCalendar =
  (host: Host) =>
  async (actor: Actor, language: Language): Promise<string> => {
    const { table, clock, publicUrl } = host
    const owed = actor.staffId === undefined ? [] : await owedDays(host, actor.staffId, language)
    const classes = actor.staffId === undefined ? [] : await classDays(host, actor.staffId, language)
    const { tasks } = await tasksAtMyDesks(table, actor, 'due first')
    // What is overdue stays a day ahead: a calendar's past is not looked at.
    const tomorrow = addDays(today(clock), 1)
    const toDecide = tasks.map(({ task }): CalendarDay => {
      const id = taskId(task)
      return {
        ...{ uid: uidOf('task', id), on: task.dueOn < tomorrow ? tomorrow : task.dueOn },
        summary: calendarWords.decide(requestTypes[task.type], stageOf(task.type, task.stage))[language],
        description: calendarWords.dueOn(task.dueOn)[language],
        url: `${publicUrl}/task/${encodeURIComponent(id)}`,
      }
    })
    return calendarFile(calendarWords.name[language], [...owed, ...classes, ...toDecide], timestamp(clock))
  }
