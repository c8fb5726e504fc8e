import type { Text } from '../../rules/text.ts'
import type { QuestionAct, QuestionStatus } from './terms.ts'

/** What questions about the rules are called, for pages and letters. */

export const questionStatuses = {
  received: { zh: '待答复', en: 'to be answered' },
  answered: { zh: '已答复', en: 'answered' },
  referred: { zh: '属于个案，按申请办理', en: 'about a single case: see its request' },
} as const satisfies Record<QuestionStatus, Text>

export const questionActs = {
  ask: { zh: '收到咨询', en: 'received' },
  answer: { zh: '答复', en: 'answered' },
  refer: { zh: '告知按个案办理', en: 'led to its request' },
  pass_on: { zh: '转交', en: 'passed on' },
  publish: { zh: '公开问答', en: 'published' },
  retract: { zh: '撤下公开的问答', en: 'publication withdrawn' },
  overdue: { zh: '超过期限', en: 'overdue' },
  take_over: { zh: '提级办理', en: 'taken over from above' },
} as const satisfies Record<QuestionAct, Text>

/** What stands in the way of a publication. */
export const namesTheAsker = {
  zh: '公开的问答不能出现咨询人的姓名或邮箱。',
  en: 'What is published must not name who asked, nor their address.',
} as const satisfies Text

/** Why a question is not passed on to an office. */
export const passedOnBefore = {
  zh: '这个部门已经转交过这件咨询，不能再转回去。请答复，或者转交其他部门。',
  en: 'This office has passed the question on already: answer it, or pass it on elsewhere.',
} as const satisfies Text
