import type { Meaning } from './meaning.ts'

/** What somebody files, and why the regulation does not take it. */
export const requestsRefusals = {
  ACTED_BEFORE: {
    status: 403,
    title: {
      zh: '您（或委托您的同事）已在本事项的其他环节办理过，同一人不能办理两个环节。请由本环节的其他人员办理；没有其他人员的，平台会自动转交。',
      en: 'You, or the colleague whose tasks you hold, acted at another desk of this line: nobody acts at two. Someone else at this desk decides; where there is nobody, the platform passes it on.',
    },
  },
  TASK_REASSIGNED: {
    status: 403,
    title: {
      zh: '该事项已转由本部门其他人员办理。',
      en: 'This task was handed to someone else at the desk.',
    },
  },
  EVIDENCE_ALREADY_USED: {
    status: 422,
    title: {
      zh: '该证明材料已用于其他学时申请，不得重复使用。',
      en: 'This proof already serves another claim and cannot be used twice.',
    },
  },
  DELAY_OUTSIDE_WINDOW: {
    status: 422,
    title: {
      zh: '不在延迟补训的申请时间内（当年1月1日至次年1月31日；初任年度至岗前培训最长期限后 30 天；该年度的申请仍在办理，或 30 天内被不予办理、撤销、更正的，可以顺延）。',
      en: 'A delay may be asked for from 1 January of the year to 31 January of the next; for the year of hiring until 30 days after the limit of the induction; and longer while a claim of the year is at a desk or for 30 days after a late refusal, revocation or correction.',
    },
  },
  YEAR_ALREADY_DELAYED: {
    status: 422,
    title: {
      zh: '该年度已批准延迟补训，或已有一份延迟补训申请在办理。',
      en: 'This year has been delayed already, or a request to delay it is under way.',
    },
  },
  YEAR_COMPLETE: {
    status: 422,
    title: {
      zh: '该年度培训任务已完成，无需延迟补训。',
      en: 'This year is complete: there is nothing to delay.',
    },
  },
  YEAR_NOT_APPLICABLE: {
    status: 422,
    title: {
      zh: '该人员在该年度没有年度培训任务。',
      en: 'This person has no yearly obligation in that year.',
    },
  },
  DEEMED_WORKERS_ONLY: {
    status: 422,
    title: {
      zh: '工勤技能岗位等级考试只适用于工勤技能人员。',
      en: 'The grade examination completes a subject for workers only.',
    },
  },
  DEEMED_ALREADY_ASKED: {
    status: 422,
    title: {
      zh: '该人员该年度已以同一事由申请过视同完成。',
      en: 'This year has been asked to be deemed complete on the same ground already.',
    },
  },
  DEEMED_UNFOUNDED: {
    status: 422,
    title: {
      zh: '按登记的信息，目前不符合第39条的情形，原因见各项。',
      en: 'By the register, what Article 39 asks for is not given; each field says why.',
    },
  },
  POST_CHANGE_UNDER_WAY: {
    status: 422,
    title: {
      zh: '该人员同一日期的岗位变动备案已在办理。',
      en: 'A post change of this person on this date is under way already.',
    },
  },
  ALREADY_JUSTIFIED: {
    status: 409,
    title: { zh: '该年度已登记正当理由。', en: 'A justified reason is on record for this year already.' },
  },
  OBJECTION_TOO_LATE: {
    status: 422,
    title: {
      zh: '已超过提出异议的期限（决定作出之日起 30 天内）。',
      en: 'An objection is made within 30 days of the decision.',
    },
  },
  OBJECTION_UNFOUNDED: {
    status: 422,
    title: {
      zh: '只能对不予办理、核减学时、撤销证书或更正台账的决定提出异议。',
      en: 'Object to a refusal, to fewer hours than claimed, to a revocation or to a correction.',
    },
  },
  OBJECTION_ALREADY_MADE: {
    status: 409,
    title: { zh: '对这项决定已提出过异议。', en: 'An objection to this decision has been made already.' },
  },
  CHANGE_NOTHING: {
    status: 422,
    title: {
      zh: '登记的信息已经如此，无需变更。',
      en: 'The record says so already: there is nothing to change.',
    },
  },
  POST_TYPE_BY_FILING: {
    status: 422,
    title: {
      zh: '岗位类别通过岗位变动备案变更（第十八条、第四十五条）。',
      en: 'A type of post changes by the filing of a post change (Art. 18, 45).',
    },
  },
} as const satisfies Record<string, Meaning>
