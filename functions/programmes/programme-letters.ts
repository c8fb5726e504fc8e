import type { Letter } from '../platform/letter.ts'
import type { Programme } from './programme.ts'

const about = ({ title, organiserName, firstDay, lastDay, place, id }: Programme): Letter['facts'] => [
  ['培训班', title],
  ['举办单位', organiserName],
  ['培训日期', `${firstDay} 至 ${lastDay}`],
  ['培训地点', place],
  ['备案编号', id],
]

const link = ({ id }: Programme, publicUrl: string): Letter['link'] => ({
  label: '查看培训班',
  url: `${publicUrl}/programme/${id}`,
})

/**
 * To whoever filed it: the programme is accepted and public; `removed`: who was taken off the list of lecturers since it
 * was filed, and must be replaced before the class opens.
 */
export const acceptedLetter = (
  programme: Programme,
  publicUrl: string,
  removed: readonly string[] = [],
): Letter => ({
  subject: '一件培训备案已接受',
  greeting: '您好：',
  paragraphs: [
    programme.acceptedUnanswered
      ? '您提交的培训备案在规定期限内没有答复，视为接受，已经公开。'
      : '您提交的培训备案已接受，已经公开。',
    ...(removed.length === 0
      ? []
      : [
          `备案以后，授课人员${removed.join('、')}已被清退出库（第三十一条）。请在开班前到培训班页面另选授课人员，否则不能签到。`,
        ]),
  ],
  facts: about(programme),
  link: link(programme, publicUrl),
})

/** To whoever filed it: it was returned or refused, and why. */
export const endedLetter = (programme: Programme, reason: string | undefined, publicUrl: string): Letter => ({
  subject: programme.state === 'returned' ? '一件培训备案已退回修改' : '一件培训备案未予接受',
  greeting: '您好：',
  paragraphs: [
    programme.state === 'returned'
      ? '您提交的培训备案已退回，请按下列理由修改后重新提交。'
      : '您提交的培训备案未予接受，理由如下。',
  ],
  facts: [...(reason === undefined ? [] : [['理由', reason] as const]), ...about(programme)],
  link: link(programme, publicUrl),
})

/** To the authority: the department has accepted a professional programme (Art. 5). */
export const informedLetter = (programme: Programme, publicUrl: string): Letter => ({
  subject: '一件专业科目培训备案已由主管部门接受',
  greeting: '您好：',
  paragraphs: ['主管部门已接受下列专业科目培训备案，现予告知，不需要办理。'],
  facts: about(programme),
  link: link(programme, publicUrl),
})
