import type { Text } from '../platform/language.ts'

/** What stands in a calendar: kinds of matters and obligations, no person. */
export const calendarWords = {
  classOf: (half: Text, title: string): Text => ({
    zh: `培训班（${half.zh}）：${title}`,
    en: `Class (${half.en}): ${title}`,
  }),
  name: { zh: '培训期限', en: 'Training: due dates' },
  lookAtLedger: {
    zh: '还差什么、怎样补齐，见培训台账。',
    en: 'What is missing, and how to close it: see the ledger.',
  },
  year: (year: number): Text => ({
    zh: `${year} 年度培训学时截止（第七条）`,
    en: `Training hours of ${year} are due (Art. 7)`,
  }),
  due: (obligation: Text): Text => ({ zh: `${obligation.zh}到期`, en: `Due: ${obligation.en}` }),
  decide: (type: Text, stage: Text): Text => ({
    zh: `待办：${type.zh}（${stage.zh}）`,
    en: `To decide: ${type.en} (${stage.en})`,
  }),
  dueOn: (day: string): Text => ({ zh: `办理期限 ${day}`, en: `Due ${day}` }),
} as const
