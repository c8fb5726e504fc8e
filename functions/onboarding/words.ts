/** What is wrong with an invitation. */
export const invitationFaults = {
  leftRegister: {
    zh: '该人员已不在册，不能邀请。',
    en: 'This person is not on the register any more.',
  },
  otherName: {
    zh: '账号的姓名与这位在册人员的姓名不一致，请核对是不是同一个人。',
    en: 'The account has another name than this person: please look whether they are one.',
  },
} as const
