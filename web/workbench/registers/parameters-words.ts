import { obligations } from '../../../functions/staff/words.ts'
import type { Parameters, Readings } from '../../shared/api/types.gen.ts'
import { fill } from '../preferences.tsx'

/** The names of the edition's figures and of the readings, and what their values say. */
export const parameterWords = {
  zh: {
    annual: '年度总量',
    annualPublic: '年度公共科目',
    annualProfessional: '年度专业科目',
    induction: obligations.induction.zh,
    inductionDue: '岗前培训应完成期限',
    inductionLimit: '岗前培训最长期限',
    termSession: '聘期内集中脱产培训',
    transfer: obligations.transfer.zh,
    transferDue: '转岗培训最迟期限',
    makeUp: '延迟补训期限',
    halfDay: '线下培训半天',
    hours: '{value} 学时',
    days: '{value} 天',
    months: '{value} 个月',
    or: ' 或 ',
    minimaHoldUnderEitherTotal: '两科最低学时',
    onlineTenthsPerHalfDay: '线上学时折算半天',
    inductionDeemsYearOf: '岗前培训视为完成的年度',
    inductionCountsForTheYear: '岗前培训计入年度学时',
    makeUpRunsFrom: '补训期限的起算',
    delayWindow: '申请延迟补训的时间',
    inductionDeemsWithin: '视为完成年度的岗前培训期限',
    failedInductionStands: '岗前培训考核不合格',
    trainingBeforeHiring: '聘用前的培训',
    inductionMonthsBeforeHiring: '聘用前岗前培训的计入期限',
    leadersExcepted: '领导人员',
    annualAppliesBy: '年度学时要求适用的人员',
    termSessionMonths: '聘期内担任管理岗位满',
    transferAfterLimit: '转岗培训超过期限后完成',
    transferWithinWindow: '转岗培训期限未到',
    transferClaimWorkingDays: '转岗培训期满后仍可申报',
    filingWorkingDays: '培训备案无答复视为接受',
    workingDays: '{value} 个工作日',
    gradeExamYears: '等级考试核对的年度',
    limit: '最长期限',
    due: '一般期限',
    induction_only: '只计入岗前培训',
    counts: '也计入年度学时',
    last_day: '年末在册的人员',
    any_day: '当年任何一天在册的人员',
    allow: '可以办理',
    review: '由人判断',
    hold: '先等待',
    failedInductionStands_true: '同一科目以后考核合格之前，不视为完成年度',
    failedInductionStands_false: '不影响视为完成年度',
    leadersExcepted_true: '不适用年度学时和聘期脱产培训要求',
    leadersExcepted_false: '同样适用',
    years: '{value} 个年度',
    allYears: '所有年度',
    providerCheck: '培训机构不在名单内时',
    minimaHoldUnderEitherTotal_true: '按学时、按天数达到总量的都要求',
    minimaHoldUnderEitherTotal_false: '只对按学时达到总量的要求',
    inductionCountsForTheYear_true: '计入',
    inductionCountsForTheYear_false: '不计入',
    noValue: '不折算',
    perHalfDay: '{hours} 学时折算半天',
    completion: '完成岗前培训的年度',
    hiring: '聘用的年度',
    year_end: '从年度结束起',
    approval: '从批准之日起',
    window: '当年 {opens} 至次年 {closes}',
    monthDay: '{month} 月 {day} 日',
    advise: '提醒审批人，可以认定',
    refuse: '不予受理',
    why: '理由：{why}',
    whyDefault: '默认口径（{value}）的理由：{why}',
  },
  en: {
    annual: 'The year in all',
    annualPublic: 'Public subject a year',
    annualProfessional: 'Professional subject a year',
    induction: obligations.induction.en,
    inductionDue: 'Induction due within',
    inductionLimit: 'Induction at the latest within',
    termSession: 'Full-time session in a term',
    transfer: obligations.transfer.en,
    transferDue: 'Transfer training at the latest within',
    makeUp: 'Make-up within',
    halfDay: 'Half a day offline',
    hours: '{value} {value|hour|hours}',
    days: '{value} {value|day|days}',
    months: '{value} months',
    or: ' or ',
    minimaHoldUnderEitherTotal: 'The minima of both subjects',
    onlineTenthsPerHalfDay: 'Online hours in days',
    inductionDeemsYearOf: 'The year that an induction completes',
    inductionCountsForTheYear: 'Induction counts for its year',
    makeUpRunsFrom: 'Where a make-up begins',
    delayWindow: 'When a delay may be asked for',
    inductionDeemsWithin: 'An induction deems a year complete within',
    failedInductionStands: 'A failed induction assessment',
    trainingBeforeHiring: 'Training before the hiring',
    inductionMonthsBeforeHiring: 'Induction before the hiring counts for',
    leadersExcepted: 'Leaders',
    annualAppliesBy: 'Who owes a year',
    termSessionMonths: 'A management post is held in the term for',
    transferAfterLimit: 'Transfer training completed after its limit',
    transferWithinWindow: 'Transfer training still in time',
    transferClaimWorkingDays: 'After the limit a transfer training may be claimed for',
    filingWorkingDays: 'A filing without an answer counts as accepted after',
    workingDays: '{value} {value|working day|working days}',
    gradeExamYears: 'Years that the grade examination looks at',
    limit: 'the limit',
    due: 'the usual time',
    induction_only: 'counts for the induction only',
    counts: 'counts for the year as well',
    last_day: 'whoever is on the register at its end',
    any_day: 'whoever is on the register on any day of it',
    allow: 'may go ahead',
    review: 'a person judges',
    hold: 'waits',
    failedInductionStands_true: 'stands in the way until its subject is passed later',
    failedInductionStands_false: 'is of no matter',
    leadersExcepted_true: 'owe no yearly hours and no session',
    leadersExcepted_false: 'owe the same as others',
    years: '{value} years',
    allYears: 'all of them',
    providerCheck: 'A provider that is not on the list',
    minimaHoldUnderEitherTotal_true: 'hold under the total in hours and in days',
    minimaHoldUnderEitherTotal_false: 'hold under the total in hours alone',
    inductionCountsForTheYear_true: 'counts',
    inductionCountsForTheYear_false: 'does not count',
    noValue: 'no value in days',
    perHalfDay: '{hours} {hours|hour makes|hours make} half a day',
    completion: 'the year of its completion',
    hiring: 'the year of the hiring',
    year_end: 'from the end of the year',
    approval: 'from the approval',
    window: '{opens} of the year to {closes} of the next',
    monthDay: '{day}/{month}',
    advise: 'is told to the approver, who may recognise it',
    refuse: 'is refused',
    why: 'Why: {why}',
    whyDefault: 'Why the default is “{value}”: {why}',
  },
} as const

type Say = Readonly<Record<keyof typeof parameterWords.zh, string>>

export const isWord = (name: string): name is keyof Say => name in parameterWords.zh

type Figure = Parameters['edition']['figures'][number]

/** `24` half-days as `12 days`. */
export const figureText = ({ value, unit }: Figure, say: Say): string =>
  unit === 'half-days'
    ? fill(say.days, { value: value / 2 })
    : fill(unit === 'months' ? say.months : say.hours, { value })

const isWindow = (value: unknown): value is Readings['delayWindow'] =>
  typeof value === 'object' && value !== null && 'opens' in value && 'closesNextYear' in value

const numberText = (name: string, value: number, say: Say): string => {
  if (name === 'onlineTenthsPerHalfDay') return fill(say.perHalfDay, { hours: value / 10 })
  if (name === 'transferClaimWorkingDays' || name === 'filingWorkingDays')
    return fill(say.workingDays, { value })
  return fill(name === 'gradeExamYears' ? say.years : say.months, { value })
}

/** How a reading's value is said. */
export const readingText = (name: string, value: unknown, say: Say): string => {
  const word = `${name}_${value}`
  if (typeof value === 'boolean') return isWord(word) ? say[word] : String(value)
  if (value === null) return name === 'gradeExamYears' ? say.allYears : say.noValue
  if (typeof value === 'number') return numberText(name, value, say)
  if (typeof value === 'string') return isWord(value) ? say[value] : value
  if (isWindow(value))
    return fill(say.window, {
      opens: fill(say.monthDay, value.opens),
      closes: fill(say.monthDay, value.closesNextYear),
    })
  return String(value)
}

type Reading = Pick<Parameters['readings'][number], 'name' | 'value' | 'default' | 'why'>

/** The reason of a reading; where another value than the default holds, whose reason it is. */
export const whyText = ({ name, value, default: usual, why }: Reading, say: Say): string => {
  const byDefault = readingText(name, usual, say)
  return readingText(name, value, say) === byDefault
    ? fill(say.why, { why })
    : fill(say.whyDefault, { value: byDefault, why })
}
