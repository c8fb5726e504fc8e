import type { Letter } from '../platform/letter.ts'
import { deemedKinds, hoursText, modes, requestTypes, spanText, subjects } from '../platform/words.ts'
import type { StatedFact } from '../staff/ledger.ts'
import { deemedWords } from '../staff/words.ts'

/** A fact of the ledger, in words. */
const factText = (fact: StatedFact): string => {
  switch (fact.kind) {
    case 'credit': {
      const { subject, mode, from, to } = fact.credit
      return `${subjects[subject].zh}，${modes[mode].zh}，${spanText(from, to).zh}`
    }
    case 'deemed':
      return `${fact.deemed.year} 年度${deemedWords.deemed.zh}：${deemedKinds[fact.deemed.kind].zh}`
    case 'delay':
      return `${fact.year} 年度${requestTypes.make_up_delay.zh}`
    case 'justified':
      return `${fact.year} 年度未完成的正当理由`
  }
}

interface Correction {
  readonly entry: number
  readonly before: StatedFact
  readonly reason: string
  readonly correctedBy: string
  /** Hours in tenths; null where the entry holds none. */
  readonly beforeTenths: number | null
  /** Hours in tenths, as they stand now; null: the entry is void. */
  readonly nowTenths: number | null
}

const correctionFacts = ({ entry, before, reason, correctedBy, beforeTenths, nowTenths }: Correction) =>
  [
    ['记录', factText(before)],
    ['台账序号', String(entry)],
    ...(beforeTenths === null ? [] : [['更正前', hoursText(beforeTenths)] as const]),
    ['更正后', nowTenths === null ? '作废' : hoursText(nowTenths)],
    ['更正理由', reason],
    ['更正部门', correctedBy],
  ] as const

/** A higher authority has corrected an entry: to the person whose ledger it is (Art. 35). */
export const correctedLetter = (correction: Correction, publicUrl: string): Letter => ({
  subject: '您的培训台账有一条记录已更正',
  greeting: '您好：',
  paragraphs: [
    '上级人事综合管理部门更正了您培训台账中的下列记录。原记录保留，更正另行记载。如有异议，可向该部门反映。',
  ],
  facts: correctionFacts(correction),
  link: { label: '查看我的台账', url: `${publicUrl}/my` },
})

/** To the desk whose decision was corrected. */
export const correctedDeskLetter = (
  correction: Correction,
  {
    staffName,
    institutionName,
    request,
    publicUrl,
  }: {
    readonly staffName: string
    readonly institutionName: string
    readonly request: { readonly id: string } | undefined
    readonly publicUrl: string
  },
): Letter => ({
  subject: '上级部门更正了一条学时认定记录',
  greeting: '您好：',
  paragraphs: ['上级人事综合管理部门更正了贵部门办理的下列记录，请知悉。'],
  facts: [['人员', staffName], ['所在单位', institutionName], ...correctionFacts(correction)],
  link:
    request === undefined
      ? { label: '打开平台', url: publicUrl }
      : { label: '查看申请', url: `${publicUrl}/request/${request.id}` },
})

/** A justified reason for an incomplete year is on record (Art. 7): to the person. */
export const justifiedLetter = (year: number, reason: string, publicUrl: string): Letter => ({
  subject: '您有一个年度已登记正当理由',
  greeting: '您好：',
  paragraphs: ['下列年度未完成培训任务的正当理由已登记。办理相关业务时，由审批人员据此判断。'],
  facts: [
    ['年度', `${year} 年度`],
    ['理由', reason],
  ],
  link: { label: '查看我的台账', url: `${publicUrl}/my` },
})
