import type { DeemedKind, RequestType, Stage, Subject } from './terms.ts'

/** The regulation's words for what the code names in English. */
export const subjects = { public: '公共科目', professional: '专业科目' } as const satisfies Record<
  Subject,
  string
>

export const stages = {
  institution: '单位登记',
  department: '主管部门认定',
  authority: '人事综合管理部门认定（核定）',
} as const satisfies Record<Stage, string>

/** Tenths of an hour as people write hours: `40`, `52.5`. */
export const hoursText = (tenths: number): string => `${tenths / 10} 学时`

const kinds = { annual: '年度培训', induction: '岗前培训', transfer: '转岗培训' } as const

export const certificateTitle = ({ kind, year }: { kind: keyof typeof kinds; year: number }): string =>
  kind === 'annual' ? `${year} 年度培训` : kinds[kind]

/** What a request asks for, in a few words. */
export const matters = {
  recognition: '学时认定',
  class_roster: '班次学时认定',
  make_up_delay: '延迟补训',
  post_change: '岗位变动备案',
  deemed: '视同完成认定',
} as const satisfies Record<RequestType, string>

/** The grounds on which a year, or a subject of it, is complete without hours (Art. 39(2)–(6)). */
export const deemedKinds = {
  research_project: '课题研究与项目开发结题',
  degree_course: '学历（学位）教育课程通过',
  qualification_exam: '专业技术人员职业资格考试科目通过',
  skill_grade_exam: '工勤技能岗位等级考试合格',
  entrepreneurship_leave: '经批准离岗创办企业且考核合格',
  discretionary: '视情况认定',
} as const satisfies Record<DeemedKind, string>

export const postTypes = {
  management: '管理岗位',
  professional: '专业技术岗位',
  worker: '工勤技能岗位',
} as const
