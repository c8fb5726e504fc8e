import { useQuery } from '@tanstack/react-query'
import { NavLink } from 'react-router'
import type { MeResponse } from '../../shared/api/types.gen.ts'
import { accessToken } from '../../shared/session.ts'
import { has, isOfRegion, meQuery, yearOf } from '../me.ts'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    own: '本人',
    home: '首页',
    requests: '我的申请',
    ledger: '培训台账',
    certificates: '合格证书',
    classes: '我的培训班',
    looks: '查阅记录',
    desk: '办理',
    tasks: '待办事项',
    delegations: '委托代办',
    search: '查找',
    held: '线上学时核对',
    complaints: '投诉举报',
    questions: '政策咨询',
    inspections: '抽查督办',
    institution: '单位',
    checklist: '上线清单',
    accounts: '账号',
    persons: '人员名册',
    imports: '导入',
    rosters: '培训班名册',
    training: '培训班',
    programmes: '本单位培训班',
    asked: '待同意的报名',
    plan: '年度培训计划',
    lecturers: '授课人员',
    libraries: '师资课程机构库',
    libraryDesk: '入库和评审',
    publicProgrammes: '公开培训班',
    year: '年度',
    yearPage: '年度结果',
    statistics: '统计',
    registers: '登记',
    organisations: '机构',
    providers: '网络培训机构',
    rates: '折算标准',
    parameters: '执行口径',
    registeredCertificates: '证书查询',
    clients: '接入系统',
    operation: '运行',
    auditing: '审计',
    executions: '流程运行',
    mails: '邮件',
    brokenLedgers: '台账核对',
    audit: '审计查询',
    readings: '投诉身份查看',
    open: '公开',
    calculator: '学时测算',
    verify: '证书验证',
    articles: '实施细则',
    policies: '政策文件',
    answers: '政策问答',
  },
  en: {
    own: 'My own',
    home: 'Home',
    requests: 'My requests',
    ledger: 'Training ledger',
    certificates: 'Certificates',
    classes: 'My classes',
    looks: 'Who looked',
    desk: 'Desk',
    tasks: 'To do',
    delegations: 'Delegation',
    search: 'Find',
    held: 'Online hours',
    complaints: 'Complaints',
    questions: 'Questions',
    inspections: 'Inspections',
    institution: 'Institution',
    checklist: 'Before the first day',
    accounts: 'Accounts',
    persons: 'Staff register',
    imports: 'Imports',
    rosters: 'Class rosters',
    training: 'Programmes',
    programmes: 'Our programmes',
    asked: 'Enrolments to agree to',
    plan: 'Annual plan',
    lecturers: 'Lecturers',
    libraries: 'Libraries',
    libraryDesk: 'Library reviews',
    publicProgrammes: 'Open programmes',
    year: 'Year',
    yearPage: 'Results of the year',
    statistics: 'Statistics',
    registers: 'Registers',
    organisations: 'Organisations',
    providers: 'Online providers',
    rates: 'Conversion rates',
    parameters: 'Readings',
    registeredCertificates: 'Certificates by number',
    clients: 'Other systems',
    operation: 'Operation',
    auditing: 'Audit',
    executions: 'Executions',
    mails: 'Mails',
    brokenLedgers: 'Broken ledgers',
    audit: 'Audit',
    readings: 'Who opened identities',
    open: 'Public',
    calculator: 'Hours calculator',
    verify: 'Verify a certificate',
    articles: 'The rules',
    policies: 'Policies',
    answers: 'Questions and answers',
  },
} as const

type Word = keyof typeof words.zh
interface Group {
  readonly title: Word
  readonly links: readonly (readonly [to: string, label: Word])[]
}

/** Whether another link leads below this one: then this one is the current page's alone. */
const isAbove = (to: string, groups: readonly Group[]): boolean =>
  groups.some(({ links }) => links.some(([other]) => other.startsWith(`${to}/`)))

/** The links by role. Each is offered to those who can use it; the API checks every call again. */
const groupsOf = (me: MeResponse): readonly Group[] => {
  const isDesk = has(me, 'institution', 'department', 'authority')
  const groups: (Group | false)[] = [
    has(me, 'staff') && {
      title: 'own',
      links: [
        ['/my', 'home'],
        ['/requests', 'requests'],
        ['/ledger', 'ledger'],
        ['/certificates', 'certificates'],
        ['/classes', 'classes'],
        ['/looks', 'looks'],
        ...(isDesk ? [] : ([['/inspections', 'inspections']] as const)),
      ],
    },
    !isDesk && me.holdsTasks && { title: 'desk', links: [['/tasks', 'tasks']] },
    isDesk && {
      title: 'desk',
      links: [
        ['/tasks', 'tasks'],
        ['/delegations', 'delegations'],
        ...(has(me, 'authority') ? ([['/feeds/held', 'held']] as const) : []),
        ...(has(me, 'department', 'authority')
          ? ([
              ['/complaints/desk', 'complaints'],
              ['/questions/desk', 'questions'],
            ] as const)
          : []),
        ['/inspections', 'inspections'],
      ],
    },
    (isDesk || has(me, 'auditor')) && {
      title: 'institution',
      links: [
        ['/search', 'search'],
        ['/persons', 'persons'],
        ...(isDesk ? ([['/imports', 'imports']] as const) : []),
        ['/accounts', 'accounts'],
      ],
    },
    isDesk && {
      title: 'training',
      links: [
        ['/programmes/own', 'programmes'],
        ...(has(me, 'institution') ? ([['/classes/asked', 'asked']] as const) : []),
        ['/plans', 'plan'],
        ['/programmes/lecturers', 'lecturers'],
        ['/libraries/desk', 'libraryDesk'],
      ],
    },
    (isDesk || has(me, 'auditor')) && {
      title: 'year',
      links: [
        [`/year/${yearOf(me)}`, 'yearPage'],
        [`/year/${yearOf(me)}/statistics`, 'statistics'],
      ],
    },
    (has(me, 'authority', 'auditor') || isOfRegion(me)) && {
      title: 'registers',
      links: [
        ...(isOfRegion(me) ? ([['/checklist', 'checklist']] as const) : []),
        ['/registers/organisations', 'organisations'],
        ['/registers/providers', 'providers'],
        ['/registers/rates', 'rates'],
        ['/registers/parameters', 'parameters'],
        ['/registers/certificates', 'registeredCertificates'],
        ...(isOfRegion(me) ? ([['/registers/clients', 'clients']] as const) : []),
      ],
    },
    has(me, 'operator', 'auditor') && {
      title: 'operation',
      links: [
        ['/executions', 'executions'],
        ['/mails', 'mails'],
      ],
    },
    (has(me, 'auditor') || isOfRegion(me)) && {
      title: 'auditing',
      links: [
        ['/audit', 'audit'],
        ...(has(me, 'auditor') ? ([['/audit/readings', 'readings']] as const) : []),
        ...(isOfRegion(me) ? ([['/ledgers/broken', 'brokenLedgers']] as const) : []),
      ],
    },
  ]
  return groups.filter((group) => group !== false)
}

/** The ways to go, by what someone is. */
export const Navigation = () => {
  const { say } = useSay(words)
  const { data: me } = useQuery({ ...meQuery, enabled: accessToken() !== undefined })
  const groups: readonly Group[] = [
    ...(me ? groupsOf(me) : []),
    {
      title: 'open',
      links: [
        ['/programmes', 'publicProgrammes'],
        ['/libraries', 'libraries'],
        ['/calculator', 'calculator'],
        ['/articles', 'articles'],
        ['/policies', 'policies'],
        ['/answers', 'answers'],
      ],
    },
  ]
  return (
    <>
      {groups.map(({ title, links }) => (
        <div className="nav-group" key={title}>
          <h2>{say[title]}</h2>
          <ul>
            {links.map(([to, label]) => (
              <li key={to}>
                <NavLink to={to} end={isAbove(to, groups)}>
                  {say[label]}
                </NavLink>
              </li>
            ))}
            {title === 'open' && (
              <li>
                <a href="/verify">{say.verify}</a>
              </li>
            )}
          </ul>
        </div>
      ))}
    </>
  )
}
