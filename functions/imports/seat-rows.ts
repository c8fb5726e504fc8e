import { NewAccount } from '../onboarding/api.ts'
import type { Text } from '../platform/language.ts'
import type { Role } from '../platform/terms.ts'
import { roles } from '../platform/words.ts'
import { type Cell, cellReader, schemaCell, textCell, yesNoCell } from './import-cells.ts'
import { byColumn, type Column, type ImportRow, type RowFault, template } from './import-table.ts'
import { rowFaults, seatFaults, templateWords, WHOLE_ROW, yesAndNo } from './words.ts'

/** The desk of an organisation, whichever kind it is of. */
const DESK = '经办'

export const seatColumns = [
  {
    field: 'organisation',
    names: ['机构', '机构名称', '机构编号', '单位', '单位名称', '所在机构', '所在单位', 'organisation'],
    needed: true,
    takes: templateWords.organisation,
  },
  {
    field: 'role',
    names: ['席位', '角色', '职责', 'role'],
    needed: false,
    choices: [DESK, roles.auditor.zh, roles.operator.zh],
  },
  { field: 'name', names: ['姓名', '人员姓名', 'name'], needed: true, takes: templateWords.name },
  {
    field: 'email',
    names: ['邮箱', '电子邮箱', '邮箱地址', '电子邮件', 'email', 'e-mail'],
    needed: true,
    takes: templateWords.email,
  },
  {
    field: 'mobile',
    names: ['手机', '手机号', '手机号码', '联系电话', 'mobile'],
    needed: false,
    takes: templateWords.mobile,
  },
  {
    field: 'head',
    names: ['负责人', '是否负责人', 'head'],
    needed: false,
    choices: [yesAndNo.yes.zh, yesAndNo.no.zh],
  },
] as const satisfies readonly Column<string>[]
export type SeatField = (typeof seatColumns)[number]['field']

/** The template's example; whoever leaves it in has invited nobody. */
export const seatExample: readonly string[] = [
  '某市第一中学',
  DESK,
  '张三',
  'zhangsan@example.com',
  '',
  yesAndNo.no.zh,
]

export const seatTemplate = (): string => template(seatColumns, seatExample)

export const seatColumnOf = (field: string): string =>
  seatColumns.find((one) => one.field === field)?.names[0] ?? WHOLE_ROW

/** A row in form. */
export interface SeatRow {
  readonly row: number
  /** By number or by name, as the file has it. */
  readonly organisation: string
  /** Undefined: the desk of the organisation. */
  readonly role: Role | undefined
  readonly name: string
  readonly email: string
  readonly mobile: string | undefined
  /** Undefined: as it is; of a new seat no head. */
  readonly head: boolean | undefined
}

const ROLES: readonly (readonly [RegExp, Role | 'desk'])[] = [
  [/^(?:经办|登记|审批|审核|办理|认定)/u, 'desk'],
  [/^(?:单位登记|institution)/iu, 'institution'],
  [/^(?:主管部门|department)/iu, 'department'],
  [/^(?:人事综合管理部门|人社|authority)/iu, 'authority'],
  [/^(?:审计|auditor)/iu, 'auditor'],
  [/^(?:运行|运维|operator)/iu, 'operator'],
]

const roleCell = (text: string): Cell<Role | 'desk'> => {
  if (text === '') return { ok: true, value: undefined }
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '')
  const found = ROLES.find(([pattern]) => pattern.test(plain))
  const detail: Text = seatFaults.noRole
  return found ? { ok: true, value: found[1] } : { ok: false, detail }
}

const { name, email, mobile } = NewAccount.shape

export const parseSeat = (
  { number: row, values }: ImportRow<SeatField>,
  faults: RowFault[],
): SeatRow | undefined => {
  const { read, blame } = cellReader(row, faults)
  const before = faults.length
  const cell = <T>(field: SeatField, by: (text: string) => Cell<T>) =>
    read(seatColumnOf(field), values[field], by)
  const organisation = cell('organisation', textCell)
  const role = cell('role', roleCell)
  const said = { name: cell('name', schemaCell(name)), email: cell('email', schemaCell(email)) }
  const more = { mobile: cell('mobile', schemaCell(mobile.unwrap())), head: cell('head', yesNoCell) }
  for (const field of ['organisation', 'name', 'email'] as const)
    if (values[field] === '') blame(seatColumnOf(field), '', rowFaults.needed)
  const { name: named, email: address } = said
  if (faults.length > before || organisation === undefined || named === undefined || address === undefined)
    return undefined
  return {
    row,
    organisation,
    role: role === 'desk' ? undefined : role,
    ...{ name: named, email: address },
    ...more,
  }
}

/** A row as it was understood, by the template's columns. */
export const understoodSeat = (
  { organisation, name: named, email: address, mobile: phone, head }: SeatRow,
  found: { readonly name: string; readonly role: Role } | undefined,
): Record<string, string> =>
  byColumn<SeatField>(seatColumns, {
    organisation: found?.name ?? organisation,
    role: found === undefined ? undefined : roles[found.role].zh,
    name: named,
    email: address,
    mobile: phone,
    head: head === undefined ? undefined : yesAndNo[head ? 'yes' : 'no'].zh,
  })
