import type { Actor } from '../organisations/account.ts'
import { claimValue } from '../organisations/claims.ts'
import { type Organisation, populationOf } from '../organisations/organisation.ts'
import { holderOfAddress } from '../organisations/take-address.ts'
import { type Deps, isSame } from '../persons/change-person.ts'
import { confirmationRefusal, keepsFromAbove } from '../persons/needs-confirmation.ts'
import { personFaults } from '../persons/person-faults.ts'
import { populationFaults } from '../persons/population.ts'
import { registrarRefusal } from '../persons/registrar.ts'
import { today } from '../platform/clock.ts'
import type { Text } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import { refusals } from '../platform/refusal-table.ts'
import type { Table } from '../platform/table.ts'
import { populations } from '../platform/words.ts'
import type { Person } from '../staff/person.ts'
import { readStaff } from '../staff/staff.ts'
import { withFurtherRows } from './further-rows.ts'
import { type ImportTable, MOST_SHOWN, type RowFault, type SeenRow } from './import-table.ts'
import { notesOnNames } from './import-view.ts'
import { matchPersons, type Question } from './match-persons.ts'
import { dateFieldOf } from './person-dates.ts'
import {
  changedBy,
  columnOf,
  type Field,
  newBy,
  type ParsedRow,
  parseRow,
  understood,
} from './person-rows.ts'
import { changesIn, type FactFiling, planDates } from './plan-dates.ts'
import { rowFaults, WHOLE_ROW } from './words.ts'

/** Rows, people or authorities that are worked on at once. */
const WIDTH = 8

/** A file of persons, for an institution, by someone. */
export interface PersonImport {
  readonly table: ImportTable<Field>
  readonly institution: Organisation
  readonly actor: Actor
  /** Whose the rows are that were asked about, by row: a person, or `new`. */
  readonly answers: ReadonlyMap<number, string>
  /** The document by which an institution's file has filed what takes a confirmation; undefined: there is none. */
  readonly evidence: string | undefined
}

export interface PersonPlan {
  readonly fresh: readonly ParsedRow[]
  readonly changed: readonly ParsedRow[]
  readonly filings: readonly FactFiling[]
  /** Rows that bring an invitation. */
  readonly invitations: number
  readonly unchanged: number
  readonly questions: readonly Question[]
  readonly faults: readonly RowFault[]
  readonly seen: readonly SeenRow[]
  readonly notes: readonly Text[]
}

const neededFor = ({ row, staffNo, said }: ParsedRow): RowFault[] => [
  ...(staffNo === undefined
    ? [{ row, column: columnOf('staffNo'), detail: rowFaults.numberNeededOfNew }]
    : []),
  ...(['name', 'postType', 'hiredOn'] as const)
    .filter((field) => said[field] === undefined)
    .map((field) => ({
      row,
      column: columnOf(field),
      detail: rowFaults.neededOfNew,
    })),
]

const LISTED = /^\/(?:posts|leaves|\w+Periods)\//u

const termField = (pointer: string): string => (pointer.endsWith('/to') ? 'termTo' : 'termFrom')

const placed = (row: number, pointer: string, detail: Text): RowFault => ({
  row,
  column: columnOf(
    pointer.startsWith('/terms/')
      ? termField(pointer)
      : LISTED.test(pointer)
        ? (dateFieldOf(pointer) ?? '')
        : pointer.slice(1),
  ),
  detail,
})

/** Why rows may invite nobody: an address has an account already, or stands in two of them. */
const addressFaults = async (table: Table, rows: readonly ParsedRow[], actor: Actor): Promise<RowFault[]> => {
  const faults: RowFault[] = []
  const first = new Map<string, number>()
  const blame = ({ row, email = '' }: ParsedRow, detail: Text) =>
    faults.push({ row, column: columnOf('email'), value: email, detail })
  await mapConcurrently(
    [...rows]
      .sort((a, b) => a.row - b.row)
      .flatMap((parsed) => {
        const address = claimValue('email', parsed.email ?? '')
        const before = first.get(address)
        if (before !== undefined) blame(parsed, rowFaults.addressRepeated(before))
        else first.set(address, parsed.row)
        return before === undefined ? [{ parsed, address }] : []
      }),
    WIDTH,
    async ({ parsed, address }) => {
      // Nobody gives themselves an account under another name.
      const isOwn = address === claimValue('email', actor.email)
      if (isOwn || (await holderOfAddress(table, address, undefined)) !== undefined)
        blame(parsed, rowFaults.addressTaken)
    },
  )
  return faults
}

/** Judges every row against the present register; writes nothing. */
export const planPersons = async (
  { table, clock }: { readonly table: Table; readonly clock: Deps['clock'] },
  { table: sheet, institution, actor, answers, evidence }: PersonImport,
): Promise<PersonPlan> => {
  const day = today(clock)
  const faults: RowFault[] = []
  const rows = withFurtherRows(sheet.rows.flatMap((row) => parseRow(row, faults) ?? []))
  const { whose, persons } = await matchPersons(table, institution.id, rows, answers)
  const fresh: ParsedRow[] = []
  const questions: Question[] = []
  const differing: { parsed: ParsedRow; person: Person }[] = []
  const same = new Set<number>()
  const seen = new Set<string>()
  for (const row of rows) {
    const match = whose(row)
    if (match.kind === 'asked') {
      questions.push(match.question)
      continue
    }
    if (match.kind === 'fault') {
      faults.push({ row: row.row, column: columnOf('staffNo'), detail: match.detail })
      continue
    }
    const parsed = match.kind === 'known' ? { ...row, staffId: match.staffId } : row
    const person = persons.get(parsed.staffId ?? '')
    const twice = [parsed.staffNo, person?.id].filter((name) => name !== undefined && seen.has(name))
    if (twice.length > 0) {
      faults.push({
        row: parsed.row,
        column: columnOf('staffNo'),
        ...(parsed.staffNo === undefined ? {} : { value: parsed.staffNo }),
        detail: twice.includes(parsed.staffNo) ? rowFaults.numberRepeated : rowFaults.sameRowTwice,
      })
      continue
    }
    for (const name of [parsed.staffNo, person?.id]) if (name !== undefined) seen.add(name)
    if (parsed.population !== undefined && parsed.population !== populationOf(institution)) {
      faults.push({
        ...{ row: parsed.row, column: columnOf('population'), value: populations[parsed.population].zh },
        detail: rowFaults.otherPopulation,
      })
      continue
    }
    if (person !== undefined) {
      const after = changedBy(person, parsed)
      const isInvited = parsed.invite && person.accountId === undefined
      if (isSame(person, after) && !isInvited && changesIn(after, parsed.dated).length === 0)
        same.add(parsed.row)
      else if (registrarRefusal(actor, institution, person.id) !== undefined)
        faults.push({ row: parsed.row, column: WHOLE_ROW, detail: refusals.OWN_RECORD.title })
      else differing.push({ parsed, person: after })
      continue
    }
    const missing = neededFor(parsed)
    const record = newBy(institution, parsed, 'new', day)
    const wrong =
      record === undefined
        ? missing
        : [...populationFaults(undefined, record), ...personFaults({ person: record, entries: [] }, day)].map(
            ({ pointer, detail }) => placed(parsed.row, pointer, detail),
          )
    if (wrong.length === 0) fresh.push(parsed)
    else faults.push(...wrong)
  }
  const hasAccount = ({ staffId }: ParsedRow) => persons.get(staffId ?? '')?.accountId !== undefined
  const invitees = [...fresh, ...differing.map(({ parsed }) => parsed)].filter(
    (parsed) => parsed.invite && !hasAccount(parsed),
  )
  const unfit = await addressFaults(table, invitees, actor)
  faults.push(...unfit)
  const isUnfit = ({ row }: ParsedRow) => unfit.some((fault) => fault.row === row)
  const changed: ParsedRow[] = []
  const filings: FactFiling[] = []
  // The rules must still be able to read the ledger of a person whom a row changes.
  await mapConcurrently(differing, WIDTH, async ({ parsed, person }) => {
    if (isUnfit(parsed)) return
    const staff = await readStaff(table, person.id)
    const dated = planDates({
      ...{ before: staff?.person ?? person, person, parsed, evidence, day },
      isAbove: keepsFromAbove(actor, institution),
    })
    const wrong =
      staff === undefined
        ? []
        : [
            ...(confirmationRefusal(staff.person, dated.person, actor, institution)?.errors ?? []),
            ...dated.faults,
            ...populationFaults(staff.person, dated.person),
            ...personFaults({ ...staff, person: dated.confirmed }, day),
          ]
    if (wrong.length === 0) {
      changed.push(parsed)
      filings.push(...dated.filings)
    } else faults.push(...wrong.map(({ pointer, detail }) => placed(parsed.row, pointer, detail)))
  })
  faults.sort((a, b) => a.row - b.row)
  changed.sort((a, b) => a.row - b.row)
  const entered = fresh.filter((parsed) => !isUnfit(parsed))
  const states = new Map<number, SeenRow['state']>([
    ...[...same].map((row) => [row, 'unchanged'] as const),
    ...entered.map(({ row }) => [row, 'new'] as const),
    ...changed.map(({ row }) => [row, 'changed'] as const),
    ...questions.map(({ row }) => [row, 'asked'] as const),
  ])
  return {
    notes: notesOnNames(rows.map(({ row, said }) => ({ row, name: said.name }))),
    fresh: entered,
    changed,
    filings,
    invitations: [...entered, ...changed].filter((row) => row.invite && !hasAccount(row)).length,
    unchanged: same.size,
    questions,
    faults,
    seen: rows.slice(0, MOST_SHOWN).map((parsed) => ({
      row: parsed.row,
      state: states.get(parsed.row) ?? 'failed',
      values: understood(parsed),
    })),
  }
}
