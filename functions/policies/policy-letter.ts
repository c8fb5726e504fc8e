import type { Letter } from '../platform/letter.ts'
import type { Policy } from './policy.ts'

/** To those who subscribed: what was published, since when it holds, and how to hear no more. */
export const policyLetter = (
  { id, kind, number, title, summary, inForceFrom, publisher, replacesId }: Policy,
  publicUrl: string,
): Letter => ({
  subject: `${kind === 'policy' ? '政策文件' : '实施细则的解释'}发布：${title}`,
  greeting: '您好：',
  paragraphs: [
    replacesId === undefined
      ? '您订阅的政策文件有新的发布。'
      : '您订阅的政策文件有新的版本，旧版本保留并注明。',
    '不想再收到的，登录后在“政策文件和解释”页取消订阅。',
  ],
  facts: [
    ['文号', number],
    ['发布', publisher.name],
    ['要点', summary],
    ['施行日期', inForceFrom],
  ],
  link: { label: '查看全文', url: `${publicUrl}/policies/${id}` },
})
