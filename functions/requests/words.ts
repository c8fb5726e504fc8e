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
} as const
