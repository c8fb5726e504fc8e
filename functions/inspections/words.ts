import type { Text } from '../../rules/text.ts'
import type { MatterAct, MatterKind, MatterOutcome, MatterStatus, Sign, WhyNotSuspended } from './terms.ts'

/** What inspections are called (Art. 8, 32, 35), for pages and letters. */

export const matterKinds = {
  sample: { zh: '抽查', en: 'sample' },
  order: { zh: '督办', en: 'supervision order' },
  violation: { zh: '违规认定', en: 'violation' },
} as const satisfies Record<MatterKind, Text>

export const matterStatuses = {
  asked: { zh: '待答复', en: 'to be answered' },
  with_institution: { zh: '待单位提出意见', en: 'with the institution' },
  answered: { zh: '待核实', en: 'to be looked at' },
  rectifying: { zh: '整改中', en: 'being rectified' },
  rectified: { zh: '待验收', en: 'to be verified' },
  closed: { zh: '已办结', en: 'closed' },
} as const satisfies Record<MatterStatus, Text>

/** What is asked once the hours are suspended: nothing is waited for but their proof. */
const suspendedUntil = { zh: '学时已暂停，待举证', en: 'hours suspended until they are proved' } as const

/** Where a matter stands: how it ended or, once hours are suspended, that they are. */
export const standsAs = ({
  status,
  outcome,
  suspended,
}: {
  readonly status: MatterStatus
  readonly outcome: MatterOutcome | null
  readonly suspended: boolean
}): Text => {
  if (outcome !== null) return matterOutcomes[outcome]
  const isAsked = status === 'asked' || status === 'rectifying'
  return suspended && isAsked ? suspendedUntil : matterStatuses[status]
}

export const matterOutcomes = {
  fits: { zh: '属实', en: 'fits' },
  corrected: { zh: '已更正', en: 'corrected' },
  verified: { zh: '验收合格', en: 'verified' },
  confirmed: { zh: '认定', en: 'confirmed' },
  dismissed: { zh: '不予认定', en: 'dismissed' },
  withdrawn: { zh: '撤回', en: 'withdrawn' },
} as const satisfies Record<MatterOutcome, Text>

export const matterActs = {
  ask: { zh: '提出', en: 'asked' },
  answer: { zh: '答复', en: 'answered' },
  fits: { zh: '核实属实', en: 'found to fit' },
  corrected: { zh: '已在台账更正', en: 'corrected in the ledger' },
  rectify: { zh: '要求整改', en: 'rectification ordered' },
  verify: { zh: '验收合格', en: 'verified' },
  again: { zh: '重新整改', en: 'to be done again' },
  notice: { zh: '通知：将暂停学时', en: 'notice that hours will be suspended' },
  suspend: { zh: '学时暂停计算', en: 'hours suspended' },
  lift: { zh: '学时恢复计算', en: 'hours count again' },
  overdue: { zh: '超过期限', en: 'overdue' },
  silent: { zh: '期限内没有陈述', en: 'nothing was said in time' },
  agree: { zh: '单位同意认定', en: 'the institution agrees' },
  disagree: { zh: '单位不同意认定', en: 'the institution does not agree' },
  confirm: { zh: '认定', en: 'confirmed' },
  dismiss: { zh: '不予认定', en: 'dismissed' },
  withdraw: { zh: '撤回', en: 'withdrawn' },
  stays_suspended: {
    zh: '另一件事项仍在暂停这条学时，学时还不计算',
    en: 'another matter about these hours keeps them suspended',
  },
  not_suspended: { zh: '学时没有暂停', en: 'hours not suspended' },
  follow: { zh: '单位合并，由接收单位答复', en: 'merged: the institution that took over answers' },
} as const satisfies Record<MatterAct, Text>

/** Why hours that nobody proved go on as they stand, and what there is to do. */
export const notSuspended = {
  void: {
    zh: '这条学时已经不计算（已更正为无效，或者合并时没有转入），不需要暂停。',
    en: 'These hours count no more anyway (made void, or left out of a merge): there is nothing to suspend.',
  },
  needed: {
    zh: '台账里另有记录以这条学时为依据，系统不能自动暂停，学时继续计算。请主管部门在人员台账里先更正那些记录，再更正这条学时，然后选“已在台账更正”办结。',
    en: 'Other facts on record rest on these hours, so the platform does not suspend them and they go on counting. Have an authority correct those facts in the person’s ledger, then these hours, and close the matter as corrected.',
  },
} as const satisfies Record<WhyNotSuspended, Text>

export const signs = {
  unlikely: { zh: '每天线上学时过多', en: 'more online hours a day than are likely' },
  twin: { zh: '可能重复', en: 'may be claimed twice' },
  outlier: { zh: '明显多于该部门通常认定', en: 'far more than is usual at the desk' },
  at_once: { zh: '线上推送直接认定', en: 'recognised at once from a feed' },
} as const satisfies Record<Sign, Text>

/** Hours that were drawn without a sign. */
/** Why proof is asked for where nothing was drawn. */
export const byName = { zh: '上级指定核实', en: 'asked for by an authority' } as const satisfies Text
export const byLot = { zh: '随机', en: 'by lot' } as const satisfies Text

/** What stands in a record by itself. */
export const texts = {
  proof: {
    zh: '请提供参加这次培训的证明材料（签到、结业证书、学习记录等）。',
    en: 'Show proof that this training was taken: attendance, a certificate, a record.',
  },
  suspended: {
    zh: '抽查要求的证明在通知期内没有提供（第35条）',
    en: 'Proof that was asked for was not shown within the notice (Art. 35)',
  },
} as const satisfies Record<string, Text>

/**
 * How anybody redraws a sample by hand, step by step, from what its document holds. `test/store/redraw.ts` does exactly
 * this.
 */
export const recipeWith = (hoursADay: number, usualFrom: number): { zh: string[]; en: string[] } => ({
  zh: [
    '核对种子：种子（十六进制文字）的 SHA-256 应等于发起时公布的承诺值（commitment）。',
    '核对名单：把 frame 中各行的 name 按字符顺序排列，每行一个，行间用换行符（\\n）连接，末尾不加换行，其 SHA-256 应等于 frameHash。',
    `核对线索：unlikely 为线上学时除以天数大于 ${hoursADay}；outlier 为学时大于同一方式（线上、线下分开）的上四分位数加 1.5 倍四分位距（四分位数在相邻两数之间按比例取值，不足 ${usualFrom} 条的不计算；学时以 0.1 为单位取整数计算），界限见 outlierAbove；twin（同一人、日期相交、名称或机构相同的另一次培训）和 at_once（线上推送直接认定）来自台账，列在各行的 signs 里。`,
    "计算签号：每个 name 的签号是“种子、一个换行符、name”连接后的 SHA-256（十六进制，小写）。命令行：printf '种子\\nname' | sha256sum。",
    '按线索抽取：signs 不为空的各行，按签号从小到大取前 bySign 条；不足的全取。',
    '随机抽取：其余的各行（包括有线索但没有取到的），按签号从小到大取前 byLot 条；不足的全取。随机抽到的不注明线索。',
  ],
  en: [
    'The seed: SHA-256 of the seed (its hexadecimal text) is the commitment that was told when the draw was ordered.',
    'The frame: the names of all rows in the order of their characters, a line feed (\\n) between two and none at the end; SHA-256 of that is frameHash.',
    `The signs: unlikely are online hours of more than ${hoursADay} a day; outlier are hours above the upper quartile and one and a half times the distance of the quartiles of the same mode (quartiles lie between their neighbours in proportion; none below ${usualFrom} rows; reckoned in whole tenths of an hour), see outlierAbove; twin (another training of the person on these days, of this title or provider) and at_once (recognised at once from a feed) come from the ledger and stand in each row’s signs.`,
    "The lots: SHA-256 (hexadecimal, lower case) of the seed, a line feed and the name: printf 'SEED\\nNAME' | sha256sum.",
    'By signs: of the rows with signs the first bySign by their lots; all of them where there are fewer.',
    'By lot: of all other rows, those with signs that were not taken included, the first byLot by their lots; all of them where there are fewer. What is drawn by lot has no sign said of it.',
  ],
})

/** What is wrong with what was entered. */
export const inspectionFaults = {
  noHours: {
    zh: '这个单位的人员没有这条现在计算的学时。',
    en: 'Nobody of this institution has hours of that entry that count now.',
  },
  filesUnknown: { zh: '附件不存在，或者不是您上传的。', en: 'A file is unknown, or not uploaded by you.' },
  agreesMissing: { zh: '请写明本单位是否同意认定。', en: 'Say whether the institution agrees.' },
  noCorrection: {
    zh: '请填写抽查以后对这条学时作出的更正的序号。更正在人员台账页面办理。',
    en: 'The sequence of a correction of these hours, made since they were drawn, in the person’s ledger.',
  },
  until: (days: number): Text => ({
    zh: `期限应晚于今天，最长 ${days} 天。`,
    en: `A day after today, within ${days} days.`,
  }),
  expires: (years: number): Text => ({
    zh: `失效日期应晚于今天，最长 ${years} 年。`,
    en: `A day after today, within ${years} years.`,
  }),
} as const
