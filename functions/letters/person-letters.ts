import type { Act, Line, Request } from '../store/request.ts'
import type { Letter } from './letter.ts'
import { hoursText, lineText } from './words.ts'

const requestLink = (request: Request, publicUrl: string) => ({
  label: '查看申请',
  url: `${publicUrl}/request/${request.id}`,
})

/** The hours stand in the ledger. */
export const creditedLetter = (request: Request, line: Line, publicUrl: string): Letter => ({
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

const endings = {
  returned: {
    subject: '您的学时申请被退回修改',
    text: '下列申请被退回。请按退回意见修改后重新提交，原已填写的内容都会保留。',
  },
  rejected: {
    subject: '您的学时申请未获认定',
    text: '下列申请未获认定。如有异议，可向人事综合管理部门反映。',
  },
} as const

/** A desk has returned or refused a line. */
export const endedLetter = (
  ending: keyof typeof endings,
  request: Request,
  line: Line,
  act: Act | undefined,
  publicUrl: string,
): Letter => ({
  subject: endings[ending].subject,
  greeting: '您好：',
  paragraphs: [endings[ending].text],
  facts: [
    ['培训名称', request.title],
    ['申报内容', lineText(line)],
    ...(act?.reason === undefined ? [] : [['意见', act.reason] as const]),
    ['申请编号', request.id],
  ],
  link: requestLink(request, publicUrl),
})

/** A certificate has arisen (Art. 35). */
export const certificateLetter = (number: string, title: string, publicUrl: string): Letter => ({
  subject: '您的培训合格证书已生成',
  greeting: '您好：',
  paragraphs: ['您的培训学时已达到规定要求，平台已自动生成培训合格证书。'],
  facts: [
    ['证书', title],
    ['证书编号', number],
  ],
  link: { label: '查看证书', url: `${publicUrl}/certificate/${number}` },
})
