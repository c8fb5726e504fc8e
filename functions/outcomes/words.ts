/** Why a change of post is not filed, where the training was not completed in time (Art. 45). */
export const transferTooLate = {
  zh: '未在岗位变动后3个月内完成转岗培训，按第四十五条不予办理岗位变动备案。',
  en: 'The transfer training was not completed within 3 months of the change of post: by Article 45 it is not filed.',
} as const
