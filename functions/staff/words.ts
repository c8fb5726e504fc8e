/** What the regulation calls a person's duties, how they stand, and what certifies them. */

export const obligations = {
  annual: { zh: '年度培训', en: 'Training of the year' },
  make_up: { zh: '延迟补训', en: 'Make-up training' },
  induction: { zh: '岗前培训', en: 'Induction training' },
  transfer: { zh: '转岗培训', en: 'Transfer training' },
  term: { zh: '聘期内公共科目脱产培训', en: 'Full-time public session of the term' },
} as const

/** Article 39 has three words for what is complete without hours: (2) to (4), (5) and (6). */
export const deemedWords = {
  deemed: { zh: '视同完成', en: 'deemed complete' },
  regarded: { zh: '视为完成', en: 'regarded as complete' },
  recognised: { zh: '认定为完成', en: 'recognised as complete' },
} as const

export const obligationStatuses = {
  not_applicable: { zh: '不适用', en: 'not applicable' },
  open: { zh: '进行中', en: 'under way' },
  met: { zh: '已完成', en: 'complete' },
  deemed: deemedWords.deemed,
  inducting: { zh: '岗前培训期内', en: 'induction under way' },
  deferred: { zh: '延迟补训', en: 'deferred' },
  overdue: { zh: '已过期限', en: 'overdue' },
  short: { zh: '未完成', en: 'not complete' },
  late: { zh: '逾期完成', en: 'completed late' },
  after_limit: { zh: '超过最长期限', en: 'after the last limit' },
} as const

/** Certificates by what they certify (Art. 35). */
export const certificateKinds = {
  annual: { zh: '年度培训合格证书', en: 'Annual certificate' },
  induction: { zh: '岗前培训合格证书', en: 'Induction certificate' },
  transfer: { zh: '转岗培训合格证书', en: 'Transfer certificate' },
} as const

export const certificateStatuses = {
  valid: { zh: '有效', en: 'valid' },
  revoked: { zh: '已撤销', en: 'revoked' },
  corrected: { zh: '已更正', en: 'corrected' },
} as const

/** Why a certificate has changed. */
export const certificateChanges = {
  ledger: { zh: '台账更正，证书随之更正', en: 'corrected with the ledger' },
  restored: { zh: '学时重新达到要求，证书恢复', en: 'restored: the hours suffice again' },
  not_met: { zh: '学时未达到要求，证书撤销', en: 'revoked: the hours no longer suffice' },
  fraud: {
    zh: '以欺骗手段取得，由人事综合管理部门撤销',
    en: 'got by fraud, revoked by the personnel authority',
  },
} as const

/** A certificate as it is named in a mail: `2026 年度培训合格证书`. */
export const certificateTitle = ({
  kind,
  year,
}: {
  readonly kind: keyof typeof certificateKinds
  readonly year: number
}): string => (kind === 'annual' ? `${year} ${certificateKinds.annual.zh}` : certificateKinds[kind].zh)
