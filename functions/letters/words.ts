import type { Line } from '../store/request.ts'
import type { Stage } from '../store/terms.ts'

/** The regulation's words for what the code names in English. */
export const subjects = { public: '公共科目', professional: '专业科目' } as const satisfies Record<
  Line['subject'],
  string
>

export const stages = {
  institution: '单位登记',
  department: '主管部门认定',
  authority: '人事综合管理部门认定（核定）',
} as const satisfies Record<Stage, string>

/** Tenths of an hour as people write hours: `40`, `52.5`. */
export const hoursText = (tenths: number): string => `${tenths / 10} 学时`

export const lineText = (line: Line): string =>
  `${subjects[line.subject]}，${line.mode === 'offline' ? '线下' : '线上'}，${line.from} 至 ${line.to}，${hoursText(line.claimedTenths)}`

const kinds = { annual: '年度培训', induction: '岗前培训', transfer: '转岗培训' } as const

export const certificateTitle = ({ kind, year }: { kind: keyof typeof kinds; year: number }): string =>
  kind === 'annual' ? `${year} 年度培训` : kinds[kind]
