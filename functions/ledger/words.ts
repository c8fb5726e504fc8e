import type { Text } from '../../rules/text.ts'

/** What a person's standing decides, and how it decides it (Art. 7, 35, 43–46). */

export const businesses = {
  appraisal_excellent: { zh: '年度考核优秀', en: 'Excellent in the annual appraisal' },
  commendation: { zh: '嘉奖以上奖励', en: 'Commendation' },
  grade_promotion: { zh: '等级晋升', en: 'Promotion in grade' },
  regularization: { zh: '转正定级', en: 'Regularisation' },
  transfer_appointment: { zh: '转岗聘用', en: 'Appointment to another post' },
  post_change_filing: { zh: '岗位变动备案', en: 'Filing of a change of post' },
  contract_renewal: { zh: '续签聘用合同', en: 'Renewal of the contract' },
  skill_grade_exam: { zh: '工勤岗位等级考试', en: 'Skill grade examination' },
} as const

export const verdicts = {
  allow: { zh: '可以办理', en: 'may go ahead' },
  hold: { zh: '尚在期限内', en: 'on hold, still in time' },
  review: { zh: '需人工审核', en: 'a person must judge' },
  refuse: { zh: '暂不能办理', en: 'refused' },
} as const

export const ledgerFaults = {
  yearAsksNothing: (year: number): Text => ({
    zh: `${year} 年度对该人员没有年度学时要求（尚未聘用、不在册或为领导人员），不能按这一年核对；可另选年度。`,
    en: `${year} asks nothing of this person (not hired yet, not on the register, or a leader): ask about another year.`,
  }),
  noHours: {
    zh: '这条记录没有学时，只能作废（void）。',
    en: 'This entry holds no hours: it can only be voided.',
  },
  noEntry: { zh: '台账中没有这条记录。', en: 'There is no such entry.' },
  beforeTheRules: { zh: '细则自 2024 年起施行。', en: 'The rules came into force in 2024.' },
  dayAhead: (day: string): Text => ({
    zh: `只能查询今天（${day}）及以前的日期。`,
    en: `This must be a day up to today, ${day}.`,
  }),
} as const
