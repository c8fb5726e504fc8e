// @ts-check
/** The regulation's words for what the API names in English. */

export const subjects = { public: '公共科目', professional: '专业科目' }
export const categories = {
  in_service: '在岗培训',
  induction: '岗前培训',
  transfer: '转岗培训',
  special: '专项培训',
}
export const modes = { offline: '线下', online: '线上' }
export const stages = {
  institution: '单位登记',
  department: '主管部门认定',
  authority: '人事综合管理部门认定（核定）',
}

/** @typedef {import('./dom.js').Tone} Tone */
/** @type {Record<string, readonly [Tone, string]>} */
export const statuses = {
  in_review: ['wait', '办理中'],
  on_hold: ['wait', '等待完成培训'],
  returned: ['bad', '已退回修改'],
  withdrawn: ['quiet', '已撤回'],
  rejected: ['bad', '未予认定'],
  approved: ['good', '已认定'],
  open: ['wait', '待办理'],
  decided: ['good', '已办理'],
}

/** @type {Record<string, string>} */
export const acts = {
  submit: '提交申请',
  resubmit: '修改后重新提交',
  approve: '同意',
  return: '退回修改',
  reject: '不予认定',
  withdraw: '撤回',
  remind: '催办',
  escalate: '逾期提醒负责人',
  credit: '学时计入台账',
}

export const certificateKinds = {
  annual: '年度培训合格证书',
  induction: '岗前培训合格证书',
  transfer: '转岗培训合格证书',
}

/** @type {Record<string, readonly [Tone, string]>} */
export const certificateStatuses = {
  valid: ['good', '有效'],
  revoked: ['bad', '已撤销'],
  corrected: ['wait', '已更正'],
}

/** @type {Record<string, readonly [Tone, string]>} */
export const obligations = {
  not_applicable: ['quiet', '不适用'],
  open: ['wait', '进行中'],
  met: ['good', '已完成'],
  deemed: ['good', '视同完成'],
  deferred: ['wait', '已批准延迟补训'],
  overdue: ['bad', '已超期'],
  short: ['bad', '未完成'],
  late: ['good', '已完成（超过六个月）'],
  after_limit: ['bad', '期限后完成'],
}

/** @type {Record<string, string>} */
export const businesses = {
  appraisal_excellent: '年度考核优秀',
  commendation: '嘉奖以上奖励',
  grade_promotion: '等级晋升',
  regularization: '转正定级',
  transfer_appointment: '转岗聘用',
  post_change_filing: '岗位变动备案',
  contract_renewal: '续签聘用合同',
  skill_grade_exam: '工勤岗位等级考试',
}

/** @type {Record<string, readonly [Tone, string]>} */
export const verdicts = {
  allow: ['good', '可以办理'],
  hold: ['wait', '尚在期限内'],
  review: ['wait', '需人工审核'],
  refuse: ['bad', '暂不能办理'],
}

/** @type {Record<string, string>} */
export const roles = {
  institution: '单位登记',
  department: '主管部门',
  authority: '人事综合管理部门',
  auditor: '审计',
  operator: '运行维护',
}

/**
 * The word for a name; a name that the table does not know stands for itself.
 * @template V
 * @param {Record<string, V>} table words, or tones with words
 * @param {string} name
 * @returns {V}
 */
export const word = (table, name) => {
  /** @type {any} */
  const itself = Array.isArray(Object.values(table)[0]) ? ['quiet', name] : name
  return table[name] ?? itself
}

/**
 * `39(2)` → `第39条第（二）项`
 * @param {string | number} article
 */
export const articleText = (article) => {
  const [, number, item] = /^(\d+)(?:\((\d)\))?/.exec(String(article)) ?? []
  return `第${number}条${item ? `第（${'一二三四五六七八九'[Number(item) - 1]}）项` : ''}`
}

/** `2026-05-11` → `2026年5月11日` @param {string} date */
export const day = (date) => {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? []
  return year ? `${year}年${Number(month)}月${Number(dayOfMonth)}日` : date
}

/** @param {string} from @param {string} to */
export const period = (from, to) => {
  if (from === to) return day(from)
  return from.slice(0, 4) === to.slice(0, 4)
    ? `${day(from)} 至 ${day(to).replace(/^\d+年/, '')}`
    : `${day(from)} 至 ${day(to)}`
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** @param {string} at */
export const moment = (at) => (Number.isNaN(Date.parse(at)) ? at : clock.format(new Date(at)))

/** @param {number} bytes */
export const fileSize = (bytes) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** @param {string} type */
export const fileKind = (type) =>
  type === 'application/pdf' ? 'PDF 文件' : type.startsWith('image/') ? '图片' : '文件'
