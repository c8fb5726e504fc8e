/** What a closed year comes to, in the order in which it is always shown (Art. 7, 32, 39). */
export const resultStatuses = {
  met: { zh: '完成', en: 'Met' },
  deemed: { zh: '视同完成', en: 'Deemed complete' },
  inducting: { zh: '岗前培训期内', en: 'Inducting' },
  deferred: { zh: '延迟补训', en: 'Deferred' },
  short: { zh: '未完成', en: 'Short' },
  overdue: { zh: '补训逾期', en: 'Overdue' },
} as const

/** The columns of an export of results, in their order. */
export const resultColumns = {
  staffId: { zh: '人员编号', en: 'Number' },
  name: { zh: '姓名', en: 'Name' },
  institution: { zh: '所在单位', en: 'Institution' },
  status: { zh: '结果', en: 'Result' },
  provisional: { zh: '是否暂定', en: 'Provisional' },
  missing: { zh: '尚缺学时', en: 'Hours missing' },
  missingPublic: { zh: '尚缺公共科目', en: 'Missing, public subject' },
  missingProfessional: { zh: '尚缺专业科目', en: 'Missing, professional subject' },
  madeUp: { zh: '是否补训完成', en: 'Made up' },
  asOf: { zh: '截至日期', en: 'As of' },
} as const
