import type { StaffId } from '../platform/ids.ts'
import type { FieldFault } from '../platform/refusals.ts'
import type { Person } from '../staff/person.ts'
import { type RecordedChange, withRecorded } from '../staff/record-fact.ts'
import { changeOf, columnFieldOf, isPlainDate } from './person-dates.ts'
import type { ParsedRow } from './person-rows.ts'
import { rowFaults } from './words.ts'

/** A dated fact that a file of an institution has filed, for the authority to confirm (Art. 35). */
export interface FactFiling {
  readonly row: number
  readonly staffId: StaffId
  readonly change: RecordedChange
}

/** What of a row's dated facts a record has not yet, each as it changes the record. */
export const changesIn = (person: Person, dated: readonly RecordedChange[]): RecordedChange[] =>
  dated.flatMap((change) => changeOf(person, change) ?? [])

interface Planned {
  readonly person: Person
  readonly parsed: ParsedRow
  readonly evidence: string | undefined
  readonly day: string
  /** The file comes from an authority above the institution, which confirms by sending it. */
  readonly isAbove: boolean
}

/**
 * What becomes of the dated facts of someone on record: an authority's file enters them, of an institution's the leaves
 * are entered, and what else exempts or bends a date is filed with a document.
 */
export const planDates = ({ person, parsed: { row, dated }, evidence, day, isAbove }: Planned) => {
  const changes = changesIn(person, dated)
  const isEntered = (change: RecordedChange) => isAbove || isPlainDate(change)
  const filed = changes.filter((change) => !isEntered(change))
  const withAll = (some: readonly RecordedChange[]) =>
    some.reduce((one, change) => withRecorded(one, change, day), person)
  return {
    person: withAll(changes.filter(isEntered)),
    /** As it would be once all is confirmed: what the rules can't read is not filed. */
    confirmed: withAll(changes),
    filings: filed.map((change): FactFiling => ({ row, staffId: person.id, change })),
    faults:
      evidence === undefined
        ? filed.map(
            ({ fact }): FieldFault => ({
              pointer: `/${columnFieldOf(fact)}`,
              detail: rowFaults.needsDocument,
            }),
          )
        : [],
  }
}
