import type { Letter } from '../platform/letter.ts'
import { hoursText, requestTypes } from '../platform/words.ts'
import { aboutText, lineText } from '../requests/about-request.ts'
import { markedText } from '../requests/marks/marked-text.ts'
import type {
  Act,
  DeemedRequest,
  DelayRequest,
  JustifiedReasonRequest,
  PostChangeRequest,
  RecognitionRequest,
  RecordChangeRequest,
  Request,
  RosterRequest,
  TrainingLine,
} from '../requests/request.ts'
import type { Certificate } from '../staff/certificate.ts'
import { certificateFacts, keepCertificates } from '../staff/leaving-letter.ts'

const requestLink = (request: Request, publicUrl: string) => ({
  label: '查看申请',
  url: `${publicUrl}/request/${request.id}`,
})

/** The hours stand in the ledger. */
const countedLetter = (
  request: RecognitionRequest | RosterRequest,
  line: TrainingLine,
  publicUrl: string,
): Letter => ({
  subject: '您申报的学时已认定',
  greeting: '您好：',
  paragraphs: ['您申报的下列培训已认定，学时已计入您的培训台账。'],
  facts: [
    ['培训名称', request.title],
    ['申报内容', lineText(line)],
    ['认定学时', hoursText(line.grantedTenths ?? line.claimedTenths)],
    ['申请编号', request.id],
  ],
  link: requestLink(request, publicUrl),
})

/** The training stands in the ledger as failed: it counts for nothing. */
const failedLetter = (
  request: RecognitionRequest | RosterRequest,
  line: TrainingLine,
  publicUrl: string,
): Letter => ({
  subject: '您参加的培训考核不合格，不计学时',
  greeting: '您好：',
  paragraphs: ['下列培训已记入您的培训台账，考核结果为不合格，不计学时。对结果有异议的，请联系举办单位。'],
  facts: [
    ['培训名称', request.title],
    ['申报内容', lineText(line)],
    ['考核结果', '不合格'],
    ['认定学时', hoursText(0)],
    ['申请编号', request.id],
  ],
  link: requestLink(request, publicUrl),
})

/** A training stands in the ledger: with its hours, or as failed. */
export const creditedLetter = (
  request: RecognitionRequest | RosterRequest,
  line: TrainingLine,
  publicUrl: string,
): Letter =>
  line.passed === false ? failedLetter(request, line, publicUrl) : countedLetter(request, line, publicUrl)

const endings = {
  returned: {
    subject: (matter: string) => `您的${matter}申请被退回修改`,
    text: '下列申请被退回。请按退回意见修改后重新提交，原已填写的内容都会保留。',
  },
  rejected: {
    subject: (matter: string) => `您的${matter}申请未予办理`,
    text: '下列申请未予办理。如有异议，可自决定之日起 30 天内在申请页面提出，由作出决定的部门复核，再由其上级决定。',
  },
} as const

/** To the person: an authority has entered that they left the register. */
export const leftLetter = (certificates: readonly Certificate[], publicUrl: string): Letter => ({
  subject: '您已离册，账号随之停用',
  greeting: '您好：',
  paragraphs: [
    '人事综合管理部门已登记您离册。对此有异议的，可联系原单位或人事综合管理部门。',
    keepCertificates(publicUrl),
  ],
  facts: [...certificateFacts(certificates)],
  link: { label: '查验证书', url: `${publicUrl}/verify` },
})

/** A desk has returned or refused a line. */
export const endedLetter = (
  ending: keyof typeof endings,
  request: Request,
  /** Undefined where one decision was about all of them. */
  line: number | undefined,
  act: Act | undefined,
  publicUrl: string,
): Letter => ({
  subject: endings[ending].subject(requestTypes[request.type].zh),
  greeting: '您好：',
  paragraphs: [endings[ending].text],
  facts: [
    ...aboutText(request, line),
    ...(act?.reason === undefined ? [] : [['意见', act.reason] as const]),
    ...markedText(act?.marked),
    ['申请编号', request.id],
  ],
  link: requestLink(request, publicUrl),
})

const recorded = {
  make_up_delay: ({ year }: DelayRequest) =>
    `您 ${year} 年度的培训任务可延迟至 ${year + 1} 年12月31日前完成补训。补训学时须在申报时注明计入 ${year} 年度。`,
  deemed: ({ year, kind }: DeemedRequest) =>
    kind === 'discretionary'
      ? `您 ${year} 年度的培训任务已按认定范围视情况认定。`
      : `您 ${year} 年度的相应培训任务已视同完成。`,
  post_change: ({ effectiveOn }: PostChangeRequest) => `您的岗位变动已备案，自 ${effectiveOn} 起生效。`,
  record_change: ({ title, from }: RecordChangeRequest) =>
    `您的${title}已经确认，自 ${from} 起生效。对此有异议的，可联系所在单位或人事综合管理部门。`,
  justified_reason: ({ year }: JustifiedReasonRequest) =>
    `您 ${year} 年度未完成培训的正当理由已登记。办理考核、奖励、晋升等业务时，由审批人员据此判断（第七条）。`,
} as const

/** What is put on record once it is approved. */
export type Recorded =
  | DelayRequest
  | DeemedRequest
  | PostChangeRequest
  | RecordChangeRequest
  | JustifiedReasonRequest

/** To those who filed for a person of theirs: it is approved and on record. */
export const recordedDeskLetter = (request: Recorded, staffName: string, publicUrl: string): Letter => ({
  subject: `贵单位提交的${requestTypes[request.type].zh}已批准`,
  greeting: '您好：',
  paragraphs: ['贵单位提交的下列事项已批准并记录。'],
  facts: [['人员', staffName], ...aboutText(request), ['申请编号', request.id]],
  link: requestLink(request, publicUrl),
})

/**
 * To the person: their request is approved and on record. Who leaves by it has no account to open it with, and is told how
 * their certificates go on: `left` are these.
 */
export const recordedLetter = (
  request: Recorded,
  publicUrl: string,
  left?: readonly Certificate[],
): Letter => {
  const text = (): string => {
    switch (request.type) {
      case 'make_up_delay':
        return recorded.make_up_delay(request)
      case 'deemed':
        return recorded.deemed(request)
      case 'post_change':
        return recorded.post_change(request)
      case 'record_change':
        return recorded.record_change(request)
      case 'justified_reason':
        return recorded.justified_reason(request)
    }
  }
  return {
    subject: `您的${requestTypes[request.type].zh}已批准`,
    greeting: '您好：',
    paragraphs: [text(), ...(left === undefined ? [] : [keepCertificates(publicUrl)])],
    facts: [...aboutText(request), ...certificateFacts(left ?? []), ['申请编号', request.id]],
    link: left !== undefined ? { label: '打开平台', url: publicUrl } : requestLink(request, publicUrl),
  }
}

/** To the person and the institution: a rule, not a desk, has refused the filing. */
export const refusedByRuleLetter = (request: Request, reason: string, publicUrl: string): Letter => ({
  subject: `${requestTypes[request.type].zh}未予办理`,
  greeting: '您好：',
  paragraphs: [reason, '完成转岗培训后，可由所在单位重新报备。'],
  facts: [...aboutText(request), ['申请编号', request.id]],
  link: requestLink(request, publicUrl),
})
