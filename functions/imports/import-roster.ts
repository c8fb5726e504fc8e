import { creditFaults } from '../../rules/credit-json.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { FieldFault } from '../platform/refusals.ts'
import type { Participant } from '../requests/request.ts'
import type { ClassFields } from './api.ts'
import { cellReader, daysCell, markCell, numberCell, resultCell, textCell, yearCell } from './import-cells.ts'
import { type Column, type ImportRow, type RowFault, template } from './import-table.ts'
import { rowFaults, templateWords, WHOLE_ROW } from './words.ts'

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
  {
    field: 'institution',
    names: ['单位', '单位名称', '所在单位', '工作单位', '单位编号', 'institution'],
    needed: false,
    takes: templateWords.institution,
  },
  {
    field: 'makeUpFor',
    names: ['补训年度', '补哪一年', '补训所属年度', 'makeUpFor'],
    needed: false,
    takes: templateWords.makeUpFor,
  },
  {
    field: 'forChange',
    names: ['岗位变动日期', '变动日期', '转岗日期', 'forChange'],
    needed: false,
    takes: templateWords.forChange,
  },
] as const satisfies readonly Column<string>[]
export type Field = (typeof rosterColumns)[number]['field']

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

export const columnOf = (field: string): string =>
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
  makeUpFor,
}: ClassFields): Training => ({
  subject,
  category,
  mode,
  from,
  to,
  ...(halfDays === undefined ? {} : { halfDays }),
  ...(hours === undefined ? {} : { hours }),
  ...(fullTime === undefined ? {} : { fullTime }),
  ...(makeUpFor === undefined ? {} : { makeUpFor }),
})

/** The training as one participant attended it. */
export const attended = (
  training: Training,
  { halfDays, hours, passed, makeUpFor, forChange }: Participant,
) => ({
  ...training,
  ...(halfDays === undefined ? {} : { halfDays }),
  ...(hours === undefined ? {} : { hours }),
  ...(passed === undefined ? {} : { passed }),
  ...(makeUpFor === undefined ? {} : { makeUpFor }),
  ...(forChange === undefined ? {} : { forChange }),
})

/** The faults of the class itself; its hours may be stated by the participants alone. */
export const classFaults = (training: Training): FieldFault[] => {
  const { mode, halfDays, hours } = training
  const least = mode === 'offline' ? { halfDays: halfDays ?? 1 } : { hours: hours ?? 1 }
  return creditFaults({ ...training, ...least }).map(({ pointer, detail }) => ({ pointer, detail }))
}

export interface Named {
  readonly row: number
  readonly name: string
  readonly institution: Organisation
  /** As the sheet has it: the day of the change of post, or its id. */
  readonly change: string
  readonly participant: Participant
}

/** The one whom a name without a number means: of those at the institution the only one who bears it. */
export type Namesakes = (name: string) => readonly string[]

/** An institution as a roster's rows are read by it. */
export interface Roll {
  readonly institution: Organisation
  readonly numbers: ReadonlyMap<string, string>
  readonly namesakes: Namesakes
}

export const parseRow = (
  { number, values }: ImportRow<Field>,
  { institution, numbers, namesakes }: Roll,
  faults: RowFault[],
): Named | undefined => {
  const { read, blame } = cellReader(number, faults)
  const before = faults.length
  const passed =
    read(columnOf('passed'), values.passed, resultCell) ?? read(columnOf('mark'), values.mark, markCell)
  const halfDays =
    read(columnOf('halfDays'), values.halfDays, numberCell) ?? read(columnOf('days'), values.days, daysCell)
  const hours = read(columnOf('hours'), values.hours, numberCell)
  const makeUpFor = read(columnOf('makeUpFor'), values.makeUpFor, yearCell)
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
    institution,
    change: values.forChange,
    participant: {
      staffId,
      ...(passed === undefined ? {} : { passed }),
      ...(halfDays === undefined ? {} : { halfDays }),
      ...(hours === undefined ? {} : { hours }),
      ...(makeUpFor === undefined ? {} : { makeUpFor }),
    },
  }
}
