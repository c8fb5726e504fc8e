import type { Actor } from '../organisations/account.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { type Deps, isSame } from '../persons/change-person.ts'
import { personFaults } from '../persons/person-faults.ts'
import { registrarRefusal } from '../persons/registrar.ts'
import { today } from '../platform/clock.ts'
import { eachOf } from '../platform/each-of.ts'
import { keys } from '../platform/keys.ts'
import type { Text } from '../platform/language.ts'
import { refusals } from '../platform/refusals.ts'
import { readAll, type Table } from '../platform/table.ts'
import { Person } from '../staff/person.ts'
import { readStaff } from '../staff/staff.ts'
import { numbersOf } from '../staff/staff-number.ts'
import type { ImportTable, RowFault } from './import-table.ts'
import { changedBy, columnOf, type Field, newBy, type ParsedRow, parseRow } from './person-rows.ts'
import { rowFaults, WHOLE_ROW } from './words.ts'

/** A file of persons, for an institution, by someone. */
export interface PersonImport {
  readonly table: ImportTable<Field>
  readonly institution: Organisation
  readonly actor: Actor
}

export interface PersonPlan {
  readonly fresh: readonly ParsedRow[]
  readonly changed: readonly ParsedRow[]
  readonly unchanged: number
  readonly faults: readonly RowFault[]
}

const neededFor = ({ row, said }: ParsedRow): RowFault[] =>
  (['name', 'postType', 'hiredOn'] as const)
    .filter((field) => said[field] === undefined)
    .map((field) => ({
      row,
      column: columnOf(field),
      detail: rowFaults.neededOfNew,
    }))

const termField = (pointer: string): string => (pointer.endsWith('/to') ? 'termTo' : 'termFrom')

const placed = (row: number, pointer: string, detail: Text): RowFault => ({
  row,
  column: columnOf(pointer.startsWith('/terms/') ? termField(pointer) : pointer.slice(1)),
  detail,
})

/** Judges every row against the present register; writes nothing. */
export const planPersons = async (
  { table, clock }: { readonly table: Table; readonly clock: Deps['clock'] },
  { table: sheet, institution, actor }: PersonImport,
): Promise<PersonPlan> => {
  const day = today(clock)
  const faults: RowFault[] = []
  const rows = sheet.rows.flatMap((row) => parseRow(row, faults) ?? [])
  const numbers = await numbersOf(table, institution.id)
  const known = [...new Set(rows.flatMap(({ staffNo }) => numbers.get(staffNo) ?? []))]
  const persons = new Map(
    (await readAll(table, known.map(keys.person))).map((item) => {
      const person = Person.parse(item)
      return [person.id, person]
    }),
  )
  const fresh: ParsedRow[] = []
  const differing: { parsed: ParsedRow; person: Person }[] = []
  let unchanged = 0
  const seen = new Set<string>()
  for (const parsed of rows) {
    if (seen.has(parsed.staffNo)) {
      faults.push({
        row: parsed.row,
        column: columnOf('staffNo'),
        value: parsed.staffNo,
        detail: rowFaults.numberRepeated,
      })
      continue
    }
    seen.add(parsed.staffNo)
    const person = persons.get(numbers.get(parsed.staffNo) ?? '')
    if (person !== undefined) {
      const after = changedBy(person, parsed.said)
      if (isSame(person, after)) unchanged += 1
      else if (registrarRefusal(actor, institution, person.id) !== undefined)
        faults.push({ row: parsed.row, column: WHOLE_ROW, detail: refusals.OWN_RECORD.title })
      else differing.push({ parsed, person: after })
      continue
    }
    const missing = neededFor(parsed)
    const record = newBy(institution.id, parsed, 'new')
    const wrong =
      record === undefined
        ? missing
        : personFaults({ person: record, entries: [] }, day).map(({ pointer, detail }) =>
            placed(parsed.row, pointer, detail),
          )
    if (wrong.length === 0) fresh.push(parsed)
    else faults.push(...wrong)
  }
  const changed: ParsedRow[] = []
  // The rules must still be able to read the ledger of a person whom a row changes.
  await eachOf(differing, async ({ parsed, person }) => {
    const staff = await readStaff(table, person.id)
    const wrong = staff === undefined ? [] : personFaults({ ...staff, person }, day)
    if (wrong.length === 0) changed.push(parsed)
    else faults.push(...wrong.map(({ pointer, detail }) => placed(parsed.row, pointer, detail)))
  })
  faults.sort((a, b) => a.row - b.row)
  return { fresh, changed: changed.sort((a, b) => a.row - b.row), unchanged, faults }
}
