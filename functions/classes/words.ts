import type { Text } from '../platform/language.ts'
import { dayText } from '../platform/words.ts'

/** What is wrong with a list or a closing. */
export const faultWords = {
  session: { zh: '没有这个半天，或者尚未上课。', en: 'No such session, or it is yet to come.' },
  correction: { zh: '更正签到记录，请写明原因。', en: 'Say why the record is corrected.' },
  noSession: {
    zh: '没有这个半天，请刷新后重新选择。',
    en: 'There is no such half-day. Reload and choose again.',
  },
  filesUnknown: {
    zh: '附件须由您本人上传，并已传完。请重新上传。',
    en: 'Files must be ones that you uploaded, and have arrived. Upload them again.',
  },
  held: {
    zh: '这个半天已有签到记录，不能再改日期。',
    en: 'Attendance of this half-day is on record: it is moved no more.',
  },
  dayOver: { zh: '请改到今天以后的日期。', en: 'Move it to a day after today.' },
  twice: { zh: '同一人只能列一次。', en: 'Somebody is listed once.' },
  notEnrolled: { zh: '这个人没有报名本班。', en: 'They are not enrolled in this class.' },
  results: {
    zh: '到课的每一名学员都要有考核结果（合格或不合格）。',
    en: 'Everybody who was there needs a result: passed or failed.',
  },
} as const satisfies Record<string, Text>

/** What somebody should know before they are enrolled (Art. 29). */
export const hintWords = {
  daysTaken: (day: string, title: string): Text => ({
    zh: `${dayText(day).zh}已报名“${title}”，时间冲突。`,
    en: `${dayText(day).en} is taken: enrolled in “${title}”.`,
  }),
  onLeave: (from: string, to: string): Text => ({
    zh: `${dayText(from).zh}至${dayText(to).zh}请假或离岗。`,
    en: `On leave from ${dayText(from).en} to ${dayText(to).en}.`,
  }),
  sameCourse: (title: string, to: string, years: number): Text => ({
    zh: `${dayText(to).zh}已参加过“${title}”（${years} 年内）。`,
    en: `Took “${title}” on ${dayText(to).en}, within ${years} years.`,
  }),
  calledTwice: (title: string): Text => ({
    zh: `本月已由另一举办单位调训：“${title}”。`,
    en: `Another organiser calls them in this month: “${title}”.`,
  }),
} as const

/** Why somebody who passed is in no part of a class's claim. */
export const leftOutWords = {
  not_agreed: { zh: '所在单位未同意（未登记）', en: 'the institution has not agreed (not registered)' },
  left: { zh: '已退出本班', en: 'has left the class' },
  claimed_already: { zh: '已单独申报（第四十条）', en: 'claimed singly already (Art. 40)' },
  rule: { zh: '不符合规定', en: 'a rule refuses it' },
} as const satisfies Record<string, Text>

/** What desks are told of people who were at two places at once, as two classes have it (Art. 39(1)). */
export const elsewhereText = (people: number, titles: readonly string[]): Text => ({
  zh: `${people} 人在同样的半天还有“${titles.join('”“')}”的到课记录，一个半天只计一次，请核对签到（第39条）。`,
  en: `By its record, ${people} of this list attended “${titles.join('”, “')}” in the same half-days: a half-day counts once (Art. 39).`,
})
