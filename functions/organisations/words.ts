export const seatFaults = {
  noAccount: { zh: '没有这个账号。', en: 'There is no such account.' },
  closed: {
    zh: '这个单位已并入其他单位，不再设席位。',
    en: 'This institution was merged into another one: no seats are given there.',
  },
} as const

export const delegationFaults = {
  noColleague: { zh: '请选择同一单位或部门的其他人员。', en: 'Choose a colleague of your organisation.' },
  noDesk: {
    zh: '对方担任审计或运行维护，不办理审批，不能委托。',
    en: 'They audit or operate and decide nothing: no tasks are lent to them.',
  },
  tooLong: (days: number) => ({
    zh: `委托最长 ${days} 天，请提前结束日期。`,
    en: `Tasks are lent for ${days} days at most: choose an earlier end.`,
  }),
  over: { zh: '结束日期已过。', en: 'The end has passed.' },
} as const

/** What is wrong with the place of an organisation among the others. */
export const placeFaults = {
  noneAbove: { zh: '请填写上级机构。', en: 'Name the organisation above.' },
  wrongKind: { zh: '没有这个机构，或机构类别不对。', en: 'There is no such organisation of the right kind.' },
  aboveItself: { zh: '上级机构不能是本机构或其下级。', en: 'It would stand above itself.' },
  notHigher: {
    zh: '上级机构的层级应高于本机构。',
    en: 'The organisation above must be of a higher level.',
  },
  noSuchLink: { zh: '这类机构不填此项。', en: 'This kind of organisation has no such link.' },
  noPopulation: {
    zh: '主管部门和人事综合管理部门不填此项。',
    en: 'Only an institution or an organ keeps a register of staff.',
  },
  hasStaff: {
    zh: '名册上已有人员，不能改变单位性质。请另行登记机构，再把人员调入。',
    en: 'Somebody stands on its register: register another body, and move them there.',
  },
} as const
