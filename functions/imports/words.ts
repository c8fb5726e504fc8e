import type { Text } from '../../rules/text.ts'

/** Where a fault is of no one column. */
export const WHOLE_ROW = '整行'

/** The column that says, in a file of failed rows, what is wrong with each. */
export const FAULT_COLUMN = '错误说明'

/** What is wrong with the rows of a list. */
export const rowFaults = {
  needed: { zh: '此项必填。', en: 'This is required.' },
  neededOfNew: { zh: '新登记人员此项必填。', en: 'This is required of a new person.' },
  noDay: {
    zh: '日期应为真实存在的日期，例如 2026-03-16。',
    en: 'This must be a day of the calendar, like 2026-03-16.',
  },
  noYesOrNo: { zh: '请填写“是”或“否”。', en: 'Write 是 (yes) or 否 (no).' },
  noPostType: { zh: '请填写：管理、专业技术或工勤技能。', en: 'Write 管理, 专业技术 or 工勤技能.' },
  noNumber: { zh: '请填写数字。', en: 'Write a number.' },
  halfATerm: { zh: '聘期的开始和结束应同时填写。', en: 'A term has both a start and an end.' },
  numberRepeated: { zh: '工号与前面的行重复。', en: 'An earlier row has the same number.' },
  personRepeated: { zh: '与另一行重复。', en: 'Another row has the same person.' },
  nobody: { zh: '本单位没有这名人员，请核对工号。', en: 'Nobody at this institution has this number.' },
  anotherName: {
    zh: '姓名与工号对应的人员不一致，请核对。',
    en: 'The name is not that of the person with this number.',
  },
  noColumn: (name: string): Text => ({ zh: `缺少“${name}”列。`, en: `The column “${name}” is missing.` }),
} as const
