import type { Text } from '../../platform/language.ts'

/** The fields that a return may mark, as the page of a desk and the letter to the person name them. */
export const markableFields = {
  title: { zh: '培训名称', en: 'name of the training' },
  provider: { zh: '举办机构', en: 'provider' },
  certificateNo: { zh: '结业证书编号', en: 'number of the certificate' },
  evidence: { zh: '证明材料', en: 'proofs' },
  subject: { zh: '科目', en: 'subject' },
  category: { zh: '类别', en: 'category' },
  mode: { zh: '方式', en: 'way' },
  from: { zh: '开始日期', en: 'first day' },
  to: { zh: '结束日期', en: 'last day' },
  halfDays: { zh: '培训天数', en: 'days' },
  hours: { zh: '学时', en: 'hours' },
  activity: { zh: '活动种类和数量', en: 'activity and quantity' },
  reason: { zh: '理由', en: 'reason' },
  scope: { zh: '申请范围', en: 'what is asked for' },
  toPostType: { zh: '变动后岗位', en: 'post after the change' },
  effectiveOn: { zh: '变动日期', en: 'day of the change' },
  value: { zh: '变更为', en: 'changed to' },
  ground: { zh: '事由类别', en: 'ground' },
} as const satisfies Readonly<Record<string, Text>>

/** A field of one of a claim's lines. */
export const markOfLine = { zh: '第 {number} 项 · {field}', en: 'Line {number}: {field}' } as const
