import type { Account } from '../../functions/organisations/account.ts'
import type { Role } from '../../functions/platform/terms.ts'
import { authorityId, departmentId, LUMING, QINGCHENG } from './organisations.ts'

/** An account as the sign-in page lists it. */
export interface DemoAccount {
  readonly id: string
  readonly name: string
  /** Who this is, in a line. */
  readonly title: string
}

interface Seated extends DemoAccount {
  readonly seat?: { readonly role: Role; readonly at: string; readonly head?: true }
  /** On an institution's register: the staff record has the account's id. */
  readonly onRegister?: true
}

const HOHHOT = authorityId('1501')
const HOHHOT_EDUCATION = departmentId('1501', 'education')
const KUNDULUN = authorityId('150203')
const REGION = authorityId('15')

const people: readonly Seated[] = [
  { id: 'staff.li', name: '李静怡', title: '青城实验中学 专业技术岗位，2019年聘用', onRegister: true },
  { id: 'staff.wang', name: '王建军', title: '青城实验中学 管理岗位，聘期2024年至2026年', onRegister: true },
  { id: 'staff.zhao', name: '赵志强', title: '青城实验中学 工勤技能岗位，2026年3月新聘用', onRegister: true },
  {
    id: 'unit.admin',
    name: '苏日娜',
    title: '青城实验中学 人事干部，负责学时登记',
    onRegister: true,
    seat: { role: 'institution', at: QINGCHENG },
  },
  {
    id: 'unit.second',
    name: '刘海燕',
    title: '青城实验中学 人事干部，与苏日娜互为备岗',
    onRegister: true,
    seat: { role: 'institution', at: QINGCHENG },
  },
  {
    id: 'unit.head',
    name: '格日勒图',
    title: '青城实验中学 校长',
    onRegister: true,
    seat: { role: 'institution', at: QINGCHENG, head: true },
  },
  {
    id: 'dept.chen',
    name: '陈立新',
    title: '呼和浩特市教育局 负责专业科目学时认定',
    seat: { role: 'department', at: HOHHOT_EDUCATION },
  },
  {
    id: 'dept.head',
    name: '娜仁托娅',
    title: '呼和浩特市教育局 负责人',
    seat: { role: 'department', at: HOHHOT_EDUCATION, head: true },
  },
  {
    id: 'hr.city',
    name: '阿拉坦·巴特尔',
    title: '呼和浩特市人社局 负责学时认定与核定',
    seat: { role: 'authority', at: HOHHOT },
  },
  {
    id: 'hr.head',
    name: '周文斌',
    title: '呼和浩特市人社局 负责人',
    seat: { role: 'authority', at: HOHHOT, head: true },
  },
  {
    id: 'hr.county',
    name: '郭雅琴',
    title: '包头市昆都仑区人社局 负责学时认定与核定',
    seat: { role: 'authority', at: KUNDULUN, head: true },
  },
  {
    id: 'hr.region',
    name: '乌云其木格',
    title: '自治区人社厅 监督、更正与年度关账',
    seat: { role: 'authority', at: REGION, head: true },
  },
  { id: 'auditor', name: '孟和', title: '审计人员，只读全部信息', seat: { role: 'auditor', at: REGION } },
  { id: 'operator', name: '韩磊', title: '平台运行维护人员', seat: { role: 'operator', at: REGION } },
  { id: 'staff.tuya', name: '图雅', title: '包头市昆都仑区鹿鸣小学 专业技术岗位', onRegister: true },
  {
    id: 'unit.luming',
    name: '马晓东',
    title: '包头市昆都仑区鹿鸣小学 人事干部，负责学时登记',
    onRegister: true,
    seat: { role: 'institution', at: LUMING, head: true },
  },
  {
    id: 'dept.kundulun',
    name: '斯琴图',
    title: '包头市昆都仑区教育局 负责专业科目学时认定',
    seat: { role: 'department', at: departmentId('150203', 'education'), head: true },
  },
]

/** Everyone who can sign in to the demo, in the order in which the page lists them. */
export const demoAccounts: readonly DemoAccount[] = people.map(({ id, name, title }) => ({ id, name, title }))

const toAccount = ({ id, name, seat, onRegister }: Seated): Account => ({
  id,
  name,
  email: `${id}@demo.example`,
  ...(onRegister ? { staffId: id } : {}),
  roles: seat ? [{ role: seat.role, organisationId: seat.at, head: seat.head ?? false }] : [],
})

/** The same accounts as the table holds them. */
export const accounts: readonly Account[] = people.map(toAccount)
