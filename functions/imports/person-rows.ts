import type * as z from 'zod'
import { NewPerson, PersonName, StaffNo } from '../persons/api.ts'
import { withFields } from '../persons/change-person.ts'
import { newRecord } from '../persons/register-person.ts'
import type { PostType } from '../platform/terms.ts'
import type { Person } from '../staff/person.ts'
import { cellReader, dateCell, postTypeCell, schemaCell, yesNoCell } from './import-cells.ts'
import { type Column, type ImportRow, type RowFault, template } from './import-table.ts'
import { rowFaults, WHOLE_ROW } from './words.ts'

export const personColumns = [
  { field: 'staffNo', names: ['工号', '职工号', '人员工号', 'staffNo'], needed: true },
  { field: 'name', names: ['姓名', 'name'], needed: true },
  { field: 'postType', names: ['岗位类型', '岗位类别', 'postType'], needed: true },
  { field: 'hiredOn', names: ['聘用日期', '聘用时间', '入职日期', 'hiredOn'], needed: true },
  { field: 'leader', names: ['领导人员', 'leader'], needed: false },
  { field: 'onRegister', names: ['在册', 'onRegister'], needed: false },
  { field: 'highLevelTalent', names: ['高层次人才', 'highLevelTalent'], needed: false },
  { field: 'termFrom', names: ['聘期开始', '聘期起', 'termFrom'], needed: false },
  { field: 'termTo', names: ['聘期结束', '聘期止', 'termTo'], needed: false },
  { field: 'retiresOn', names: ['法定退休日期', '退休日期', 'retiresOn'], needed: false },
  { field: 'disability', names: ['残疾', 'disability'], needed: false },
] as const satisfies readonly Column<string>[]
export type Field = (typeof personColumns)[number]['field']

export const personTemplate = (): string =>
  template(personColumns, [
    'A0001',
    '张三',
    '专业技术',
    '2024-03-01',
    '否',
    '是',
    '否',
    '2024-03-01',
    '2027-02-28',
    '',
    '否',
  ])

export const columnOf = (field: string): string =>
  personColumns.find((one) => one.field === field)?.names[0] ?? WHOLE_ROW

/** What a row states of a person; an empty cell leaves the field as it is. */
interface Said {
  readonly name?: string | undefined
  readonly postType?: z.infer<typeof PostType> | undefined
  readonly hiredOn?: string | undefined
  readonly leader?: boolean | undefined
  readonly onRegister?: boolean | undefined
  readonly highLevelTalent?: boolean | undefined
  readonly term?: { readonly from: string; readonly to: string } | undefined
  readonly retiresOn?: string | undefined
  readonly disability?: boolean | undefined
}

/** A row in form: the number that names the person, and what is said of them. */
export interface ParsedRow {
  readonly row: number
  readonly staffNo: string
  readonly said: Said
}

export const parseRow = ({ number, values }: ImportRow<Field>, faults: RowFault[]): ParsedRow | undefined => {
  const { read, blame } = cellReader(number, faults)
  const before = faults.length
  const cell = <T>(field: Field, by: Parameters<typeof read<T>>[2]) =>
    read(columnOf(field), values[field], by)
  const staffNo = cell('staffNo', schemaCell(StaffNo))
  if (values.staffNo === '') blame(columnOf('staffNo'), '', rowFaults.needed)
  const from = cell('termFrom', dateCell)
  const to = cell('termTo', dateCell)
  if ((values.termFrom === '') !== (values.termTo === ''))
    blame(columnOf(values.termFrom === '' ? 'termFrom' : 'termTo'), '', rowFaults.halfATerm)
  const said: Said = {
    name: cell('name', schemaCell(PersonName)),
    postType: cell('postType', postTypeCell),
    hiredOn: cell('hiredOn', dateCell),
    leader: cell('leader', yesNoCell),
    onRegister: cell('onRegister', yesNoCell),
    highLevelTalent: cell('highLevelTalent', yesNoCell),
    term: from === undefined || to === undefined ? undefined : { from, to },
    retiresOn: cell('retiresOn', dateCell),
    disability: cell('disability', yesNoCell),
  }
  return faults.length > before || staffNo === undefined ? undefined : { row: number, staffNo, said }
}

/** The terms with this one added, or with its new end where one begins on the same day. */
const withTerm = (terms: Person['terms'], term: Said['term']): Person['terms'] =>
  term === undefined
    ? terms
    : [...terms.filter(({ from }) => from !== term.from), { ...term }].sort((a, b) =>
        a.from.localeCompare(b.from),
      )

/** The record as the row would change it. */
export const changedBy = (person: Person, { term, ...said }: Said): Person =>
  withFields(person, { ...said, terms: withTerm(person.terms, term) })

export const newBy = (
  institutionId: string,
  { staffNo, said }: ParsedRow,
  id: string,
): Person | undefined => {
  const { term, ...fields } = said
  const body = NewPerson.safeParse({ institutionId, staffNo, ...fields, terms: withTerm([], term) })
  return body.success ? newRecord(id, body.data) : undefined
}
