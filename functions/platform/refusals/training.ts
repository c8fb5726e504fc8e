import type { Meaning } from './meaning.ts'

/** Programmes, classes, attendance, libraries and deliveries of providers. */
export const trainingRefusals = {
  PROVIDER_NOT_LISTED: {
    status: 422,
    title: {
      zh: '线上专业科目培训应由自治区确定的网络培训机构举办，该机构在培训期间不在名单内。',
      en: 'Online professional training needs a provider that the region lists on the training dates.',
    },
  },
  LEARNER_TAKEN: {
    status: 409,
    title: {
      zh: '这个学员编号已经绑定了另一个人，不能改绑。',
      en: 'This learner is bound to somebody else already, and stays theirs.',
    },
  },
  LECTURER_REMOVED: {
    status: 422,
    title: {
      zh: '该授课人员已被清退出库，请另选。同名的另一人由自治区推荐。',
      en: 'This lecturer was removed: choose another. The region proposes others of this name.',
    },
  },
  OWN_LIBRARY_ENTRY: {
    status: 403,
    title: {
      zh: '不能评审本人或本单位申请入库的内容，请由其他单位或其他人员评审。',
      en: 'Nobody reviews what they or their own body submitted. Others must.',
    },
  },
  LIBRARY_ENTRY_KNOWN: {
    status: 409,
    title: {
      zh: '这位授课人员已经申请入库，请在原来的入库事项上申请续期。',
      en: 'There is an entry about this lecturer already. Ask for its renewal instead.',
    },
  },
  OWN_REQUEST: {
    status: 403,
    title: {
      zh: '不能审批本人的申请或由本人代为提交的申请，请由本部门其他人员办理。',
      en: 'Nobody decides on their own request, nor on one that they entered. Someone else at the desk must decide.',
    },
  },
  CLASS_NOT_OPEN: {
    status: 409,
    title: {
      zh: '该培训班已结业、已取消，或者尚未备案通过，不能办理。',
      en: 'This class is closed, cancelled or not accepted yet.',
    },
  },
  CLASS_NOT_FOR: {
    status: 409,
    title: {
      zh: '该培训班不面向该人员所在单位或岗位，请联系举办单位。',
      en: 'This class is not for people of that institution or post. Ask its organiser.',
    },
  },
  NOT_ON_REGISTER: {
    status: 422,
    title: {
      zh: '有人在开班时不在单位在册人员名册上，不能报名。请核对人员信息。',
      en: 'Somebody is not on their institution’s register when the class begins. Check their record.',
    },
  },
  NOT_ENROLLED: {
    status: 409,
    title: {
      zh: '没有名额：该人员未报名、在候补中或已退出，请联系举办单位。',
      en: 'No seat: not enrolled, on the waiting list, or left. Ask the organiser.',
    },
  },
  CODE_EXPIRED: {
    status: 410,
    title: {
      zh: '签到码已失效，请重新扫描屏幕上的签到码；仍不成功的，请在纸质签到表上签名。',
      en: 'The code is over. Scan the one on the screen again, or sign the printed list.',
    },
  },
  NO_CODE_NOW: {
    status: 409,
    title: {
      zh: '签到码只在上课当天显示，下午的从 12:00 起。',
      en: 'A code is shown on its session’s day, an afternoon’s from noon on.',
    },
  },
  CLASS_NOT_OVER: {
    status: 409,
    title: {
      zh: '培训班尚未结束，最后一个半天开始后可以结业（下午的从 12:00 起）。',
      en: 'Close the class once its last half-day has begun, afternoons from noon on.',
    },
  },
  ATTENDED_ALREADY: {
    status: 409,
    title: {
      zh: '已有签到记录，不能退出。签到有误的，请举办单位先更正。',
      en: 'Attendance is on record: nobody leaves. A wrong record is corrected first.',
    },
  },
  CLASS_HELD: {
    status: 409,
    title: {
      zh: '已有人上过课，不能取消。请把未上的半天改期，或办理结业。',
      en: 'It was attended: move what is left, or close the class.',
    },
  },
  CONFIRM_FIRST: {
    status: 409,
    title: {
      zh: '还有待确认的签到，请先确认或不予认可。',
      en: 'Some attendance waits to be confirmed. Confirm or deny it first.',
    },
  },
  PROGRAMME_REFUSED: {
    status: 422,
    title: {
      zh: '培训备案有不符合规定的内容，请按提示逐项修改后重新提交。',
      en: 'Rules refuse some of this filing. Correct each point and file again.',
    },
  },
  PROGRAMME_DESK_MISSING: {
    status: 422,
    title: {
      zh: '平台没有登记受理这份备案的部门。请联系自治区人事综合管理部门登记本单位的主管部门或人事综合管理部门。',
      en: 'No desk is registered that could look at this filing. Ask the region’s authority to register the department or authority of your organisation.',
    },
  },
} as const satisfies Record<string, Meaning>
