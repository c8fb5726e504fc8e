import type { Text } from '../../rules/text.ts'
import type { FeedCode } from './feed-codes.ts'

/** What a row's code means: what happened, and what to do. */
export const feedCodeTexts = {
  ROW_INVALID: {
    zh: '这一条填写有误，请按接口说明改正后重新推送。',
    en: 'This row is not in the right form. Correct it and deliver it again.',
  },
  DATES_INVALID: {
    zh: '学习日期不成立：应为 YYYY-MM-DD，且结束不早于开始。',
    en: 'The dates of study cannot be: YYYY-MM-DD, and the end not before the beginning.',
  },
  YEAR_CROSSED: {
    zh: '学习跨越 12 月 31 日，请分成两条，每年一条（第七条）。',
    en: 'The study crosses 31 December: deliver two rows, one a year (Art. 7).',
  },
  BEFORE_THE_RULES: {
    zh: '细则施行以前的年度不计（第四十九条）。',
    en: 'Years before the rules do not count (Art. 49).',
  },
  NOT_OVER: {
    zh: '学习尚未结束，结束后再推送（第41条）。',
    en: 'The study is not over yet: deliver it when it is (Art. 41).',
  },
  NOT_PROFESSIONAL: {
    zh: '网络培训机构推送的只能是专业科目（第41条）。',
    en: 'Providers deliver hours of the professional subject alone (Art. 41).',
  },
  PROVIDER_NOT_LISTED: {
    zh: '学习期间该机构不在自治区确定的网络培训机构名单内（第41条）。',
    en: 'The region does not list this provider on the dates of study (Art. 41).',
  },
  NOT_PASSED: {
    zh: '没有通过或没有学时，不认定学时（第四十二条）。',
    en: 'Not passed, or no hours: there is nothing to recognise (Art. 42).',
  },
  HOURS_IMPOSSIBLE: {
    zh: '学时超过学习日期所能容纳的（每天 24 学时）。',
    en: 'More hours than the days of study have (24 a day).',
  },
  PERSON_UNKNOWN: {
    zh: '平台上没有这个工号，暂存待核对。请核对工号，或请本人用绑定码绑定。',
    en: 'Nobody here has this staff number: held. Check it, or let the person bind themselves by a code.',
  },
  PERSON_AMBIGUOUS: {
    zh: '同一工号、同一姓名不止一人，暂存待核对。请本人用绑定码绑定。',
    en: 'Several people have this number and name: held. Let the person bind themselves by a code.',
  },
  NAME_DIFFERS: {
    zh: '工号与姓名不符，暂存待核对。请核对后重新推送。',
    en: 'Number and name are not the same person’s: held. Check both and deliver again.',
  },
  UNLIKELY_HOURS: {
    zh: '每天超过 8 学时（与本人同期的其他线上学时合计），暂存待人事综合管理部门核对。',
    en: 'More than 8 hours a day, with the person’s other online hours of these days: held until the personnel authority has looked at it.',
  },
  CORRECTED_BY_DESK: {
    zh: '这条学时已由人事部门更正，机构的更正暂存待核对（第三十五条）。',
    en: 'An authority has corrected these hours: the provider’s correction is held (Art. 35).',
  },
  CLAIMED_ALREADY: {
    zh: '本人已就同一时间、同一机构的培训申报过学时，暂存待核对，不重复计算（第四十条）。',
    en: 'The person has claimed training of the same days and provider: held, so that it counts once (Art. 40).',
  },
  REFUSED_BEFORE: {
    zh: '人事部门核对后未予认定过这条记录，机构的更正暂存待核对（第41条）。',
    en: 'A desk has refused this record before: the provider’s correction is held until somebody has looked at it (Art. 41).',
  },
  DESK_REFUSED: { zh: '核对后不予认定。', en: 'Refused by the desk that looked at it.' },
  BATCH_REFUSED: {
    zh: '所在批次未予认定。有误的请更正后重新推送。',
    en: 'The batch that it was in was refused. Correct what is wrong and deliver it again.',
  },
  LEDGER_REFUSES: {
    zh: '与本人台账不相容，未计入。请联系本人所在单位。',
    en: 'It does not fit the person’s ledger and was not entered. Ask their institution.',
  },
} as const satisfies Record<FeedCode, Text>

export const feedStates = {
  accepted: { zh: '已接收，待认定', en: 'accepted, with the desks' },
  held: { zh: '暂存待核对', en: 'held' },
  recognised: { zh: '已认定', en: 'recognised' },
  refused: { zh: '不予认定', en: 'refused' },
  withdrawn: { zh: '机构已撤回', en: 'withdrawn' },
} as const satisfies Record<string, Text>

export const feedFaults = {
  recordNo: {
    zh: '应有机构自己的记录编号（1 至 64 个字）。',
    en: 'The provider’s own number of the record, 1 to 64 characters.',
  },
  tooMany: { zh: '一次至多 1,000 条。', en: 'At most 1,000 records a call.' },
  staffMissing: { zh: '请填写是谁的学时。', en: 'Say whose hours they are.' },
  staffUnknown: { zh: '登记册上没有这个人。', en: 'Nobody on the register has this id.' },
} as const satisfies Record<string, Text>

/** What a ledger's correction gives as its reason. */
export const correctionReasons = {
  changed: '网络培训机构更正了推送的学习记录（第41条）。',
  withdrawn: '网络培训机构撤回了推送的学习记录（第41条）。',
} as const

export const batchTitle = (day: string): string => `线上学时（${day} 推送）`

/** Why a signed file is not taken. */
export const fileFaults = {
  unreadable: {
    zh: '这不是机构签名的文件（JWS，三段文字以“.”相连）。请选择机构交来的原文件，不要另存或解压。',
    en: 'This is no signed file (a JWS: three parts joined by “.”). Choose the file as the provider handed it in.',
  },
  unlisted: {
    zh: '文件写明的机构不在网络培训机构名单里。请先登记这个机构，或请它核对文件里的机构编号。',
    en: 'The provider that the file names is not in the list. List it first, or have it check the number in the file.',
  },
  keyless: {
    zh: '这个机构还没有登记签名公钥，无法核对签名。请在“网络培训机构”里登记后再上传。',
    en: 'No public key of this provider is on record, so nothing can be checked. Enter it in the list of providers first.',
  },
  unsigned: {
    zh: '签名与登记的机构公钥不符：文件改动过，或者换过密钥。请向机构索取原文件，或核对登记的公钥。',
    en: 'The signature does not fit the provider’s key on record: the file was changed, or the key was. Ask for the original, or check the key.',
  },
  content: {
    zh: '签名无误，但内容不是完成记录（需有机构、签发时间和 1 至 1,000 条记录）。请机构按接口说明重新生成。',
    en: 'The signature is right, but the content is no delivery (provider, time of issue, 1 to 1,000 records). Have it made anew.',
  },
  overtaken: {
    zh: '这个机构之后签发的文件已经收过，较早的文件会覆盖更正，不再收。请上传最新的文件。',
    en: 'A later file of this provider was taken already; an earlier one could undo its corrections. Upload the latest.',
  },
} as const satisfies Record<string, Text>
