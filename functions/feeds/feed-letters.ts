import type { Letter } from '../platform/letter.ts'
import { hoursText, spanText } from '../platform/words.ts'
import type { FeedRow } from './feed-row.ts'

const ledgerLink = (publicUrl: string) => ({ label: '查看我的学时', url: `${publicUrl}/ledger` })

/** Courses that a letter names; the ledger has all. */
const NAMED = 10

const courseFacts = (rows: readonly FeedRow[]): (readonly [string, string])[] => [
  ...rows
    .slice(0, NAMED)
    .map(
      ({ course, from, to, tenths }) =>
        ['课程', `${course}，${spanText(from, to).zh}，${hoursText(tenths)}`] as const,
    ),
  ...(rows.length > NAMED ? [['其余', `${rows.length - NAMED} 门，见台账`] as const] : []),
]

/** To the person: hours that a provider delivered stand in their ledger (Art. 41). */
export const feedCreditedLetter = (rows: readonly FeedRow[], publicUrl: string): Letter => ({
  subject: '您的线上学时已认定',
  greeting: '您好：',
  paragraphs: ['网络培训机构推送的下列线上学时已认定为专业科目学时，已计入您的培训台账，不需要另行申报。'],
  facts: [...courseFacts(rows), ['合计', hoursText(rows.reduce((sum, { tenths }) => sum + tenths, 0))]],
  link: ledgerLink(publicUrl),
})

/** To the person: a provider corrected what it had delivered, or took it back. */
export const feedCorrectedLetter = (before: FeedRow, after: FeedRow | null, publicUrl: string): Letter => ({
  subject: after === null ? '您的线上学时已由培训机构撤回' : '您的线上学时已更正',
  greeting: '您好：',
  paragraphs: [
    '网络培训机构更正了它推送的学习记录，您的台账已以新条目更正，原条目保留。与实际不符的，请向培训机构核实；对更正有异议的，可在 30 天内提出。',
  ],
  facts: [
    ['课程', before.course],
    ['更正前', hoursText(before.credited?.tenths ?? before.tenths)],
    ['更正后', after === null ? '不计学时' : hoursText(after.tenths)],
  ],
  link: ledgerLink(publicUrl),
})
