import type { Text } from '../../rules/text.ts'
import type {
  DeemedKind,
  LeaveKind,
  Level,
  OrganisationKind,
  Population,
  PostType,
  RequestType,
  Role,
  Stage,
  Subject,
} from './terms.ts'

/**
 * The regulation's words for what the code names in English, once, for pages, mails and the certificate's sheet. Free
 * of imports but for types; other `words.ts` take theirs from here alone: the web takes them too.
 */

export const region = { zh: '内蒙古自治区', en: 'Inner Mongolia' } as const satisfies Text

export const brand = {
  zh: '事业单位工作人员培训综合管理平台',
  en: 'Training platform for staff of public institutions',
} as const satisfies Text

/** The platform's whole name, in Chinese. */
export const platformName = `${region.zh}${brand.zh}`

export const subjects = {
  public: { zh: '公共科目', en: 'Public subject' },
  professional: { zh: '专业科目', en: 'Professional subject' },
} as const satisfies Record<Subject, Text>

/** The kinds of training (Art. 6). */
export const categories = {
  in_service: { zh: '在岗培训', en: 'in service' },
  induction: { zh: '岗前培训', en: 'induction' },
  transfer: { zh: '转岗培训', en: 'transfer' },
  special: { zh: '专项培训', en: 'special' },
} as const

export const modes = { offline: { zh: '线下', en: 'offline' }, online: { zh: '线上', en: 'online' } } as const

/** What of other activities counts as training (Art. 37). */
export const activities = {
  practice: { zh: '继续教育实践', en: 'Practice' },
  conference: { zh: '学术会议', en: 'Conference' },
  lecture: { zh: '学术讲座', en: 'Lecture' },
  visit: { zh: '学术访问', en: 'Visit' },
} as const

/** What a desk does with a request (Art. 34, 38). */
export const stages = {
  institution: { zh: '单位登记', en: 'Institution' },
  department: { zh: '主管部门认定', en: 'Competent department' },
  authority: { zh: '人事综合管理部门认定（核定）', en: 'Personnel authority' },
} as const satisfies Record<Stage, Text>

/** A filing of a programme is looked at and accepted; nothing is recognised by it (Art. 8). */
const filingStages = {
  ...stages,
  department: { zh: '主管部门受理备案', en: 'Competent department' },
  authority: { zh: '人事综合管理部门受理备案', en: 'Personnel authority' },
} as const satisfies Record<Stage, Text>

/** What a desk does in a matter, in its name. */
export const stageOf = (type: RequestType, stage: Stage): Text =>
  (type === 'programme_filing' ? filingStages : stages)[stage]

export const roles = {
  institution: { zh: '单位登记', en: 'institution' },
  department: { zh: '主管部门', en: 'competent department' },
  authority: { zh: '人事综合管理部门', en: 'personnel authority' },
  operator: { zh: '运行管理', en: 'operator' },
  auditor: { zh: '审计', en: 'auditor' },
} as const satisfies Record<Role, Text>

export const organisationKinds = {
  authority: { zh: '人事综合管理部门', en: 'Personnel authority' },
  department: { zh: '主管部门', en: 'Competent department' },
  institution: { zh: '事业单位', en: 'Institution' },
} as const satisfies Record<OrganisationKind, Text>

/** Bodies that keep a register, by whose staff it holds (Art. 47). */
export const bodies = {
  institution: organisationKinds.institution,
  organ_worker: { zh: '机关（参公单位）', en: 'Organ' },
} as const satisfies Record<Population, Text>

/** Those who follow the rules (Art. 4, 47). */
export const populations = {
  institution: { zh: '事业单位工作人员', en: 'staff of an institution' },
  organ_worker: { zh: '机关（参公单位）工勤人员', en: 'worker of an organ' },
} as const satisfies Record<Population, Text>

export const levels = {
  region: { zh: '自治区级', en: 'region' },
  city: { zh: '盟市级', en: 'city' },
  county: { zh: '旗县级', en: 'county' },
} as const satisfies Record<Level, Text>

/** What people ask for. */
export const requestTypes = {
  recognition: { zh: '学时认定', en: 'Recognition of hours' },
  make_up_delay: { zh: '延迟补训', en: 'Make-up delay' },
  post_change: { zh: '岗位变动备案', en: 'Change of post' },
  deemed: { zh: '视同完成认定', en: 'Deemed year' },
  class_roster: { zh: '培训班学时名册', en: 'Class roster' },
  record_change: { zh: '人员信息变更', en: 'Change of record' },
  justified_reason: { zh: '正当理由', en: 'Justified reason' },
  objection: { zh: '异议', en: 'Objection' },
  feed_batch: { zh: '线上学时批次', en: 'Online hours delivered' },
  programme_filing: { zh: '培训备案', en: 'Programme filing' },
} as const satisfies Record<RequestType, Text>

/** What of a person's record is changed by two (Art. 4, 9, 12, 18). */
export const recordFacts = {
  leader: { zh: '领导人员', en: 'leader' },
  talent: { zh: '高层次人才', en: 'high-level talent' },
  register: { zh: '在编在册', en: 'register membership' },
  quota: { zh: '总量控制数', en: 'quota staff' },
  hiredOn: { zh: '聘用日期', en: 'day of hiring' },
  term: { zh: '聘期', en: 'term' },
  post: { zh: '任职经历', en: 'post held' },
  leave: { zh: '请假或离岗', en: 'leave' },
} as const

/** On which grounds a year is recognised at discretion (Art. 39(6)). */
export const discretionGrounds = {
  retirement: { zh: '距法定退休年龄不足一年', en: 'retirement within a year' },
  sick_leave: { zh: '病休超过三个月', en: 'sick leave of more than three months' },
  maternity_leave: { zh: '孕产假超过三个月', en: 'maternity leave of more than three months' },
  disability: { zh: '身体残疾', en: 'disability' },
  other_cause: { zh: '其他原因', en: 'another cause' },
} as const

/** Why a year may be left incomplete (Art. 7); other grounds stand in the filer's own words. */
export const justifiedGrounds = {
  sick_leave: { zh: '病休', en: 'sick leave' },
  maternity_leave: { zh: '孕产假', en: 'maternity leave' },
  disability: { zh: '身体残疾', en: 'disability' },
  assignment: { zh: '组织选派、援派或抽调', en: 'an assignment elsewhere' },
  not_offered: { zh: '单位未安排培训', en: 'no training was offered' },
  other_cause: { zh: '其他原因', en: 'another cause' },
} as const

/** The grounds on which a year, or a subject of it, is complete without hours (Art. 39(2)–(6)). */
export const deemedKinds = {
  research_project: { zh: '课题研究与项目开发', en: 'research project' },
  degree_course: { zh: '学历（学位）教育', en: 'degree course' },
  qualification_exam: { zh: '职业资格考试', en: 'qualification examination' },
  skill_grade_exam: { zh: '工勤技能岗位等级考试', en: 'skill grade examination' },
  entrepreneurship_leave: { zh: '离岗创业', en: 'entrepreneurship leave' },
  discretionary: { zh: '视情况认定', en: 'discretionary' },
} as const satisfies Record<DeemedKind, Text>

/** Posts by their type. */
export const postTypes = {
  management: { zh: '管理岗位', en: 'management' },
  professional: { zh: '专业技术岗位', en: 'professional' },
  worker: { zh: '工勤技能岗位', en: 'worker' },
} as const satisfies Record<PostType, Text>

/** Those who hold a post, by its type. */
export const postHolders = {
  management: { zh: '管理人员', en: 'management' },
  professional: { zh: '专业技术人员', en: 'professional' },
  worker: { zh: '工勤技能人员', en: 'worker' },
} as const satisfies Record<PostType, Text>

/** How a post may change (Art. 18–21). */
export const postChangeKinds = {
  post_type: { zh: '岗位类别变动', en: 'another type of post' },
  duties: { zh: '岗位职责变动', en: 'other duties' },
} as const

export const leaveKinds = {
  sick: { zh: '病假', en: 'sick leave' },
  maternity: { zh: '产假', en: 'maternity leave' },
  entrepreneurship: { zh: '离岗创业', en: 'entrepreneurship leave' },
} as const satisfies Record<LeaveKind, Text>

/** Tenths of an hour as people write hours: `40 学时`, `52.5 学时`. */
export const hoursText = (tenths: number): string => `${tenths / 10} 学时`

export const yesNo = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const

/** What is wrong with an input, wherever it comes in. */
export const inputFaults = {
  notJson: { zh: '不是有效的 JSON。', en: 'Not valid JSON.' },
  noFile: { zh: '请在表单字段 file 中上传文件。', en: 'Send the file in the form field `file`.' },
  wrongForm: { zh: '格式不正确。', en: 'This is not in the right form.' },
  endBeforeStart: {
    zh: '结束日期早于开始日期，请核对。',
    en: 'The end lies before the start. Check both dates.',
  },
  yearNotBegun: { zh: '该年度尚未开始。', en: 'This year has not begun.' },
  organisationUnknown: { zh: '没有这个机构。', en: 'There is no such organisation.' },
  noInstitution: { zh: '没有这个单位。', en: 'There is no such institution.' },
  notHalfDays: { zh: '应为 4 的倍数。', en: 'Must be a multiple of 4.' },
} as const satisfies Readonly<Record<string, Text>>

/** More hours than there are to grant; in tenths. */
export const atMostHours = (tenths: number): Text => ({
  zh: `至多 ${hoursText(tenths)}。`,
  en: `At most ${tenths / 10} hours.`,
})

/** Days from one to another as people write them; one day stands once. */
export const spanText = (from: string, to: string): Text =>
  from === to ? { zh: from, en: from } : { zh: `${from} 至 ${to}`, en: `${from} to ${to}` }

/** A day (2026-07-06), or that of a moment, as people write it. */
export const dayText = (date: string): Text => {
  const written = (locale: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      Date.parse(date.slice(0, 10)),
    )
  return { zh: written('zh-CN'), en: written('en-GB') }
}
