import { type FoundAtFault, foundAtFault } from '../organisations/found-at-fault.ts'
import { eventually, type Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import { contentOf, type LibraryEntry } from './entry.ts'

/** Complaints of a quarter that were upheld. */
export interface Upheld {
  readonly quarter: string
  readonly cases: number
}

/** Whose conduct an entry rests on: the institution itself; of a course who carries it, else the body that submitted it. */
const bodyOf = (entry: LibraryEntry): string | undefined => {
  const content = contentOf(entry)
  switch (content.kind) {
    case 'lecturer':
      // Nothing is ever published of a person.
      return undefined
    case 'course':
      return content.provider ?? entry.submittedByName
    case 'institution':
      return content.name
  }
}

/**
 * Says of an entry which complaints about its body were upheld (Art. 27, 36): what is published of bodies, and so what
 * everybody may read. Nobody who complained, nobody who is complained about, and nothing of a complaint that is open.
 */
export const upheldOf = async (table: Table): Promise<(entry: LibraryEntry) => Upheld[]> => {
  const found = Map.groupBy(await foundAtFault(eventually(table)), ({ body }: FoundAtFault) => nameKey(body))
  return (entry) => {
    const body = bodyOf(entry)
    return (body === undefined ? [] : (found.get(nameKey(body)) ?? [])).map(({ quarter, cases }) => ({
      quarter,
      cases,
    }))
  }
}
