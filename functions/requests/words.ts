import { spanText } from '../platform/words.ts'

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
  escalate_above: {
    zh: '逾期未办，已告知上级人事综合管理部门',
    en: 'told the authority above: it is late',
  },
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
  ask_opinion: { zh: '征求意见', en: 'asked for an opinion' },
  opine: { zh: '提出意见', en: 'gave an opinion' },
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

/** That days of a training are full, and how much of it will count (Art. 39(1)). */
export const daysFullText = (
  { from, to, halfDays }: { readonly from: string; readonly to: string; readonly halfDays: number },
  counts: number,
): Words => ({
  zh: `${spanText(from, to).zh} 已有计入的培训：申报 ${halfDays} 个半天，按每天至多两个半天只能计 ${counts} 个半天（${counts * 4} 学时，第39条）。`,
  en: `${spanText(from, to).en}: training stands there already; of ${halfDays} half-days ${counts} will count, ${counts * 4} hours, at two half-days a day (Art. 39).`,
})

/** That a year of the request was closed (Art. 32). */
export const yearClosedText = (year: number): Words => ({
  zh: `${year} 年度已经结算：同意后该年度的结果将随之更正（第32条）。`,
  en: `The year ${year} has been closed: an approval corrects its result (Art. 32).`,
})

/** The fields of a request, where it is said that they were changed. */
export const fieldNames = {
  title: { zh: '名称', en: 'title' },
  evidence: { zh: '证明材料', en: 'proofs' },
  reason: { zh: '理由', en: 'reason' },
  provider: { zh: '举办机构', en: 'provider' },
  certificateNo: { zh: '结业证书编号', en: 'number of the certificate' },
  subject: { zh: '科目', en: 'subject' },
  category: { zh: '类别', en: 'category' },
  mode: { zh: '方式', en: 'way' },
  from: { zh: '开始日期', en: 'first day' },
  to: { zh: '结束日期', en: 'last day' },
  hours: { zh: '学时', en: 'hours' },
  fullTime: { zh: '脱产', en: 'full-time release' },
  makeUpFor: { zh: '补训年度', en: 'year made up for' },
  effectiveOn: { zh: '变动日期', en: 'day of the change' },
} as const satisfies Readonly<Record<string, Words>>

export const lineAdded = (number: number, subject: Words, hours: number): Words => ({
  zh: `新增第 ${number} 项（${subject.zh} ${hours} 学时）`,
  en: `line ${number} added (${subject.en}, ${hours} hours)`,
})

export const lineDropped = (number: number): Words => ({
  zh: `第 ${number} 项不再申报`,
  en: `line ${number} dropped`,
})

/** What was changed since the return, each with what it was, where that is short. */
export const changedText = (
  changes: readonly {
    readonly name: Words
    readonly was: Words
    readonly value: Words
    readonly long: boolean
  }[],
  lines: readonly Words[] = [],
): Words => {
  if (changes.length + lines.length === 0)
    return {
      zh: '退回后重新提交，没有修改任何内容。',
      en: 'Resubmitted after the return with nothing changed.',
    }
  const each = (language: 'zh' | 'en', between: string) =>
    [
      ...changes.map(({ name, was, value, long }) =>
        long
          ? name[language]
          : language === 'zh'
            ? `${name.zh}（${was.zh} → ${value.zh}）`
            : `${name.en} (${was.en} → ${value.en})`,
      ),
      ...lines.map((line) => line[language]),
    ].join(between)
  return { zh: `退回后修改了：${each('zh', '、')}。`, en: `Changed since the return: ${each('en', ', ')}.` }
}

/** What the desks are told of hours from an earlier platform. */
export const takenOverNotice = {
  zh: '从原平台接收的年度学时：请与原平台的记录核对。通过后照常计入各人台账；填写了证书编号的，本平台不再发这一年度的证书。',
  en: 'Hours of a year from an earlier platform: compare them with its record. Approved, they count like others; where it issued a certificate, none is issued here.',
} as const
