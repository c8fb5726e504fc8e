import { creditFaults } from '../../rules/credit-json.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { type Clock, today } from '../platform/clock.ts'
import type { Text } from '../platform/language.ts'
import { mapConcurrently } from '../platform/map-concurrently.ts'
import type { FieldFault } from '../platform/refusals.ts'
import type { Table } from '../platform/table.ts'
import { lineFaults } from '../requests/prepare-claim.ts'
import type { Participant } from '../requests/request.ts'
import { readStaff } from '../staff/staff.ts'
import { numbersOf } from '../staff/staff-number.ts'
import type { ClassFields } from './api.ts'
import { cellReader, numberCell, yesNoCell } from './import-cells.ts'
import { type Column, type ImportRow, type ImportTable, type RowFault, template } from './import-table.ts'
import { rowFaults, WHOLE_ROW } from './words.ts'

export const rosterColumns = [
  { field: 'staffNo', names: ['工号', '职工号', '人员工号', '人员编号', 'staffNo'], needed: true },
  { field: 'name', names: ['姓名', 'name'], needed: false },
  { field: 'passed', names: ['考核合格', '是否合格', '考核结果', 'passed'], needed: false },
  { field: 'halfDays', names: ['半天数', 'halfDays'], needed: false },
  { field: 'hours', names: ['学时', 'hours'], needed: false },
] as const satisfies readonly Column<string>[]
type Field = (typeof rosterColumns)[number]['field']

export const rosterTemplate = (): string => template(rosterColumns, ['A0001', '张三', '是', '10', ''])

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

const parseRow = (
  { number, values }: ImportRow<Field>,
  numbers: ReadonlyMap<string, string>,
  faults: RowFault[],
): Named | undefined => {
  const { read, blame } = cellReader(number, faults)
  const before = faults.length
  const passed = read(columnOf('passed'), values.passed, yesNoCell)
  const halfDays = read(columnOf('halfDays'), values.halfDays, numberCell)
  const hours = read(columnOf('hours'), values.hours, numberCell)
  const staffNo = values.staffNo.normalize('NFKC').toUpperCase()
  // Lists downloaded from the register hold its own ids, so a cell may name a person by id.
  const staffId = numbers.get(staffNo) ?? (values.staffNo === '' ? undefined : values.staffNo)
  if (staffId === undefined) blame(columnOf('staffNo'), '', rowFaults.needed)
  return faults.length > before || staffId === undefined
    ? undefined
    : {
        row: number,
        name: values.name,
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
  const rows = sheet.rows.flatMap((row) => parseRow(row, numbers, faults) ?? [])
  const known = await mapConcurrently(rows, WIDTH, ({ participant }) => readStaff(table, participant.staffId))
  // In the order of the sheet: of a person's two rows the later one is at fault.
  for (const [place, { row, name, participant }] of rows.entries()) {
    const staff = known[place]
    if (staff === undefined || staff.person.institutionId !== institution.id)
      blame(row, columnOf('staffNo'), unknown)
    else if (name !== '' && name !== staff.person.name) blame(row, columnOf('name'), rowFaults.anotherName)
    else if (seen.has(participant.staffId)) blame(row, columnOf('staffNo'), rowFaults.personRepeated)
    else {
      seen.add(participant.staffId)
      const wrong = lineFaults([attended(training, participant)], staff, day)
      if (wrong.length === 0) participants.push(participant)
      for (const { pointer, detail } of wrong) blame(row, columnOf(fieldOf(pointer)), detail)
    }
  }
  faults.sort((a, b) => a.row - b.row)
  return { participants, faults }
}
