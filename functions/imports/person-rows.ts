import type * as z from 'zod'
import { NewAccount } from '../onboarding/api.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { NewPerson, PersonName, StaffNo } from '../persons/api.ts'
import { withFields } from '../persons/change-person.ts'
import { newRecord } from '../persons/register-person.ts'
import type { StaffId } from '../platform/ids.ts'
import type { Population, PostType } from '../platform/terms.ts'
import { populations, postTypes } from '../platform/words.ts'
import { isSameName } from '../staff/name-key.ts'
import type { Person } from '../staff/person.ts'
import type { RecordedChange } from '../staff/record-fact.ts'
import { cellReader, dateCell, populationCell, postTypeCell, schemaCell, yesNoCell } from './import-cells.ts'
import { byColumn, type Column, type ImportRow, type RowFault, template } from './import-table.ts'
import { dateColumns, datesIn, understoodDates, withFirstDates } from './person-dates.ts'
import { rowFaults, templateWords, WHOLE_ROW, yesAndNo } from './words.ts'

const YES_NO = [yesAndNo.yes.zh, yesAndNo.no.zh]
const POSTS = ['管理', '专业技术', '工勤技能']
const POPULATIONS = [populations.institution.zh, populations.organ_worker.zh]

export const personColumns = [
  {
    field: 'staffNo',
    // The last ones are as the register's page and this platform's API call them.
    names: [
      '工号',
      ...['职工号', '职工编号', '人员工号', '人员编号', '员工编号', '教工号', '编号'],
      ...['staffNo', 'Staff number'],
    ],
    needed: true,
    takes: templateWords.staffNo,
  },
  {
    field: 'name',
    names: ['姓名', '职工姓名', '人员姓名', '教师姓名', 'name'],
    needed: true,
    takes: templateWords.name,
  },
  {
    field: 'postType',
    names: ['岗位类型', '岗位类别', '岗位性质', '现聘岗位类别', 'postType', 'Type of post'],
    needed: true,
    choices: POSTS,
  },
  {
    field: 'hiredOn',
    names: ['聘用日期', '聘用时间', '入职日期', '入职时间', '参加本单位工作时间', '进本单位时间', 'hiredOn'],
    needed: true,
    takes: templateWords.day,
  },
  {
    field: 'leader',
    names: ['领导人员', '是否领导人员', '是否领导', 'leader'],
    needed: false,
    choices: YES_NO,
  },
  { field: 'onRegister', names: ['在册', '是否在册', 'onRegister'], needed: false, choices: YES_NO },
  {
    field: 'highLevelTalent',
    names: ['高层次人才', '是否高层次人才', 'highLevelTalent'],
    needed: false,
    choices: YES_NO,
  },
  {
    field: 'termFrom',
    names: ['聘期开始', '聘期起', '聘期开始日期', '聘期起始', '合同开始日期', 'termFrom'],
    needed: false,
    takes: templateWords.day,
  },
  {
    field: 'termTo',
    names: ['聘期结束', '聘期止', '聘期结束日期', '聘期终止', '合同结束日期', '合同到期日期', 'termTo'],
    needed: false,
    takes: templateWords.day,
  },
  {
    field: 'retiresOn',
    names: ['法定退休日期', '退休日期', '退休时间', 'retiresOn'],
    needed: false,
    takes: templateWords.day,
  },
  { field: 'disability', names: ['残疾', '是否残疾', 'disability'], needed: false, choices: YES_NO },
  {
    field: 'population',
    names: ['人员范围', 'population'],
    needed: false,
    choices: POPULATIONS,
  },
  ...dateColumns,
  {
    field: 'email',
    names: ['邮箱', '电子邮箱', '邮箱地址', 'email', 'e-mail'],
    needed: false,
    takes: templateWords.email,
  },
  {
    field: 'invite',
    names: ['邀请', '是否邀请', '邀请开通账号', 'invite'],
    needed: false,
    choices: YES_NO,
  },
] as const satisfies readonly Column<string>[]
export type Field = (typeof personColumns)[number]['field']

/** The template's example; whoever leaves it in has not registered anyone. */
export const personExample: readonly string[] = [
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
  populations.institution.zh,
  '2024-03-01',
  ...dateColumns.slice(1).map(() => ''),
  'zhangsan@example.com',
  '否',
]

export const personTemplate = (): string => template(personColumns, personExample)

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
  readonly retiresOn?: string | undefined
  readonly disability?: boolean | undefined
}

/** A row in form: what names the person, and what is said of them. */
export interface ParsedRow {
  readonly row: number
  /** Empty where a list has none: then name and day of hiring tell who it is. */
  readonly staffNo: string | undefined
  readonly said: Said
  /** Whose staff the row says that they are; it follows from the body, and must not say otherwise (Art. 47). */
  readonly population: Population | undefined
  /** The terms that it states, and those of the further rows of the same number. */
  readonly terms: Person['terms']
  /** The dated facts that it states, and those of the further rows of the same number. */
  readonly dated: readonly RecordedChange[]
  readonly email: string | undefined
  /** Whether an invitation to an account goes to the address. */
  readonly invite: boolean
  /** Whose row it is, where that is known. */
  readonly staffId?: StaffId
}

export const parseRow = ({ number, values }: ImportRow<Field>, faults: RowFault[]): ParsedRow | undefined => {
  const { read, blame } = cellReader(number, faults)
  const before = faults.length
  const cell = <T>(field: Field, by: Parameters<typeof read<T>>[2]) =>
    read(columnOf(field), values[field], by)
  const staffNo = cell('staffNo', schemaCell(StaffNo))
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
    retiresOn: cell('retiresOn', dateCell),
    disability: cell('disability', yesNoCell),
  }
  const terms = from === undefined || to === undefined ? [] : [{ from, to }]
  const dated = datesIn({
    values,
    cell,
    blame: (field, detail) => blame(columnOf(field), values[field], detail),
    postType: said.postType,
    hiredOn: said.hiredOn,
  })
  const population = cell('population', populationCell)
  const email = cell('email', schemaCell(NewAccount.shape.email))
  const invite = cell('invite', yesNoCell) ?? false
  if (invite && values.email === '') blame(columnOf('email'), '', rowFaults.unwritable)
  return faults.length > before
    ? undefined
    : { row: number, staffNo, said, population, terms, dated, email, invite }
}

/** The terms with these added, or with a new end where one begins on the same day. */
const withTerms = (terms: Person['terms'], stated: Person['terms']): Person['terms'] =>
  stated.length === 0
    ? terms
    : [...terms.filter(({ from }) => stated.every((term) => term.from !== from)), ...stated].sort((a, b) =>
        a.from.localeCompare(b.from),
      )

/**
 * The record as the row would have it. A name that differs by dots and spaces alone is the name that is on record; a
 * number changes where the row was said to be of this person.
 */
export const changedBy = (
  person: Person,
  { staffNo, said, terms, dated }: Pick<ParsedRow, 'staffNo' | 'said' | 'terms' | 'dated'>,
): Person =>
  withFields(person, {
    ...said,
    // With dates beside it, a type of post is that of those dates.
    postType: dated.some(({ fact }) => fact === 'post') ? undefined : said.postType,
    staffNo,
    name: said.name !== undefined && isSameName(said.name, person.name) ? undefined : said.name,
    terms: withTerms(person.terms, terms),
  })

const yesNo = (value: boolean | undefined): string | undefined =>
  value === undefined ? undefined : yesAndNo[value ? 'yes' : 'no'].zh

/** A row as it was understood, by the template's columns: what the preview shows. */
export const understood = ({
  staffNo,
  said,
  population,
  terms,
  dated,
  email,
  invite,
}: ParsedRow): Record<string, string> => {
  const { postType } = said
  const [term] = terms
  const values: Partial<Record<Field, string | undefined>> = {
    staffNo,
    name: said.name,
    postType: postType && postTypes[postType].zh,
    hiredOn: said.hiredOn,
    leader: yesNo(said.leader),
    onRegister: yesNo(said.onRegister),
    highLevelTalent: yesNo(said.highLevelTalent),
    termFrom: term?.from,
    termTo: term?.to,
    retiresOn: said.retiresOn,
    disability: yesNo(said.disability),
    population: population && populations[population].zh,
    ...understoodDates(dated),
    email,
    invite: invite ? yesNo(true) : undefined,
  }
  return byColumn(personColumns, values)
}

export const newBy = (
  institution: Pick<Organisation, 'id' | 'population'>,
  { staffNo, said, terms, dated }: Pick<ParsedRow, 'staffNo' | 'said' | 'terms' | 'dated'>,
  id: string,
  today: string,
): Person | undefined => {
  // A new person has a number: it is what makes the same file safe to repeat.
  if (staffNo === undefined) return undefined
  const body = NewPerson.safeParse({
    institutionId: institution.id,
    staffNo,
    ...said,
    terms: withTerms([], terms),
  })
  return body.success ? withFirstDates(newRecord(id, body.data, institution), dated, today) : undefined
}
