import type { Letter } from '../platform/letter.ts'
import { aboutText } from '../requests/about-request.ts'
import type { ObjectionRequest } from '../requests/request.ts'

/** An objection was upheld, and what it was about has been put right. */
export const upheldLetter = (
  objection: ObjectionRequest,
  opinion: string | undefined,
  publicUrl: string,
): Letter => ({
  subject: '您的异议成立',
  greeting: '您好：',
  paragraphs: ['您提出的异议成立，原决定已予纠正，相应的学时、证书和年度结果随之更新。'],
  facts: [
    ...aboutText(objection),
    ...(opinion === undefined ? [] : [['意见', opinion] as const]),
    ['申请编号', objection.id],
  ],
  link: { label: '查看申请', url: `${publicUrl}/request/${objection.id}` },
})
