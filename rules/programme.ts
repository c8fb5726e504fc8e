import { type Edition, edition2024 } from './edition.ts'
import { judgeFee } from './fees.ts'

/** What a filing of a programme states, as far as a rule looks at it; days are calendar dates (2026-05-11). */
export interface ProgrammeFacts {
  readonly courses: readonly ProgrammeCourse[]
  readonly sessions: readonly {
    readonly day: string
    readonly half: 'morning' | 'afternoon'
    readonly course: number
  }[]
  /** The task of a special training. */
  readonly task: string | undefined
  /** The training institution that holds it, and to whom that one would hand it on. */
  readonly entrusted:
    | {
        readonly handedOnTo: string | undefined
        /** The list of institutions that train suspended it, or took it off (Art. 27). */
        readonly offTheList?: boolean
      }
    | undefined
  /** Those who are called up, where nobody else's choice it is; whether some are not the organiser's own staff. */
  readonly calledUp: boolean
  readonly othersStaff: boolean
  /** The day on which it is filed. */
  readonly today: string
}

export interface ProgrammeCourse {
  readonly category: 'induction' | 'in_service' | 'transfer' | 'special'
  readonly mode: 'online' | 'offline'
  readonly kind: 'remote' | 'theory' | 'practical' | 'expert'
  readonly feeFen: number
  readonly minutes: number
  /** Of an online course: its first and last day of study. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** How each lecturer stands with the organiser (Art. 31). */
  readonly lecturers: readonly LecturerStanding[]
  /** Where it is one of the library's: whether it is listed on its days, with this subject (Art. 28). */
  readonly listed?: boolean | undefined
}

export type LecturerStanding = 'vetted' | 'not_vetted' | 'removed' | 'unknown'

export const programmeFaultCodes = [
  'FEE_ABOVE_CAP',
  'COURSE_WITHOUT_HALF_DAYS',
  'COURSE_WITHOUT_DATES',
  'SESSION_OF_NO_COURSE',
  'HALF_DAY_TWICE',
  'MINUTES_ABOVE_HALF_DAYS',
  'PROGRAMME_CROSSES_YEAR',
  'PROGRAMME_BEGUN',
  'COURSE_NOT_LISTED',
  'ENTRUSTED_OFF_THE_LIST',
  'ENTRUSTED_TWICE',
  'INSTITUTION_IMPOSED',
  'LECTURER_MISSING',
  'LECTURER_NOT_VETTED',
  'LECTURER_REMOVED',
  'LECTURER_UNKNOWN',
  'TASK_MISSING',
] as const
export type ProgrammeFaultCode = (typeof programmeFaultCodes)[number]

/** One thing that a rule refuses: where it stands in the filing (JSON pointer), and by which article. */
export interface ProgrammeFault {
  readonly code: ProgrammeFaultCode
  readonly article: string
  readonly pointer: string
}

/** Minutes of a half-day: four hours (Art. 39(1)). */
const HALF_DAY_MINUTES = 240

const fault = (code: ProgrammeFaultCode, article: string, pointer: string): ProgrammeFault => ({
  code,
  article,
  pointer,
})

const lecturerCodes = {
  not_vetted: 'LECTURER_NOT_VETTED',
  removed: 'LECTURER_REMOVED',
  unknown: 'LECTURER_UNKNOWN',
} as const

const lecturerFaults = ({ lecturers, mode }: ProgrammeCourse, at: string): ProgrammeFault[] => [
  // Whoever teaches is named, so that the organiser can answer for them; recorded courses need not.
  ...(mode === 'offline' && lecturers.length === 0
    ? [fault('LECTURER_MISSING', '31', `${at}/lecturers`)]
    : []),
  ...lecturers.flatMap((standing, index) =>
    standing === 'vetted' ? [] : [fault(lecturerCodes[standing], '31', `${at}/lecturers/${index}`)],
  ),
]

/** Half-days of a course offline; the days of study of one online. */
const timeFaults = (course: ProgrammeCourse, halfDays: number, at: string): ProgrammeFault[] => {
  if (course.mode === 'online')
    return course.from === undefined || course.to === undefined || course.from > course.to
      ? [fault('COURSE_WITHOUT_DATES', '39', `${at}/from`)]
      : []
  if (halfDays === 0) return [fault('COURSE_WITHOUT_HALF_DAYS', '39(1)', at)]
  // Minutes decide what a course may cost: more than its half-days hold were not taught.
  return course.minutes > halfDays * HALF_DAY_MINUTES
    ? [fault('MINUTES_ABOVE_HALF_DAYS', '26', `${at}/minutes`)]
    : []
}

const courseFaults = (
  course: ProgrammeCourse,
  index: number,
  { sessions, task }: ProgrammeFacts,
  edition: Edition,
): ProgrammeFault[] => {
  const at = `/courses/${index}`
  const halfDays = sessions.filter((session) => session.course === index).length
  const fee = judgeFee(course.feeFen, [course], edition)
  return [
    ...(fee.ok ? [] : [fault(fee.code, fee.article, `${at}/feeFen`)]),
    ...timeFaults(course, halfDays, at),
    ...lecturerFaults(course, at),
    ...(course.listed === false ? [fault('COURSE_NOT_LISTED', '28', `${at}/listed`)] : []),
    ...(course.category === 'special' && task === undefined ? [fault('TASK_MISSING', '22', '/task')] : []),
  ]
}

const sessionFaults = ({ courses, sessions }: ProgrammeFacts): ProgrammeFault[] =>
  sessions.flatMap(({ day, half, course }, index) => {
    const earlier = sessions.findIndex((other) => other.day === day && other.half === half)
    return [
      ...(courses[course]?.mode === 'offline'
        ? []
        : [fault('SESSION_OF_NO_COURSE', '39(1)', `/sessions/${index}/course`)]),
      // Nobody is at two places: a half-day counts once.
      ...(earlier < index ? [fault('HALF_DAY_TWICE', '39(1)', `/sessions/${index}`)] : []),
    ]
  })

/** Every day on which a programme is held, in their order. */
export const programmeDays = ({
  courses,
  sessions,
}: Pick<ProgrammeFacts, 'courses' | 'sessions'>): string[] =>
  [
    ...sessions.map(({ day }) => day),
    ...courses.flatMap(({ mode, from, to }) => (mode === 'online' ? [from ?? [], to ?? []].flat() : [])),
  ].toSorted()

const dayFaults = (facts: ProgrammeFacts): ProgrammeFault[] => {
  const days = programmeDays(facts)
  const [first, last] = [days.at(0), days.at(-1)]
  if (first === undefined || last === undefined) return []
  return [
    ...(first.slice(0, 4) === last.slice(0, 4) ? [] : [fault('PROGRAMME_CROSSES_YEAR', '7', '/sessions')]),
    ...(first > facts.today ? [] : [fault('PROGRAMME_BEGUN', '8', '/sessions')]),
  ]
}

const entrustingFaults = ({ entrusted, calledUp, othersStaff }: ProgrammeFacts): ProgrammeFault[] =>
  entrusted === undefined
    ? []
    : [
        ...(entrusted.handedOnTo === undefined
          ? []
          : [fault('ENTRUSTED_TWICE', '33', '/entrusted/handedOnTo')]),
        ...(entrusted.offTheList ? [fault('ENTRUSTED_OFF_THE_LIST', '27', '/entrusted/name')] : []),
        ...(calledUp && othersStaff ? [fault('INSTITUTION_IMPOSED', '33', '/audience/calledUp')] : []),
      ]

/**
 * Everything that the rules refuse in a filing (Art. 7, 8, 22, 26–28, 31, 33, 39(1)), at once. Each course's fee is held
 * against its own cap, never averaged over the programme (Art. 26).
 */
export const programmeFaults = (facts: ProgrammeFacts, edition: Edition = edition2024): ProgrammeFault[] => {
  const found = [
    ...facts.courses.flatMap((course, index) => courseFaults(course, index, facts, edition)),
    ...sessionFaults(facts),
    ...dayFaults(facts),
    ...entrustingFaults(facts),
  ]
  // Several special courses lack one and the same task.
  return found.filter(
    ({ code, pointer }, index) =>
      found.findIndex((other) => other.code === code && other.pointer === pointer) === index,
  )
}
