import type { Organisation } from '../organisations/organisation.ts'
import { allPages, PAGE } from '../platform/every-page.ts'
import type { Table } from '../platform/table.ts'
import { holdsOn } from '../staff/dated.ts'
import { type Person, personsOf } from '../staff/person.ts'
import type { LeftRegister } from './api.ts'

/** The last day on which someone stood on the register in a year that they did not end there; undefined: not so. */
const leftOn = ({ registerPeriods = [] }: Person, year: number): string | undefined => {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  if (holdsOn(registerPeriods, last)) return undefined
  return registerPeriods
    .flatMap(({ to }) => (to !== undefined && to >= first && to < last ? [to] : []))
    .toSorted()
    .at(-1)
}

/**
 * Who stood on an institution's register in a year and left it before the year's end (Art. 7): the year asks nothing of
 * them and the close has no result of theirs, so they are listed apart. Of other organisations nobody.
 */
export const leftRegister = async (
  table: Table,
  { id, kind }: Organisation,
  year: number,
): Promise<LeftRegister[]> => {
  if (kind !== 'institution') return []
  const persons = await allPages((cursor) => personsOf(table, id, { limit: PAGE, cursor }))
  return persons.flatMap((person) => {
    const on = leftOn(person, year)
    return on === undefined ? [] : [{ staffId: person.id, name: person.name, leftOn: on }]
  })
}
