import { type Lecturer, readLecturers } from '../libraries/lecturer.ts'
import type { Table } from '../platform/table.ts'
import type { Programme } from './programme.ts'

/**
 * Those named to teach who were taken off the list until a day, its evening included (Art. 31): between the filing and
 * its acceptance, or before the class opens. `course`: of one course alone.
 */
export const removedLecturers = async (
  table: Table,
  { courses }: Pick<Programme, 'courses'>,
  day: string,
  course?: number,
): Promise<Lecturer[]> => {
  const named = courses.flatMap(({ lecturers }, index) =>
    course === undefined || index === course ? lecturers : [],
  )
  return (await readLecturers(table, named)).filter(
    ({ removed }) => removed !== undefined && removed.at.slice(0, 10) <= day,
  )
}
