import { creditFaults } from '../../rules/credit-json.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { type Clock, today } from '../platform/clock.ts'
import { allPages } from '../platform/every-page.ts'
import type { OrganisationId } from '../platform/ids.ts'
import type { Text } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { FieldFault } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { lineFaults } from '../requests/prepare-claim.ts'
import type { Participant } from '../requests/request.ts'
import { isSameName, nameKey } from '../staff/name-key.ts'
import { type Person, personsOf } from '../staff/person.ts'
import { readStaff } from '../staff/staff.ts'
import { numbersOf } from '../staff/staff-number.ts'
import type { ClassFields } from './api.ts'
import { cellReader, daysCell, markCell, markIn, numberCell, resultCell, textCell } from './import-cells.ts'
import {
  byColumn,
  type Column,
  type ImportRow,
  type ImportTable,
  MOST_SHOWN,
  type RowFault,
  type SeenRow,
  template,
} from './import-table.ts'
import { readNotes, rowFaults, templateWords, WHOLE_ROW, yesAndNo } from './words.ts'

export const rosterColumns = [
  {
    field: 'staffNo',
    names: ['工号', '职工号', '职工编号', '人员工号', '人员编号', '员工编号', '教工号', 'staffNo'],
    needed: true,
    takes: templateWords.staffNo,
  },
  {
    field: 'name',
    names: ['姓名', '学员姓名', '参训人员', '参训人员姓名', '职工姓名', 'name'],
    needed: false,
    takes: templateWords.name,
  },
  {
    field: 'passed',
    names: ['考核合格', '是否合格', '考核结果', '考核情况', '结业情况', '是否结业', '考试结果', 'passed'],
    needed: false,
    takes: templateWords.result,
  },
  {
    field: 'mark',
    names: ['成绩', '考核成绩', '考试成绩', '结业成绩', '分数', '得分', '考核等次', '等次', '等级', 'mark'],
    needed: false,
    takes: templateWords.result,
  },
  {
    field: 'halfDays',
    names: ['半天数', '出勤半天数', '参训半天数', '出勤(半天)', 'halfDays'],
    needed: false,
    takes: templateWords.number,
  },
  {
    field: 'days',
    names: ['出勤天数', '参训天数', '培训天数', '实际出勤天数', '天数', '出勤(天)', 'days'],
    needed: false,
    takes: templateWords.number,
  },
  {
    field: 'hours',
    names: ['学时', '学时数', '实际学时', '完成学时', 'hours'],
    needed: false,
    takes: templateWords.number,
  },
] as const satisfies readonly Column<string>[]
type Field = (typeof rosterColumns)[number]['field']

/** The template has the first columns alone: the others are as people's own lists have it. */
export const rosterTemplateColumns = rosterColumns.filter(({ field }) => field !== 'mark' && field !== 'days')
const EXAMPLE: Partial<Record<Field, string>> = {
  staffNo: 'A0001',
  name: '张三',
  passed: '是',
  halfDays: '10',
}
export const rosterExample: readonly string[] = rosterColumns.map(({ field }) => EXAMPLE[field] ?? '')

export const rosterTemplateExample: readonly string[] = rosterTemplateColumns.map(
  ({ field }) => EXAMPLE[field] ?? '',
)

export const rosterTemplate = (): string => template(rosterTemplateColumns, rosterTemplateExample)

const columnOf = (field: string): string =>
  rosterColumns.find((one) => one.field === field)?.names[0] ?? WHOLE_ROW

export type Training = Omit<ClassFields, 'title' | 'provider' | 'certificateNo' | 'evidence'>

export const trainingOf = ({
  subject,
  category,
  mode,
  from,
  to,
  halfDays,
  hours,
  fullTime,
}: ClassFields): Training => ({
  subject,
  category,
  mode,
  from,
  to,
  ...(halfDays === undefined ? {} : { halfDays }),
  ...(hours === undefined ? {} : { hours }),
  ...(fullTime === undefined ? {} : { fullTime }),
})

/** The training as one participant attended it. */
const attended = (training: Training, { halfDays, hours, passed }: Participant) => ({
  ...training,
  ...(halfDays === undefined ? {} : { halfDays }),
  ...(hours === undefined ? {} : { hours }),
  ...(passed === undefined ? {} : { passed }),
})

/** The faults of the class itself; its hours may be stated by the participants alone. */
export const classFaults = (training: Training): FieldFault[] => {
  const { mode, halfDays, hours } = training
  const least = mode === 'offline' ? { halfDays: halfDays ?? 1 } : { hours: hours ?? 1 }
  return creditFaults({ ...training, ...least }).map(({ pointer, detail }) => ({ pointer, detail }))
}

interface Named {
  readonly row: number
  readonly name: string
  readonly participant: Participant
}

/** The one whom a name without a number means: of those at the institution the only one who bears it. */
type Namesakes = (name: string) => readonly string[]

const parseRow = (
  { number, values }: ImportRow<Field>,
  numbers: ReadonlyMap<string, string>,
  namesakes: Namesakes,
  faults: RowFault[],
): Named | undefined => {
  const { read, blame } = cellReader(number, faults)
  const before = faults.length
  const passed =
    read(columnOf('passed'), values.passed, resultCell) ?? read(columnOf('mark'), values.mark, markCell)
  const halfDays =
    read(columnOf('halfDays'), values.halfDays, numberCell) ?? read(columnOf('days'), values.days, daysCell)
  const hours = read(columnOf('hours'), values.hours, numberCell)
  const name = read(columnOf('name'), values.name, textCell) ?? ''
  const written = read(columnOf('staffNo'), values.staffNo, textCell) ?? ''
  if (faults.length > before) return undefined
  const [named, ...others] = written === '' && name !== '' ? namesakes(name) : []
  // The register's own ids stand in its lists and may stand here.
  const staffId =
    written === ''
      ? others.length === 0
        ? named
        : undefined
      : (numbers.get(written.normalize('NFKC').toUpperCase()) ?? written)
  if (staffId === undefined) {
    if (name === '') blame(columnOf('staffNo'), '', rowFaults.needed)
    else blame(columnOf('staffNo'), '', others.length > 0 ? rowFaults.sameNameTwice : rowFaults.nobodyNamed)
    return undefined
  }
  return {
    row: number,
    name,
    participant: {
      staffId,
      ...(passed === undefined ? {} : { passed }),
      ...(halfDays === undefined ? {} : { halfDays }),
      ...(hours === undefined ? {} : { hours }),
    },
  }
}

export interface RosterPlan {
  readonly participants: readonly Participant[]
  readonly faults: readonly RowFault[]
  readonly seen: readonly SeenRow[]
  readonly notes: readonly Text[]
}

const yesNo = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : yesAndNo[value ? 'yes' : 'no'].zh

/** A participant as the row was understood; the name is the register's. */
const understood = ({ passed, halfDays, hours }: Participant, person: Person | undefined, name: string) =>
  byColumn<Field>(rosterColumns, {
    staffNo: person?.staffNo ?? person?.id,
    name: person?.name ?? name,
    passed: yesNo(passed),
    halfDays: halfDays?.toString(),
    hours: hours?.toString(),
  })

/** What was read in another measure than it stands in the file. */
const measures = (sheet: ImportTable<Field>): Text[] => {
  const marks = sheet.rows.filter(({ values: { passed, mark } }) => {
    const read = passed === '' ? mark : passed
    return (markIn(read) ?? 0) > (passed === '' ? 0 : 1)
  }).length
  const isByDays = sheet.rows.some(({ values: { days, halfDays } }) => days !== '' && halfDays === '')
  return [...(marks > 0 ? [readNotes.marks(marks)] : []), ...(isByDays ? [readNotes.daysAsHalfDays] : [])]
}

/** Everyone at an institution by name, read only where a row has no number. */
const namesakesAt = async (
  table: Table,
  institutionId: OrganisationId,
  sheet: ImportTable<Field>,
): Promise<Namesakes> => {
  if (sheet.rows.every(({ values: { staffNo, name } }) => staffNo !== '' || name === '')) return () => []
  const everyone = await allPages((cursor) => personsOf(table, institutionId, { limit: 100, cursor }))
  const named = Map.groupBy(everyone, ({ name }) => nameKey(name))
  return (name) => (named.get(nameKey(name)) ?? []).map(({ id }) => id)
}

const fieldOf = (pointer: string): string => /^\/lines\/0\/(\w+)$/.exec(pointer)?.[1] ?? ''

/** Persons that are read at once. */
const WIDTH = 8

/** Judges every participant of a class as if they claimed it themselves (Art. 34, 39(1)); writes nothing. */
export const planRoster = async (
  { table, clock }: { readonly table: Table; readonly clock: Clock },
  sheet: ImportTable<Field>,
  institution: Organisation,
  training: Training,
): Promise<RosterPlan> => {
  const day = today(clock)
  const faults: RowFault[] = []
  const numbers = await numbersOf(table, institution.id)
  const participants: Participant[] = []
  const seen = new Set<string>()
  const blame = (row: number, column: string, detail: Text) => faults.push({ row, column, detail })
  const unknown = rowFaults.nobody
  const namesakes = await namesakesAt(table, institution.id, sheet)
  const rows = sheet.rows.flatMap((row) => parseRow(row, numbers, namesakes, faults) ?? [])
  const known = await mapConcurrently(rows, WIDTH, ({ participant }) => readStaff(table, participant.staffId))
  // In the order of the sheet: of a person's two rows the later one is at fault.
  for (const [place, { row, name, participant }] of rows.entries()) {
    const staff = known[place]
    if (staff === undefined || staff.person.institutionId !== institution.id)
      blame(row, columnOf('staffNo'), unknown)
    else if (name !== '' && !isSameName(name, staff.person.name))
      blame(row, columnOf('name'), rowFaults.anotherName)
    else if (seen.has(participant.staffId)) blame(row, columnOf('staffNo'), rowFaults.personRepeated)
    else {
      seen.add(participant.staffId)
      const wrong = lineFaults([attended(training, participant)], staff, day)
      if (wrong.length === 0) participants.push(participant)
      for (const { pointer, detail } of wrong) blame(row, columnOf(fieldOf(pointer)), detail)
    }
  }
  faults.sort((a, b) => a.row - b.row)
  const failed = new Set(faults.map(({ row }) => row))
  return {
    participants,
    faults,
    notes: measures(sheet),
    seen: rows.slice(0, MOST_SHOWN).map(({ row, name, participant }, place) => {
      const person = known[place]?.person
      const own = person?.institutionId === institution.id ? person : undefined
      return { row, state: failed.has(row) ? 'failed' : 'new', values: understood(participant, own, name) }
    }),
  }
}
