import { edition2024 } from '../../rules/edition.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { type Clock, today, yearNow } from '../platform/clock.ts'
import { allPages } from '../platform/every-page.ts'
import type { StaffId } from '../platform/ids.ts'
import type { Text } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { Table } from '../platform/table.ts'
import { editionsFor } from '../registers/edition-for.ts'
import { lineFaults } from '../requests/prepare-claim.ts'
import type { Participant } from '../requests/request.ts'
import { isSameName, nameKey } from '../staff/name-key.ts'
import { personsOf } from '../staff/person.ts'
import { readStaff } from '../staff/staff.ts'
import { numbersOf } from '../staff/staff-number.ts'
import type { StaffRecord } from '../staff/staff-record.ts'
import { takenOverIn } from '../staff/taken-over.ts'
import {
  type HistoryField,
  type HistoryRow,
  historyColumnOf,
  parseHistory,
  understoodHistory,
} from './history-rows.ts'
import { type ImportTable, MOST_SHOWN, type RowFault, type SeenRow } from './import-table.ts'
import { historyFaults, historyNotes, rowFaults, WHOLE_ROW } from './words.ts'

const SUBJECTS = ['public', 'professional'] as const
export type HistorySubject = (typeof SUBJECTS)[number]

/** A year's hours of one subject: what one filing takes over. */
export interface HistoryFiling {
  readonly year: number
  readonly subject: HistorySubject
  readonly participants: readonly Participant[]
}

export interface HistoryPlan {
  readonly filings: readonly HistoryFiling[]
  /** Rows of which something is new, and rows that are on record as they stand. */
  readonly fresh: number
  readonly unchanged: number
  readonly faults: readonly RowFault[]
  readonly seen: readonly SeenRow[]
  readonly notes: readonly Text[]
}

/** The dates that an earlier platform's hours are held to: it says of which year they are, not of which days. */
export const daysOfYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** Persons that are read at once. */
const WIDTH = 8

/** How rows name people at an institution: by number, else by a name that only one of them bears. */
const finderAt = async (table: Table, institution: Organisation, rows: readonly HistoryRow[]) => {
  const numbers = await numbersOf(table, institution.id)
  const everyone = rows.some(({ staffNo }) => staffNo === '')
    ? await allPages((cursor) => personsOf(table, institution.id, { limit: 100, cursor }))
    : []
  const named = Map.groupBy(everyone, ({ name }) => nameKey(name))
  return ({ staffNo, name }: HistoryRow): readonly StaffId[] =>
    staffNo === ''
      ? (named.get(nameKey(name)) ?? []).map(({ id }) => id)
      : // The register's own ids stand in its lists and may stand here.
        [numbers.get(staffNo.normalize('NFKC').toUpperCase()) ?? staffNo]
}

/** Whether the rules in force would call a year complete by these hours alone (Art. 7). */
const isEnough = (row: HistoryRow): boolean => {
  const { tenths, publicTenths, professionalTenths } = edition2024.annual
  return (
    row.public * 10 >= publicTenths &&
    row.professional * 10 >= professionalTenths &&
    (row.public + row.professional) * 10 >= tenths
  )
}

/** What is wrong with a row of somebody who was found; undefined: nothing. */
const faultOf = (
  row: HistoryRow,
  { person, entries }: StaffRecord,
  day: string,
): readonly [HistoryField | undefined, Text] | undefined => {
  if (row.name !== '' && !isSameName(row.name, person.name)) return ['name', rowFaults.anotherName]
  if (row.year >= Number(day.slice(0, 4))) return ['year', historyFaults.yearNotOver]
  if (row.year < Number(person.hiredOn.slice(0, 4))) return ['year', historyFaults.beforeHiring]
  if (row.public + row.professional === 0)
    return row.result === 'deemed' ? ['result', historyFaults.deemed] : [undefined, historyFaults.nothing]
  for (const subject of SUBJECTS) {
    const before = takenOverIn(entries, row.year, subject)
    if (before !== undefined && row[subject] > 0 && before.hours !== row[subject])
      return [subject, historyFaults.otherOnRecord(before.hours ?? 0)]
  }
  return undefined
}

/**
 * Judges what an earlier platform says of people's years, and puts it together by year and subject; writes nothing.
 * What was taken over already, as it stands, does nothing.
 */
export const planHistory = async (
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  sheet: ImportTable<HistoryField>,
  institution: Organisation,
): Promise<HistoryPlan> => {
  const day = today(clock)
  const editionOf = await editionsFor(table, yearNow(clock))
  const faults: RowFault[] = []
  const rows = sheet.rows.flatMap((row) => parseHistory(row, faults) ?? [])
  const find = await finderAt(table, institution, rows)
  const found = rows.map((row) => find(row))
  const ids = [...new Set(found.flatMap((own) => (own.length === 1 ? own : [])))]
  const staff = new Map(
    (await mapConcurrently(ids, WIDTH, (id) => readStaff(table, id))).flatMap((one) =>
      one?.person.institutionId === institution.id ? [[one.person.id as string, one] as const] : [],
    ),
  )
  const filings = new Map<string, HistoryFiling & { readonly participants: Participant[] }>()
  const states = new Map<number, SeenRow['state']>()
  const seen = new Set<string>()
  const short: number[] = []
  const blame = (row: number, field: HistoryField | undefined, detail: Text, value = '') =>
    faults.push({
      ...{ row, column: field === undefined ? WHOLE_ROW : historyColumnOf(field), detail },
      ...(value === '' ? {} : { value }),
    })
  for (const [at, row] of rows.entries()) {
    const [id, ...others] = found[at] ?? []
    const record = id === undefined ? undefined : staff.get(id)
    if (others.length > 0) blame(row.row, 'staffNo', rowFaults.sameNameTwice)
    else if (id === undefined || record === undefined)
      blame(row.row, 'staffNo', row.staffNo === '' ? rowFaults.nobodyNamed : rowFaults.nobody, row.staffNo)
    else if (seen.has(`${id} ${row.year}`)) blame(row.row, undefined, historyFaults.sameYearTwice)
    else {
      const fault = faultOf(row, record, day)
      if (fault !== undefined) {
        blame(row.row, ...fault)
        continue
      }
      seen.add(`${id} ${row.year}`)
      const open = SUBJECTS.filter(
        (subject) => row[subject] > 0 && takenOverIn(record.entries, row.year, subject) === undefined,
      )
      const wrong = lineFaults(
        open.map((subject) => ({
          ...daysOfYear(row.year),
          ...{ subject, category: 'in_service', mode: 'online', hours: row[subject] },
        })),
        record,
        day,
        editionOf,
      )
      for (const { pointer, detail } of wrong)
        blame(row.row, open[Number(/^\/lines\/(\d+)/.exec(pointer)?.[1])], detail)
      if (wrong.length > 0) continue
      states.set(row.row, open.length === 0 ? 'unchanged' : 'new')
      if (row.result !== 'missed' && row.year >= edition2024.firstYear && !isEnough(row)) short.push(row.row)
      for (const subject of open) {
        const key = `${row.year} ${subject}`
        const filing = filings.get(key) ?? { year: row.year, subject, participants: [] }
        filing.participants.push({
          staffId: record.person.id,
          hours: row[subject],
          ...(row.certificateNo === undefined || row.result === 'missed'
            ? {}
            : { certificateNo: row.certificateNo }),
        })
        filings.set(key, filing)
      }
    }
  }
  const stateOf = (row: number): SeenRow['state'] => states.get(row) ?? 'failed'
  return {
    filings: [...filings.values()].sort(
      (one, other) => one.year - other.year || one.subject.localeCompare(other.subject),
    ),
    fresh: [...states.values()].filter((state) => state === 'new').length,
    unchanged: [...states.values()].filter((state) => state === 'unchanged').length,
    faults: faults.sort((a, b) => a.row - b.row),
    notes: short.length === 0 ? [] : [historyNotes.short(short)],
    seen: rows.slice(0, MOST_SHOWN).map((row, at) => {
      const person = staff.get(found[at]?.length === 1 ? (found[at]?.[0] ?? '') : '')?.person
      return { row: row.row, state: stateOf(row.row), values: understoodHistory(row, person) }
    }),
  }
}
