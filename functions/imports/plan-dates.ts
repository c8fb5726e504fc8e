import type { StaffId } from '../platform/ids.ts'
import type { FieldFault } from '../platform/refusals.ts'
import type { Person } from '../staff/person.ts'
import { type RecordedChange, withRecorded } from '../staff/record-fact.ts'
import { changeOf, columnFieldOf, employmentChanges } from './person-dates.ts'
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
  /** As it is on record. */
  readonly before: Person
  /** As the row has it, but for its dated facts. */
  readonly person: Person
  readonly parsed: ParsedRow
  readonly evidence: string | undefined
  readonly day: string
  /** The file comes from an authority above the institution, which confirms by sending it. */
  readonly isAbove: boolean
}

/**
 * What becomes of the dated facts of someone on record, the day of hiring and the terms among them: an authority's file
 * enters them, an institution's files them with a document (Art. 35).
 */
export const planDates = ({ before, person, parsed, evidence, day, isAbove }: Planned) => {
  const { row, dated } = parsed
  const known = isAbove ? person : { ...person, hiredOn: before.hiredOn, terms: before.terms }
  const changes = [...(isAbove ? [] : employmentChanges(before, person)), ...changesIn(known, dated)]
  const filed = isAbove ? [] : changes
  const withAll = (some: readonly RecordedChange[]) =>
    some.reduce((one, change) => withRecorded(one, change, day), known)
  return {
    person: isAbove ? withAll(changes) : known,
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
