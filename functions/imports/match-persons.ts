import { allPages } from '../platform/every-page.ts'
import type { OrganisationId, StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import type { Text } from '../platform/language.ts'
import { readAll, type Table } from '../platform/table.ts'
import { nameKey } from '../staff/name-key.ts'
import { Person, personsOf } from '../staff/person.ts'
import { numbersOf } from '../staff/staff-number.ts'
import type { ParsedRow } from './person-rows.ts'
import { rowFaults } from './words.ts'

/** What answers a question: that nobody of those on record is meant. */
export const NOBODY_ON_RECORD = 'new'

/** Someone on record who may be whom a row means. */
export interface Candidate {
  readonly staffId: StaffId
  readonly staffNo: string | null
  readonly name: string
  readonly hiredOn: string
}

/** Whether a row is of someone who is on record already: nobody guesses it. */
export interface Question {
  readonly row: number
  readonly name: string
  readonly staffNo: string | null
  readonly candidates: Candidate[]
  /** Without a number nobody can be registered anew. */
  readonly mayBeNew: boolean
}

export type Match =
  | { readonly kind: 'known'; readonly staffId: StaffId }
  | { readonly kind: 'new' }
  | { readonly kind: 'asked'; readonly question: Question }
  | { readonly kind: 'fault'; readonly detail: Text }

const keyOf = (name: string, hiredOn: string): string => `${hiredOn} ${nameKey(name)}`

const toCandidate = ({ id, staffNo, name, hiredOn }: Person): Candidate => ({
  staffId: id,
  staffNo: staffNo ?? null,
  name,
  hiredOn,
})

/**
 * Tells whom each row is of: by staff number; where that is new or missing, by name and day of hiring at the
 * institution. A row without a number is of the one whom they fit; where two fit, or where a new number comes with
 * the name and day of someone on record, it is asked.
 */
export const matchPersons = async (
  table: Table,
  institutionId: OrganisationId,
  rows: readonly ParsedRow[],
  answers: ReadonlyMap<number, string>,
) => {
  const numbers = await numbersOf(table, institutionId)
  const holderOf = ({ staffNo }: ParsedRow) => (staffNo === undefined ? undefined : numbers.get(staffNo))
  const isUnnumbered = rows.some((row) => holderOf(row) === undefined)
  // The whole register is read only where someone in the file isn't found by number.
  const everyone = isUnnumbered
    ? await allPages((cursor) => personsOf(table, institutionId, { limit: 100, cursor }))
    : (await readAll(table, [...new Set(rows.flatMap((row) => holderOf(row) ?? []))].map(keys.person))).map(
        (item) => Person.parse(item),
      )
  const named = Map.groupBy(everyone, ({ name, hiredOn }) => keyOf(name, hiredOn))
  const whose = (row: ParsedRow): Match => {
    const holder = holderOf(row)
    if (holder !== undefined) return { kind: 'known', staffId: holder }
    const { name, hiredOn } = row.said
    const fitting = name === undefined || hiredOn === undefined ? [] : (named.get(keyOf(name, hiredOn)) ?? [])
    // Someone else's import may have registered the number after the numbers were read.
    const registered = fitting.find(({ staffNo }) => staffNo !== undefined && staffNo === row.staffNo)
    if (registered !== undefined) return { kind: 'known', staffId: registered.id }
    const answer = answers.get(row.row)
    if (answer === NOBODY_ON_RECORD || fitting.length === 0) return { kind: 'new' }
    const [only] = fitting
    if (row.staffNo === undefined && fitting.length === 1 && only) return { kind: 'known', staffId: only.id }
    if (answer !== undefined)
      return fitting.some(({ id }) => id === answer)
        ? { kind: 'known', staffId: answer }
        : { kind: 'fault', detail: rowFaults.notACandidate }
    return {
      kind: 'asked',
      question: {
        row: row.row,
        name: name ?? '',
        staffNo: row.staffNo ?? null,
        candidates: fitting.slice(0, 10).map(toCandidate),
        mayBeNew: row.staffNo !== undefined,
      },
    }
  }
  return { whose, persons: new Map(everyone.map((person) => [person.id, person])) }
}
