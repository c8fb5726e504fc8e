import { edition2024 } from '../../rules/edition.ts'
import { mostFee } from '../../rules/fees.ts'
import type { ProgrammeFault } from '../../rules/programme.ts'
import { type Lecturer, readLecturers } from '../libraries/lecturer.ts'
import type { Text } from '../platform/language.ts'
import type { FieldFault } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { dayText } from '../platform/words.ts'
import type { FilingBody } from './api.ts'
import { feeFaultText, lecturerFaultTexts, ofCourse, programmeFaultTexts } from './words.ts'

/** The course that a pointer of a fault is in, and the place of the lecturer where it names one. */
const placeOf = (pointer: string): { readonly course: number; readonly lecturer: number } | undefined => {
  const [, at, course, , lecturer] = pointer.split('/')
  return at === 'courses' ? { course: Number(course), lecturer: Number(lecturer) } : undefined
}

const textOf = (
  { code, pointer }: ProgrammeFault,
  { courses }: FilingBody,
  lecturers: ReadonlyMap<string, Lecturer>,
): Text => {
  const place = placeOf(pointer)
  const course = place && courses[place.course]
  if (place === undefined || course === undefined) return programmeFaultTexts[code]
  if (code === 'FEE_ABOVE_CAP')
    return feeFaultText({
      ...{ feeFen: course.feeFen, mostFen: mostFee(course), minutes: course.minutes, kind: course.kind },
      capFen: edition2024.fees.capFen[course.kind],
    })
  const lecturer = lecturers.get(course.lecturers[place.lecturer] ?? '')
  if (lecturer === undefined) return programmeFaultTexts[code]
  if (code === 'LECTURER_NOT_VETTED') return lecturerFaultTexts.notVetted(lecturer.name)
  return code === 'LECTURER_REMOVED' && lecturer.removed !== undefined
    ? lecturerFaultTexts.removed(lecturer.name, dayText(lecturer.removed.at))
    : programmeFaultTexts[code]
}

/** What the rules refuse in a filing, each with whom, which course and how much is meant: organisers know no ids. */
export const faultDetails = async (
  table: Table,
  body: FilingBody,
  faults: readonly ProgrammeFault[],
): Promise<FieldFault[]> => {
  const named = faults.some(({ code }) => code.startsWith('LECTURER_'))
    ? await readLecturers(
        table,
        body.courses.flatMap(({ lecturers }) => lecturers),
      )
    : []
  const lecturers = new Map(named.map((one) => [one.id, one]))
  return faults.map((fault) => {
    const text = textOf(fault, body, lecturers)
    const course = placeOf(fault.pointer)?.course
    const title = course === undefined ? undefined : body.courses[course]?.title
    return {
      ...fault,
      detail:
        course === undefined || title === undefined || body.courses.length === 1
          ? text
          : ofCourse(course + 1, title, text),
    }
  })
}
