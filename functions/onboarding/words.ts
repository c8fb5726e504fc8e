/** What is wrong with an invitation. */
export const invitationFaults = {
  leftRegister: {
    zh: '该人员已不在册，不能邀请。',
    en: 'This person is not on the register any more.',
  },
} as const
