import type { Text } from '../../rules/text.ts'
import type { Population } from '../platform/terms.ts'

/** The figures by name, for pages and exports. */
export const figureWords = {
  persons: { zh: '应完成人数', en: 'Asked of' },
  complete: { zh: '已完成人数', en: 'Complete' },
  short: { zh: '未完成人数', en: 'Not complete' },
  hours: { zh: '认定学时', en: 'Hours recognised' },
  public: { zh: '公共科目学时', en: 'Public hours' },
  professional: { zh: '专业科目学时', en: 'Professional hours' },
  online: { zh: '线上学时', en: 'Online hours' },
  offline: { zh: '线下学时', en: 'Offline hours' },
  missingPublic: { zh: '尚缺公共科目学时', en: 'Public hours missing' },
  missingProfessional: { zh: '尚缺专业科目学时', en: 'Professional hours missing' },
  costYuan: { zh: '培训费用（元）', en: 'Cost (yuan)' },
} as const satisfies Record<string, Text>

/** What is counted of a desk by name. */
export const deskWords = {
  decided: { zh: '办结件数', en: 'Decisions' },
  waitedDays: { zh: '合计用时（工作日）', en: 'Working days in all' },
  late: { zh: '逾期办结', en: 'Decided late' },
  returned: { zh: '退回', en: 'Returned' },
  refused: { zh: '不同意', en: 'Refused' },
  takenBack: { zh: '自行收回', en: 'Taken back' },
  corrected: { zh: '被上级更正', en: 'Corrected from above' },
  open: { zh: '现有待办', en: 'Waiting now' },
  openLate: { zh: '其中已逾期', en: 'Of these late' },
} as const satisfies Record<string, Text>

/** Whose staff people are (Art. 47). */
export const populationWords = {
  institution: { zh: '事业单位', en: 'public institutions' },
  organ_worker: { zh: '机关、参公单位工勤人员', en: 'workers of organs' },
} as const satisfies Record<Population, Text>

export const statisticWords = {
  rate: { zh: '完成率（%）', en: 'Complete, %' },
  parts: { zh: '构成', en: 'Made up of' },
  besideYear: { zh: '比较', en: 'Beside' },
  what: { zh: '项目', en: 'What' },
  value: { zh: '数值', en: 'Value' },
  kind: { zh: '类别', en: 'Kind' },
  total: { zh: '合计', en: 'All' },
  month: { zh: '月份', en: 'Month' },
  postType: { zh: '岗位类别', en: 'Post' },
  subject: { zh: '科目', en: 'Subject' },
  category: { zh: '培训类别', en: 'Category' },
  mode: { zh: '培训方式', en: 'Mode' },
  quota: { zh: '编制', en: 'Establishment' },
  established: { zh: '编制内', en: 'established staff' },
  quotaStaff: { zh: '总量控制数', en: 'quota staff' },
  population: { zh: '人员范围', en: 'Whose staff' },
  level: { zh: '层级', en: 'Level' },
  provider: { zh: '网络培训机构', en: 'Online provider' },
  others: { zh: '其他举办单位', en: 'all other organisers' },
  organisation: { zh: '机构', en: 'Organisation' },
  organisationId: { zh: '机构编号', en: 'Id' },
  places: { zh: '所属各机构', en: 'Organisations below' },
  desks: { zh: '各环节办理情况', en: 'Desks' },
  ownSum: { zh: '各行合计', en: 'Sum of the rows' },
  asOf: { zh: '截至', en: 'As of' },
  year: { zh: '年度', en: 'Year' },
} as const satisfies Record<string, Text>
