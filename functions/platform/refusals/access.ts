import type { Meaning } from './meaning.ts'

/** Who calls: sessions, accounts, invitations, seats, and what they may do. */
export const accessRefusals = {
  SESSION_MISSING: { status: 401, title: { zh: '请先登录。', en: 'Please sign in first.' } },
  CLIENT_UNKNOWN: {
    status: 401,
    title: {
      zh: '平台不认识这个程序。请由自治区在网络培训机构名单里登记它的客户端编号。',
      en: 'The platform knows no such program. The region enters its client id in the list of providers.',
    },
  },
  CLIENT_TAKEN: {
    status: 409,
    title: {
      zh: '这个客户端编号已经登记给另一个接入系统或机构。请核对编号；要改登记的，请先停止原来的接入。',
      en: 'This client is entered already, for another system or organisation. Check the id; to change the entry, end it first.',
    },
  },
  ADDRESS_CLOSED: {
    status: 403,
    title: {
      zh: '接口不从这个地址开放，请使用平台的网址。',
      en: 'The API is not open at this address. Use the platform’s own.',
    },
  },
  SYSTEM_UNKNOWN: {
    status: 403,
    title: {
      zh: '平台没有登记这个接入系统，或已停止它的接入。请联系自治区管理部门登记。',
      en: 'This system is not among those that may call, or was ended. Ask the region’s authority to enter it.',
    },
  },
  NOT_ALLOWED: {
    status: 403,
    title: { zh: '您的角色不能进行此操作。', en: 'Your role does not allow this.' },
  },
  ACCOUNT_UNKNOWN: {
    status: 403,
    title: {
      zh: '这个登录还没有绑定平台的账号。请打开邀请邮件里的链接，登录后完成绑定；没有收到邀请的，请联系所在单位的登记人员或上级部门。',
      en: 'This login is bound to no account yet. Open the link in your invitation and bind it there; without an invitation, ask your institution’s registrar or the authority above.',
    },
  },
  ACCOUNT_SUSPENDED: {
    status: 403,
    title: {
      zh: '这个账号已停用，不能办理事项。需要恢复的，请联系所在单位负责人或上级部门。',
      en: 'This account is suspended. Ask the head of your organisation, or the authority above, to take it up again.',
    },
  },
  SEAT_OWED: {
    status: 403,
    title: {
      zh: '您的席位来自对方，不能由您给对方席位，请由上级部门办理。',
      en: 'You owe your own seat to this person, so the organisation above must give them one.',
    },
  },
  DELEGATION_REFUSED: {
    status: 422,
    title: {
      zh: '只能委托给同一单位或部门的工作人员，且起止日期须有效。',
      en: 'Powers are lent to a colleague of the same organisation, between two valid dates.',
    },
  },
  ORGANISATION_AT_WORK: {
    status: 409,
    title: {
      zh: '这个单位还有未办结的事项或未结束的培训班，请先办结、结班或取消，再并入其他单位。',
      en: 'Matters wait at its desk, or classes of its own are not over. End them first, then merge it.',
    },
  },
  DESK_LEFT_EMPTY: {
    status: 422,
    title: {
      zh: '这是该岗位的最后一个席位，请先增加接替人员。',
      en: 'This is the last seat at the desk. Add a successor first.',
    },
  },
  ORGANISATION_NUMBER_TAKEN: {
    status: 409,
    title: {
      zh: '这个机构编号已登记给另一机构，请核对。',
      en: 'Another organisation is registered under this number. Please check.',
    },
  },
  ORGANISATION_MISPLACED: {
    status: 422,
    title: {
      zh: '机构的隶属关系不成立，请按提示修改。',
      en: 'The organisation cannot stand there. Correct the fields named.',
    },
  },
  CLAIM_AMBIGUOUS: {
    status: 403,
    title: {
      zh: '登录服务给出的信息对应不止一个账号，平台不作猜测。请联系所在单位的登记人员发送邀请邮件。',
      en: 'What the sign-in says of you fits more than one account, and nobody guesses. Ask your institution’s registrar for an invitation.',
    },
  },
  ALREADY_BOUND: {
    status: 409,
    title: {
      zh: '这个邀请已经用过，不能再次绑定。已完成绑定的，直接登录即可。',
      en: 'This invitation has been used and binds nothing more. If you used it yourself, just sign in.',
    },
  },
  LOGIN_TAKEN: {
    status: 409,
    title: {
      zh: '这个登录已经绑定了一个账号，一个登录只能对应一个账号。请换一个登录，或请对方取消邀请后为已有账号增加席位。',
      en: 'This login is bound to an account already, and belongs to one alone. Use another, or ask for a seat for the account that you have.',
    },
  },
  LINK_EXPIRED: {
    status: 410,
    title: {
      zh: '链接已过期（14 天有效）。请联系发送人重新发送。',
      en: 'The link has expired (it lasts 14 days). Ask whoever sent it to send it again.',
    },
  },
  LINK_USED: {
    status: 409,
    title: { zh: '这个链接已经用过。', en: 'This link has been used.' },
  },
  INVITATION_CLOSED: {
    status: 409,
    title: {
      zh: '该账号已停用，或邀请已取消，不能发送邀请。',
      en: 'The account is suspended or its invitation was withdrawn: nothing can be sent.',
    },
  },
  PERSON_HAS_ACCOUNT: {
    status: 409,
    title: {
      zh: '该人员已有账号，一人一个账号。还没有登录过的，请重新发送邀请；要增加席位的，请在机构登记中把席位给这个账号。',
      en: 'This person has an account, and each person has one. If nobody has signed in to it, send its invitation again; for a further seat, give the seat to this account at the organisation.',
    },
  },
  ADDRESS_HAS_ACCOUNT: {
    status: 409,
    title: {
      zh: '这个邮箱已经有账号，一个邮箱一个账号。要增加席位的，请在机构登记中把席位给那个账号；本人在册的，请在账号页面关联人员；不是同一个人的，请填写本人的邮箱。',
      en: 'This address has an account, and each address has one. For a further seat, give the seat to that account at the organisation; for a person on a register, link the account to them on its page; for somebody else, give their own address.',
    },
  },
  CHALLENGE_INVALID: {
    status: 422,
    title: {
      zh: '防刷校验没有通过或已过期（半小时有效）。请重新获取后再提交，填写的内容不用改。',
      en: 'The puzzle is not solved, or its half hour is over. Ask for another and send again; what you wrote may stay.',
    },
  },
  CHALLENGE_USED: {
    status: 409,
    title: {
      zh: '这次提交的校验已经用于另一份内容。请重新获取校验后再提交。',
      en: 'This was sent with other words before, and each puzzle serves once. Ask for another and send again.',
    },
  },
} as const satisfies Record<string, Meaning>
