import type { Text } from './language.ts'

interface Meaning {
  readonly status: number
  readonly title: Text
}

/**
 * Every refusal that the API may answer: its code is a promise, its title says what happened and what to do. How an act
 * refuses stands in `refusals.ts`.
 */
export const refusals = {
  INPUT_INVALID: {
    status: 400,
    title: {
      zh: '填写的内容有误，请按提示逐项修改后重新提交。',
      en: 'Some fields are not right. Correct each of them and send again.',
    },
  },
  BODY_NOT_JSON: {
    status: 400,
    title: { zh: '提交的内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  },
  CURSOR_INVALID: {
    status: 400,
    title: {
      zh: '翻页标记无效，请从第一页重新查看。',
      en: 'The page cursor is not valid. Start again at the first page.',
    },
  },
  SESSION_MISSING: { status: 401, title: { zh: '请先登录。', en: 'Please sign in first.' } },
  CLIENT_UNKNOWN: {
    status: 401,
    title: {
      zh: '平台不认识这个程序。请由自治区在网络培训机构名单里登记它的客户端编号。',
      en: 'The platform knows no such program. The region enters its client id in the list of providers.',
    },
  },
  ADDRESS_CLOSED: {
    status: 403,
    title: {
      zh: '接口不从这个地址开放，请使用平台的网址。',
      en: 'The API is not open at this address. Use the platform’s own.',
    },
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
  POLICY_REPLACED: {
    status: 409,
    title: {
      zh: '这份文件已有更新的版本，请在最新版本上发布修订。',
      en: 'This one has been replaced already. Replace its latest version.',
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
      zh: '被投诉的单位之上，平台里没有指定受理的机构，这件事不能在这里办理。请向其上级机关或纪检监察机关反映。',
      en: 'No body above the one complained of is named on this platform, so nobody here may take it. Turn to its superior or to the discipline inspection.',
    },
  },
  SYSTEM_UNKNOWN: {
    status: 403,
    title: {
      zh: '平台没有登记这个接入系统，或已停止它的接入。请联系自治区管理部门登记。',
      en: 'This system is not among those that may call, or was ended. Ask the region’s authority to enter it.',
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
  CLIENT_TAKEN: {
    status: 409,
    title: {
      zh: '这个客户端编号已经登记给另一个接入系统或机构。请核对编号；要改登记的，请先停止原来的接入。',
      en: 'This client is entered already, for another system or organisation. Check the id; to change the entry, end it first.',
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
  LEARNER_TAKEN: {
    status: 409,
    title: {
      zh: '这个学员编号已经绑定了另一个人，不能改绑。',
      en: 'This learner is bound to somebody else already, and stays theirs.',
    },
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
      zh: '该人员已有账号或已被邀请，可以重新发送邀请。',
      en: 'This person has an account, or was invited already. Send the invitation again.',
    },
  },
  SEAT_OWED: {
    status: 403,
    title: {
      zh: '您的席位来自对方，不能由您给对方席位，请由上级部门办理。',
      en: 'You owe your own seat to this person, so the organisation above must give them one.',
    },
  },
  NOT_ALLOWED: {
    status: 403,
    title: { zh: '您的角色不能进行此操作。', en: 'Your role does not allow this.' },
  },
  OWN_REQUEST: {
    status: 403,
    title: {
      zh: '不能审批本人的申请或由本人代为提交的申请，请由本部门其他人员办理。',
      en: 'Nobody decides on their own request, nor on one that they entered. Someone else at the desk must decide.',
    },
  },
  OWN_INSPECTION: {
    status: 403,
    title: {
      zh: '不能核查本人的事项，或者本人办理过、代他人办理过的事项，请由本部门其他人员办理。',
      en: 'Nobody checks their own matter, nor one that they acted in. Someone else at the desk must.',
    },
  },
  NOT_FOUND: {
    status: 404,
    title: { zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: { zh: '该地址不支持这种请求方法。', en: 'This address does not take this method.' },
  },
  TOO_MANY: {
    status: 429,
    title: { zh: '请求过于频繁，请稍后再试。', en: 'Too many calls. Please wait a moment.' },
  },
  ALREADY_DECIDED: {
    status: 409,
    title: {
      zh: '该事项已由他人办理，无需重复操作。',
      en: 'Someone else has already decided this. Nothing more is needed.',
    },
  },
  PHRASES_FULL: {
    status: 409,
    title: {
      zh: '常用语已满，请先删除一条。',
      en: 'There is no room for another phrase; remove one first.',
    },
  },
  OPINION_NOT_ASKED: {
    status: 403,
    title: {
      zh: '没有人就这件事项征求您的意见，或者您已经提出。',
      en: 'Nobody has asked for your opinion on this, or you have given it.',
    },
  },
  DECIDED_BY_ANOTHER: {
    status: 403,
    title: {
      zh: '这个决定由他人作出，只有作出决定的人可以收回。',
      en: 'Someone else made this decision; only they take it back.',
    },
  },
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
  TASK_FLAGGED: {
    status: 409,
    title: {
      zh: '该事项有提示，没有一起同意。请打开查看，核对后再办理。',
      en: 'This task has flags and was left out. Open it and look at them first.',
    },
  },
  TASK_WITHDRAWN: {
    status: 409,
    title: { zh: '申请人已撤回该申请。', en: 'The submitter has withdrawn this request.' },
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
      zh: '只有上课当天可以显示签到码。',
      en: 'A session’s code is shown on its own day alone.',
    },
  },
  CLASS_NOT_OVER: {
    status: 409,
    title: {
      zh: '培训班尚未结束，结束当天起可以结业。',
      en: 'The class is not over: close it from its last day on.',
    },
  },
  CONFIRM_FIRST: {
    status: 409,
    title: {
      zh: '还有待确认的签到，请先确认或不予认可。',
      en: 'Some attendance waits to be confirmed. Confirm or deny it first.',
    },
  },
  WRONG_STATE: {
    status: 409,
    title: {
      zh: '该申请当前状态不允许此操作，请刷新后查看最新进度。',
      en: 'The request is in a state that does not allow this. Reload to see where it stands.',
    },
  },
  REMINDED_TODAY: {
    status: 409,
    title: {
      zh: '今天已经催办过，明天可以再次催办。',
      en: 'You have reminded this desk today. You may again tomorrow.',
    },
  },
  OWN_RECORD: {
    status: 403,
    title: {
      zh: '不能登记或修改本人的信息、席位，请由本部门其他人员或上级部门办理。',
      en: 'Nobody changes their own record or seats. Someone else at the desk, or the authority above, does.',
    },
  },
  STALE_VERSION: {
    status: 409,
    title: {
      zh: '该记录已被他人修改，请刷新后核对再提交。',
      en: 'Someone else has changed this record. Reload it, check, and send again.',
    },
  },
  STAFF_NO_TAKEN: {
    status: 409,
    title: {
      zh: '该工号在本单位已有人使用，请核对。',
      en: 'Someone at this institution has this staff number already. Please check.',
    },
  },
  VERSION_NOT_LATER: {
    status: 409,
    title: {
      zh: '新版本的生效日期应晚于已有的各个版本，且不早于今天。',
      en: 'A new version takes effect after every earlier one, and not before today.',
    },
  },
  YEAR_BEFORE_EDITION: {
    status: 422,
    title: {
      zh: '细则自2024年1月25日起施行，2024年以前的年度不能结算。',
      en: 'The rules are in force since 25 January 2024: no year before 2024 is ever closed.',
    },
  },
  TASKS_OF_SEVERAL_KINDS: {
    status: 422,
    title: {
      zh: '批量办理的事项必须是同一业务、同一环节。请分开办理。',
      en: 'Tasks that are approved together must be of one kind and stage. Please approve them apart.',
    },
  },
  MAIL_NOT_TAKEN: {
    status: 409,
    title: {
      zh: '邮件服务器仍然没有收下这封邮件。请检查邮件服务器的设置和收件地址，平台会继续定时重发。',
      en: 'The mail server still does not take it. Check its settings and the address; the platform goes on trying.',
    },
  },
  NOT_REDRIVABLE: {
    status: 409,
    title: {
      zh: '只有因故中断（失败、超时或终止）不久的执行才能继续；按流程本身的规定结束的，继续也会同样结束。请刷新后查看它的状态。',
      en: 'Only an execution that was interrupted of late (failed, timed out, stopped) may go on; one that ended where its workflow says would end there again. Reload to see where it stands.',
    },
  },
  YEAR_NOT_OVER: {
    status: 422,
    title: {
      zh: '该年度尚未结束，12月31日起才能启动结算。现在可以进行预演。',
      en: 'This year is not over: its close may be started from 31 December on. Rehearse it until then.',
    },
  },
  YEAR_NOT_REHEARSED: {
    status: 404,
    title: { zh: '该年度还没有预演过。', en: 'This year has not been rehearsed yet.' },
  },
  NOTHING_TO_REDRIVE: {
    status: 409,
    title: {
      zh: '该年度的结算正在进行或没有失败的部分，无需重新执行。',
      en: 'Nothing of this year has failed: the close is under way, or done, or was never begun.',
    },
  },
  NOTHING_TO_PRINT: {
    status: 404,
    title: {
      zh: '没有可以打印的证书：这个单位该年度还没有有效证书，或者这一部分之后已经没有了。',
      en: 'There is nothing to print: no certificate of this year is in force here, or this part lies behind the last one.',
    },
  },
  EXPORT_TOO_LARGE: {
    status: 422,
    title: {
      zh: '一次至多导出 30,000 人，请按机构或结果缩小范围。',
      en: 'At most 30,000 persons at a time. Choose an organisation or a result.',
    },
  },
  YEAR_OVER: {
    status: 409,
    title: {
      zh: '该年度不是正在进行的年度，提醒已经没有意义。没有完成的，请看年度结果和延迟补训。',
      en: 'This is not the year that is running, so reminding helps nobody. See the results of the year, and delays.',
    },
  },
  LIST_TOO_LONG: {
    status: 422,
    title: {
      zh: '一份名单至多 5,000 人。人数更多的，请在年度结果里导出。',
      en: 'A list holds at most 5,000 persons. For more, export the results of the year.',
    },
  },
  YEAR_FROZEN: {
    status: 422,
    title: {
      zh: '该年度已经关账，细则参数不能再改。',
      en: 'This year has been closed: its parameters cannot change any more.',
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
  DESK_LEFT_EMPTY: {
    status: 422,
    title: {
      zh: '这是该岗位的最后一个席位，请先增加接替人员。',
      en: 'This is the last seat at the desk. Add a successor first.',
    },
  },
  NOT_RELEASED: {
    status: 422,
    title: {
      zh: '该人员原单位尚未同意调出，请先由原单位办理，或由共同的上级人事综合管理部门办理。',
      en: 'The institution has not released this person yet. It must first, or an authority above both acts.',
    },
  },
  PROVIDER_NOT_LISTED: {
    status: 422,
    title: {
      zh: '线上专业科目培训应由自治区确定的网络培训机构举办，该机构在培训期间不在名单内。',
      en: 'Online professional training needs a provider that the region lists on the training dates.',
    },
  },
  SHEET_UNREADABLE: {
    status: 415,
    title: {
      zh: '文件不能读取。请使用模板，保存为 Excel（.xlsx）或 CSV 后重新上传。',
      en: 'The file cannot be read. Use the template, save it as Excel (.xlsx) or CSV, and upload it again.',
    },
  },
  SHEET_TOO_LONG: {
    status: 413,
    title: {
      zh: '一次至多导入 5,000 行，请分成几个文件。',
      en: 'At most 5,000 rows at a time. Split the file.',
    },
  },
  SHEET_COLUMNS_MISSING: {
    status: 422,
    title: {
      zh: '表格缺少必需的列，请使用模板。',
      en: 'The sheet lacks columns that are needed. Use the template.',
    },
  },
  ROWS_INVALID: {
    status: 422,
    title: {
      zh: '有的行填写有误，没有导入任何一行。请改正后重新上传，或选择只导入正确的行。',
      en: 'Some rows are not right; nothing was imported. Correct them, or choose to import the others alone.',
    },
  },
  BUSY: {
    status: 409,
    title: {
      zh: '同一事项正被多人同时处理，请稍后重试。',
      en: 'Several people act on this at once. Please try again.',
    },
  },
  BODY_TOO_LARGE: { status: 413, title: { zh: '提交的内容过大。', en: 'What was sent is too large.' } },
  FILE_TOO_LARGE: {
    status: 413,
    title: {
      zh: '文件超过允许的大小（最大 10 MB）。',
      en: 'The file is larger than allowed (10 MB at most).',
    },
  },
  FILE_TYPE_REFUSED: {
    status: 415,
    title: {
      zh: '只接受 PDF、PNG、JPEG 文件（按文件内容判断）。',
      en: 'Only PDF, PNG and JPEG files are accepted, judged by their content.',
    },
  },
  FILE_DAMAGED: {
    status: 422,
    title: {
      zh: '文件不完整或已损坏，打不开。请重新扫描或另存后上传。',
      en: 'The file is damaged or not whole, and cannot be opened. Scan or save it anew and upload that.',
    },
  },
  FILE_LOCKED: {
    status: 422,
    title: {
      zh: 'PDF 设有密码或权限保护，审核人员打不开。请解除保护，或打印为新的 PDF 后上传。',
      en: 'The PDF is protected, so those who decide cannot open it. Remove the protection, or print it to a new PDF.',
    },
  },
  FILE_HARMFUL: {
    status: 422,
    title: {
      zh: '安全检查发现该文件含有有害内容，不能上传。请检查您的电脑后换一份文件。',
      en: 'The security check found something harmful in this file. Check your computer and choose another file.',
    },
  },
  UPLOADS_TOO_MANY: {
    status: 429,
    title: {
      zh: '今天上传的文件已达上限（500 个或 1 GB），请明天再上传。',
      en: 'You have uploaded as much as a day allows (500 files or 1 GB). Please go on tomorrow.',
    },
  },
  FILE_MISSING: {
    status: 400,
    title: { zh: '没有收到文件，请选择文件后重试。', en: 'No file arrived. Choose one and try again.' },
  },
  UPLOAD_INCOMPLETE: {
    status: 409,
    title: {
      zh: '文件尚未上传完成，请先上传文件。',
      en: 'The file has not been uploaded yet. Upload it first.',
    },
  },
  UPLOAD_DIFFERS: {
    status: 422,
    title: {
      zh: '上传的文件与声明的不一致，请重新上传。',
      en: 'The uploaded file is not the one announced. Upload it again.',
    },
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    title: {
      zh: '缺少 Idempotency-Key 请求头（1 至 255 个字符）。',
      en: 'The Idempotency-Key header is missing (1 to 255 characters).',
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
  LECTURER_REMOVED: {
    status: 422,
    title: {
      zh: '该授课人员已被清退出库，不能再审核通过或授课。请另选授课人员。',
      en: 'This lecturer was removed and may be vetted or teach no more. Choose another.',
    },
  },
  KEY_REUSED: {
    status: 422,
    title: {
      zh: '同一个 Idempotency-Key 已用于另一份内容，请更换后重试。',
      en: 'This Idempotency-Key was used for a different body. Use a new one.',
    },
  },
  EVIDENCE_ALREADY_USED: {
    status: 422,
    title: {
      zh: '该证明材料已用于其他学时申请，不得重复使用。',
      en: 'This proof already serves another claim and cannot be used twice.',
    },
  },
  GRANT_TOO_HIGH: {
    status: 422,
    title: { zh: '认定学时不能超过申报学时。', en: 'No more hours may be granted than were claimed.' },
  },
  GRANT_NOT_HALF_DAYS: {
    status: 422,
    title: {
      zh: '线下培训按每半天 4 学时认定，认定学时应为 4 的倍数。',
      en: 'Offline training counts 4 hours a half-day: grant a multiple of 4 hours.',
    },
  },
  SCOPE_MISSING: {
    status: 422,
    title: {
      zh: '视情况认定须写明认定范围。',
      en: 'A discretionary recognition must say what it grants.',
    },
  },
  DELAY_OUTSIDE_WINDOW: {
    status: 422,
    title: {
      zh: '不在延迟补训的申请时间内（当年1月1日至次年1月31日；该年度的申请仍在办理，或 30 天内被不予办理、撤销、更正的，可以顺延）。',
      en: 'A delay may be asked for from 1 January of the year to 31 January of the next, and longer while a claim of the year is at a desk or for 30 days after a late refusal, revocation or correction.',
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
  PARTICIPANTS_TOO_MANY: {
    status: 422,
    title: {
      zh: '一份培训班学时名册至多 2,000 人，请分次提交。',
      en: 'A class roster holds at most 2,000 people. Send it in parts.',
    },
  },
  ASSIGNEE_UNFIT: {
    status: 422,
    title: {
      zh: '不能转给此人办理。',
      en: 'The task cannot be handed to this person.',
    },
  },
  DELEGATION_REFUSED: {
    status: 422,
    title: {
      zh: '只能委托给同一单位或部门的工作人员，且起止日期须有效。',
      en: 'Powers are lent to a colleague of the same organisation, between two valid dates.',
    },
  },
  BUSINESS_NOT_APPLICABLE: {
    status: 404,
    title: {
      zh: '该人员没有这项业务，或业务名称有误。',
      en: 'This business does not apply to this person, or there is no such business.',
    },
  },
  ENTRY_UNKNOWN: {
    status: 404,
    title: {
      zh: '台账中没有这条记录，请核对序号。',
      en: 'The ledger has no such entry. Check its number.',
    },
  },
  ENTRY_SUSPENDED: {
    status: 409,
    title: {
      zh: '这条记录的学时已暂停，不能更正。请先在抽查事项中恢复。',
      en: 'These hours are suspended and cannot be corrected. Lift the suspension in the inspection first.',
    },
  },
  ENTRY_VOID: {
    status: 409,
    title: { zh: '这条记录已作废，不能再次更正。', en: 'This entry is void already.' },
  },
  CORRECTION_CHANGES_NOTHING: {
    status: 409,
    title: {
      zh: '更正后的学时与现有学时相同，无需更正。',
      en: 'The entry already holds these hours: there is nothing to correct.',
    },
  },
  CORRECTION_BREAKS_LEDGER: {
    status: 422,
    title: {
      zh: '台账中还有以这条记录为依据的其他记录（例如依据该延迟补训登记的补训学时），请先更正那些记录。',
      en: 'Other entries rest on this one (such as make-up hours on their delay). Correct those first.',
    },
  },
  NOTHING_TO_JUSTIFY: {
    status: 422,
    title: {
      zh: '该年度培训任务已完成或不适用，无需登记正当理由。',
      en: 'This year is complete, or does not apply to the person: there is nothing to justify.',
    },
  },
  ALREADY_JUSTIFIED: {
    status: 409,
    title: { zh: '该年度已登记正当理由。', en: 'A justified reason is on record for this year already.' },
  },
  ALREADY_CORRECTED: {
    status: 409,
    title: {
      zh: '本环节已更正过一次；再次更正由上级人事综合管理部门办理。',
      en: 'Your desk has corrected it once; a further correction is for the authority above.',
    },
  },
  BUILT_ON: {
    status: 409,
    title: {
      zh: '该条记录已用于证书或年度结果，由上级人事综合管理部门更正。',
      en: 'A certificate or a closed year rests on this entry: the authority above corrects it.',
    },
  },
  TABLE_BEHIND: {
    status: 409,
    title: {
      zh: '数据尚未更新到当前格式，年度结算不能开始。请运行 npm run walk（见升级说明）后重试。',
      en: 'The data has not been brought to this version’s form yet: run npm run walk before a close.',
    },
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
  CHANGE_NEEDS_CONFIRMATION: {
    status: 422,
    title: {
      zh: '这项信息关系到培训要求，须附文件提交“人员信息变更”，由人事综合管理部门确认。',
      en: 'This decides what is asked of the person: file a change of record with a document, for the authority to confirm.',
    },
  },
  CERTIFICATE_REVOKED: {
    status: 409,
    title: { zh: '该证书已撤销。', en: 'This certificate has been revoked already.' },
  },
  CERTIFICATE_NOT_REVOKED: {
    status: 409,
    title: {
      zh: '该证书没有因欺骗手段被撤销，不需要重新发证。',
      en: 'This certificate was not revoked for fraud: nothing takes its place.',
    },
  },
  CERTIFICATE_SUPERSEDED: {
    status: 409,
    title: {
      zh: '已确认如实完成并重新发证，原证书不再变更。',
      en: 'Another certificate has taken its place already.',
    },
  },
  FRAUD_STILL_COUNTS: {
    status: 422,
    title: {
      zh: '原证书所依据的记录一条也没有更正。请先把不实的记录作废，再确认如实完成。',
      en: 'None of the entries that the revoked certificate rested on was corrected. Make what was false void first.',
    },
  },
  OBLIGATION_NOT_MET: {
    status: 422,
    title: {
      zh: '除去不实的部分，这项培训还没有完成。',
      en: 'Without what was false, this obligation is not complete yet.',
    },
  },
  LEDGER_BROKEN: {
    status: 409,
    title: {
      zh: '该人员的台账与封存的记录不一致，可能被改动过。有关事项已暂停，不会过期；请等待自治区人事综合管理部门核实并恢复。',
      en: 'This person’s ledger is not what was sealed: it may have been tampered with. What rests on it waits, and does not lapse, until the region’s authority has looked into it and restored it.',
    },
  },
  RECORD_BROKEN: {
    status: 409,
    title: {
      zh: '这条记录的经过与封存的不一致，可能被改动过。有关事项已暂停，不会过期；请等待自治区人事综合管理部门核实并恢复。',
      en: 'What is on record here is not what was sealed: it may have been tampered with. It waits, and does not lapse, until the region’s authority has looked into it and restored it.',
    },
  },
  LEDGER_SOUND: {
    status: 409,
    title: {
      zh: '该人员的台账与封存的记录一致，不需要恢复。',
      en: 'This person’s ledger is what was sealed: there is nothing to restore.',
    },
  },
  RESTORATION_UNSOUND: {
    status: 422,
    title: {
      zh: '所选的记录不能恢复台账：它们须首尾相连，并包含最近一次签名根所证明的全部记录。',
      en: 'These entries do not restore the ledger: they must form one chain and hold all that the last signed root vouches for.',
    },
  },
  RESTORATION_MISSING: {
    status: 409,
    title: {
      zh: '没有待确认的恢复方案，或台账在提出之后又有变化。请重新查看后再提出。',
      en: 'No restoration waits to be confirmed, or the ledger has changed since. Look again and propose anew.',
    },
  },
  MERGE_IMPOSSIBLE: {
    status: 409,
    title: {
      zh: '这两份档案不能合并：请选另一份档案；已并入其他档案的、正在合并的不能再合并。',
      en: 'These two records can’t be merged: choose another; one that was merged already, or is being merged, is not merged again.',
    },
  },
  MERGE_REQUESTS_OPEN: {
    status: 409,
    title: {
      zh: '要并入的档案还有未办结的事项，请先办结或撤回，再合并。',
      en: 'Requests about the record to be closed are not decided yet: end or withdraw them first.',
    },
  },
  MERGE_BREAKS_LEDGER: {
    status: 422,
    title: {
      zh: '合并后台账前后矛盾，请先更正要并入的记录，或将其列为不并入。',
      en: 'The merged ledger would contradict itself: correct the entries first, or leave them out.',
    },
  },
  MERGE_MISSING: {
    status: 409,
    title: {
      zh: '没有待确认的合并，或两份档案在提出之后又有变化。请重新查看后再提出。',
      en: 'No merge waits to be confirmed, or the records have changed since. Look again and propose anew.',
    },
  },
  SECOND_PERSON_NEEDED: {
    status: 403,
    title: {
      zh: '须由另一位工作人员确认：提出的人和本人都不能确认。',
      en: 'Someone else must confirm: neither who proposed it, nor whose ledger it is.',
    },
  },
  SIGNING_KEY_MISSING: {
    status: 503,
    title: {
      zh: '签发这张证书的公钥缺失或已被更换，平台现在不能为证书作证。请稍后再试，并告知运行维护人员。',
      en: 'The public key that this certificate was signed with is missing or was changed, so nothing can be said of it now. Try again later, and tell the operator.',
    },
  },
  SIGNATURE_MISMATCH: {
    status: 503,
    title: {
      zh: '平台上的这份证书记录与签名不符，可能被改动过，平台不能为它作证。请向发证的人事综合管理部门核实。',
      en: 'What is on record of this certificate does not match its signature: it may have been tampered with, and nothing can be said of it. Ask the personnel authority that issued it.',
    },
  },
  FAULT: {
    status: 500,
    title: {
      zh: '系统出现故障，请凭跟踪号联系管理员。',
      en: 'Something failed on our side. Give the tracking number to the operator.',
    },
  },
} as const satisfies Record<string, Meaning>
