/** What a closed year comes to, in the order in which it is always shown (Art. 7, 32, 39). */
export const resultStatuses = {
  met: { zh: '完成', en: 'Met' },
  deemed: { zh: '视同完成', en: 'Deemed complete' },
  deferred: { zh: '延迟补训', en: 'Deferred' },
  short: { zh: '未完成', en: 'Short' },
  overdue: { zh: '补训逾期', en: 'Overdue' },
} as const
