import type { Meaning } from './meaning.ts'

/** Complaints, questions, policies and inspections. */
export const oversightRefusals = {
  POLICY_REPLACED: {
    status: 409,
    title: {
      zh: '这份文件已有更新的版本，请在最新版本上发布修订。',
      en: 'This one has been replaced already. Replace its latest version.',
    },
  },
  COMPLAINTS_NOT_OPEN: {
    status: 409,
    title: {
      zh: '平台还没有开通投诉举报。请拨打当地人事综合管理部门的电话，或书面反映。',
      en: 'Complaints are not taken on this platform yet. Turn to your personnel authority by telephone or letter.',
    },
  },
  QUESTIONS_NOT_OPEN: {
    status: 409,
    title: {
      zh: '平台还没有开通政策咨询。请拨打当地人事综合管理部门的电话咨询。',
      en: 'Questions are not taken on this platform yet. Please call your personnel authority.',
    },
  },
  NO_BODY_ABOVE: {
    status: 409,
    title: {
      zh: '被投诉的单位之上，平台里没有可以受理的机构（没有指定，或者指定的机构也在被投诉之列），这件事不能在这里办理，内容没有保存。请向其上级机关、纪检监察机关（12388）、信访部门或者政务服务热线（12345）反映。',
      en: 'No body above the one complained of can take it on this platform (none is named, or the one named is complained of as well), so nobody here may take it, and nothing was kept. Turn to its superior, to the discipline inspection (12388), to the office for letters and visits, or to the government hotline (12345).',
    },
  },
  COMPLAINT_FILES_TOO_MANY: {
    status: 409,
    title: {
      zh: '一件投诉举报最多附 10 个文件。其余的请写明内容，由调查人员向您调取。',
      en: 'A complaint has ten files at most. Say what else there is, and those who inquire will ask for it.',
    },
  },
  OWN_INSPECTION: {
    status: 403,
    title: {
      zh: '不能核查本人的事项，或者本人办理过、代他人办理过的事项，请由本部门其他人员办理。',
      en: 'Nobody checks their own matter, nor one that they acted in. Someone else at the desk must.',
    },
  },
} as const satisfies Record<string, Meaning>
