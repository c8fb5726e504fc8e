import type { Programme, ProgrammeFiling } from '../../shared/api/types.gen.ts'

type Course = ProgrammeFiling['courses'][number]

/** A course as the form has it: fees in yuan. */
export interface CourseValues extends Omit<Course, 'feeFen'> {
  feeYuan: number
}

/** A day of a course: one half of it, or the whole. */
export interface DayValues {
  day: string
  half: 'morning' | 'afternoon' | 'day'
  course: number
}

export interface FilingValues {
  organiserId: string
  title: string
  entrusted?: string
  handedOnTo?: string
  courses: CourseValues[]
  days?: DayValues[]
  place: string
  capacity: number
  within: 'own' | 'everybody'
  calledUp?: boolean
  note?: string
  planRow?: string
  planItem?: string
  planWhy?: string
  budget: string
  task?: string
}

const halvesOf = ({ day, half, course }: DayValues): ProgrammeFiling['sessions'] =>
  (half === 'day' ? (['morning', 'afternoon'] as const) : [half]).map((one) => ({ day, half: one, course }))

/** The year that a filing lies in, as far as its days say. */
export const yearOfDays = ({ days, courses }: Partial<Pick<FilingValues, 'days' | 'courses'>>): number =>
  Number(days?.[0]?.day?.slice(0, 4) ?? courses?.[0]?.from?.slice(0, 4))

const filled = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}

/** What the form says, as the API takes it. */
export const toFiling = (values: FilingValues): ProgrammeFiling => {
  const { organiserId, title, courses, days = [], place, capacity, within, budget } = values
  const [entrusted, handedOnTo, note, task, item] = [
    filled(values.entrusted),
    filled(values.handedOnTo),
    filled(values.note),
    filled(values.task),
    filled(values.planItem),
  ]
  const year = yearOfDays({ days, courses })
  return {
    ...{ organiserId, title, place, capacity, budget },
    ...(entrusted === undefined
      ? {}
      : { entrusted: { name: entrusted, ...(handedOnTo === undefined ? {} : { handedOnTo }) } }),
    ...(task === undefined ? {} : { task }),
    courses: courses.map(({ feeYuan, from, to, hours, ...course }) => ({
      ...course,
      lecturers: course.lecturers ?? [],
      feeFen: Math.round(feeYuan * 100),
      ...(course.mode === 'online' && from ? { from } : {}),
      ...(course.mode === 'online' && to ? { to } : {}),
      ...(course.mode === 'online' && hours ? { hours } : {}),
    })),
    sessions: days.flatMap(halvesOf),
    audience: {
      organisations: within === 'own' ? [organiserId] : [],
      postTypes: [],
      calledUp: values.calledUp ?? false,
      ...(note === undefined ? {} : { note }),
    },
    plan:
      values.planRow !== undefined
        ? // The API says what the row is called.
          { year, item: item ?? values.planRow, row: values.planRow }
        : item === undefined
          ? { why: values.planWhy ?? '' }
          : { year, item },
  }
}

/** A filing that was returned, as the form has it. */
export const fromFiling = ({ filing }: Programme): FilingValues => ({
  organiserId: filing.organiserId,
  title: filing.title,
  ...(filing.entrusted === undefined ? {} : { entrusted: filing.entrusted.name }),
  courses: filing.courses.map(({ feeFen, ...course }) => ({ ...course, feeYuan: feeFen / 100 })),
  days: filing.sessions,
  place: filing.place,
  capacity: filing.capacity,
  within: filing.audience.organisations.length === 0 ? 'everybody' : 'own',
  calledUp: filing.audience.calledUp ?? false,
  ...(filing.audience.note === undefined ? {} : { note: filing.audience.note }),
  ...('why' in filing.plan
    ? { planWhy: filing.plan.why }
    : {
        planItem: filing.plan.item,
        ...(filing.plan.row === undefined ? {} : { planRow: filing.plan.row }),
      }),
  budget: filing.budget,
  ...(filing.task === undefined ? {} : { task: filing.task }),
})

/** Which row of days a half-day of the filing came from. */
const rowOf = (days: readonly DayValues[], session: number): number => {
  let before = 0
  for (const [row, one] of days.entries()) {
    before += halvesOf(one).length
    if (session < before) return row
  }
  return 0
}

/** The field that a pointer of the API's is about. */
export const fieldPath = (pointer: string, values: FilingValues | undefined): (string | number)[] => {
  const [, first = '', place = '0', name = ''] = pointer.split('/')
  switch (first) {
    case 'courses':
      return ['courses', Number(place), name === 'feeFen' ? 'feeYuan' : name || 'title']
    case 'sessions':
      return ['days', rowOf(values?.days ?? [], Number(place)), 'day']
    case 'entrusted':
      return [place === 'handedOnTo' ? 'handedOnTo' : 'entrusted']
    case 'audience':
      return [place === 'calledUp' || place === 'note' ? place : 'within']
    case 'plan':
      return [place === 'row' ? 'planRow' : place === 'item' ? 'planItem' : 'planWhy']
    default:
      return [first]
  }
}
