/** How a request and its lines stand, and what happens to them on their way. */

export const requestStatuses = {
  in_review: { zh: '办理中', en: 'in review' },
  on_hold: { zh: '等待完成培训', en: 'on hold' },
  returned: { zh: '已退回修改', en: 'returned' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  rejected: { zh: '未予办理', en: 'rejected' },
  approved: { zh: '已同意', en: 'approved' },
} as const

/** What a desk may decide. */
export const decisions = {
  approve: { zh: '同意', en: 'Approve' },
  return: { zh: '退回修改', en: 'Return' },
  reject: { zh: '不予办理', en: 'Reject' },
} as const

export const requestActs = {
  submit: { zh: '提交申请', en: 'submitted' },
  resubmit: { zh: '修改后重新提交', en: 'resubmitted' },
  approve: { zh: decisions.approve.zh, en: 'approved' },
  return: { zh: decisions.return.zh, en: 'returned' },
  reject: { zh: decisions.reject.zh, en: 'rejected' },
  withdraw: { zh: '撤回', en: 'withdrew' },
  remind: { zh: '催办', en: 'reminded' },
  escalate: { zh: '逾期提醒负责人', en: 'told the head of the desk' },
  reassign: { zh: '转办', en: 'handed on' },
  credit: { zh: '学时计入台账', en: 'entered in the ledger' },
  record: { zh: '记入台账', en: 'put on record' },
  hold: { zh: '等待完成培训', en: 'waits for its training' },
  resume: { zh: '培训完成，继续办理', en: 'goes on: the training is complete' },
  pass_on: { zh: '转上级环节复核', en: 'went to the desk above' },
  uphold: { zh: '异议成立，予以纠正', en: 'put right on an objection' },
  refuse: { zh: '未予办理', en: 'refused' },
  pass_over: {
    zh: '本环节无人可以办理，转下一环节一并核对',
    en: 'passed over: the next desk checks this too',
  },
  replace: {
    zh: '本环节无人可以办理，由上级人事综合管理部门代行',
    en: 'the authority above acts in its place',
  },
  take_over: { zh: '逾期未办，由上级人事综合管理部门接办', en: 'took it over: it was late twice' },
  take_back: { zh: '收回决定，重新办理', en: 'took the decision back' },
  wait: {
    zh: '暂时无人可以办理，已报告运行和审计人员',
    en: 'waits: nobody may act; operators and auditors were told',
  },
} as const

/** Why nobody may act at a desk, or another acts in its place (Art. 38). */
export const whyActing = {
  nobody_sits: { zh: '该环节没有在岗人员', en: 'nobody sits at that desk' },
  all_involved: {
    zh: '该环节的人员是当事人，或已在本事项的其他环节办理过',
    en: 'everyone there is a party, or has acted at another desk of the line',
  },
  late: { zh: '该环节第二次逾期未办', en: 'that desk was late for the second time' },
} as const

type Words = { readonly zh: string; readonly en: string }

/** That a desk acts in the place of another, as the pages say it. */
export const actingText = (stage: Words, name: string, why: Words): Words => ({
  zh: `“${stage.zh}”环节由${name}代行：${why.zh}。`,
  en: `${name} acts for the desk “${stage.en}”: ${why.en}.`,
})

/** That a desk was passed over, as the pages say it. */
export const passedText = (stage: Words, why: Words): Words => ({
  zh: `“${stage.zh}”环节已跳过（${why.zh}），其核对并入下一环节的决定。`,
  en: `The desk “${stage.en}” was passed over (${why.en}); its check is part of the next decision.`,
})
