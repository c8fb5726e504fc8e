import type { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { readMany } from '../platform/ranges.ts'
import { eventually, type Table } from '../platform/table.ts'
import { Programme } from '../programmes/programme.ts'
import { isOfHours } from '../requests/request.ts'
import { claimsOf } from '../requests/request-lists.ts'
import { readPerson } from '../staff/person.ts'
import { classesOf, type EnrolledBy } from './enrolment.ts'
import { type Hint, hintsFor } from './hints.ts'

/** As many claims of a person as are looked through for the same course. */
const MOST_CLAIMS = 100

/** What of a person's other classes, leaves and trainings speaks to a class (Art. 29). */
export const findHints = async (
  table: Table,
  programme: Programme,
  staffId: StaffId,
  by: EnrolledBy,
): Promise<Hint[]> => {
  const [person, enrolments, claims] = await Promise.all([
    readPerson(eventually(table), staffId),
    classesOf(table, staffId, `${programme.year}`),
    claimsOf(table, staffId, { limit: MOST_CLAIMS }),
  ])
  const programmes = (
    await readMany(
      table,
      enrolments.map(({ programmeId }) => keys.programme(programmeId)),
    )
  ).map((item) => Programme.parse(item))
  return hintsFor(programme, by, {
    classes: programmes
      .filter(({ state }) => state === 'accepted')
      .map((one) => ({
        ...one,
        by: enrolments.find(({ programmeId }) => programmeId === one.id)?.by ?? 'person',
      })),
    leaves: person?.leaves ?? [],
    taken: claims.items
      .filter(isOfHours)
      .flatMap(({ title, lines }) =>
        lines
          .filter(({ status }) => status === 'in_review' || status === 'approved')
          .map(({ to }) => ({ title, to })),
      ),
  })
}
