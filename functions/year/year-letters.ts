import type { Letter } from '../platform/letter.ts'
import type { Counts } from './counts.ts'
import { ResultStatus } from './result.ts'
import { resultStatuses } from './words.ts'

/** The letter to a personnel authority when a year is closed: numbers alone. */
export const yearLetter = (year: number, counts: Counts, publicUrl: string): Letter => {
  const total =
    counts.met + counts.deemed + counts.inducting + counts.deferred + counts.short + counts.overdue
  return {
    subject: `${year} 年度培训学时结算完成`,
    greeting: '您好：',
    paragraphs: [
      `${year} 年度培训学时已结算，贵部门及所属各级管理的事业单位工作人员结果如下。`,
      '仍有申请在办理的，结果为暂定；审批完成后结果自动更正，不影响申请人的权益。',
    ],
    facts: [
      ['参加结算', `${total} 人`],
      ...ResultStatus.options.map((status) => [resultStatuses[status].zh, `${counts[status]} 人`] as const),
      ['其中暂定', `${counts.provisional} 人`],
    ],
    link: { label: '查看年度结果', url: `${publicUrl}/year/${year}` },
  }
}
