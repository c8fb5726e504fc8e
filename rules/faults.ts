import type * as z from 'zod'
import { edition2024, LAST_ASSESSED_YEAR } from './edition.ts'
import type { Text } from './text.ts'

/** What can be wrong with a field of the facts, in the reader's words. Codes are stable. */
export const faultTexts = {
  REQUIRED: { zh: '此项必填。', en: 'This is required.' },
  WRONG_TYPE: { zh: '内容的类型不对。', en: 'This is of the wrong type.' },
  NOT_LISTED: { zh: '不在可选范围内。', en: 'This is not one of the values allowed.' },
  ID_EMPTY: { zh: '编号不能为空。', en: 'An id cannot be empty.' },
  UNFIT: { zh: '格式不正确。', en: 'This is not in the right form.' },
  DATE_UNREAL: {
    zh: '日期应为真实存在的日期，格式为“年-月-日”，例如 2026-05-11。',
    en: 'This must be a day of the calendar, written like 2026-05-11.',
  },
  YEAR_NOT_ASSESSED: {
    zh: `年度应为 ${edition2024.firstYear} 至 ${LAST_ASSESSED_YEAR} 之间的整数（细则自 ${edition2024.firstYear} 年起施行）。`,
    en: `The year must be a whole number from ${edition2024.firstYear}, when the rules came into force, to ${LAST_ASSESSED_YEAR}.`,
  },
  YEAR_UNFIT: {
    zh: '年份应为四位整数，例如 2026。',
    en: 'A year is a whole number of four digits, like 2026.',
  },
  DAY_TOO_LATE: {
    zh: `日期不能晚于 ${LAST_ASSESSED_YEAR} 年。`,
    en: `The day cannot lie after the year ${LAST_ASSESSED_YEAR}.`,
  },
  END_BEFORE_START: {
    zh: '结束日期早于开始日期，请核对。',
    en: 'The end lies before the start. Check both dates.',
  },
  CROSSES_YEAR_END: {
    zh: '培训跨越了 12 月 31 日，请按年度分成两条分别填写（第三十二条按年度计学时）。',
    en: 'The training crosses 31 December. Enter it as two credits, one a year (Art. 32).',
  },
  HALF_DAYS_MISSING: {
    zh: '线下培训请填写半天数（第三十九条第一项：每半天 4 学时）。',
    en: 'Offline training is stated in half-days, 4 hours each (Art. 39(1)).',
  },
  HALF_DAYS_NOT_WHOLE: {
    zh: '半天数应为不小于 1 的整数。',
    en: 'Half-days must be a whole number of at least 1.',
  },
  HALF_DAYS_TOO_MANY: {
    zh: '半天数超过了起止日期能容纳的数量，每天最多 2 个半天（第三十九条第一项）。',
    en: 'The dates cannot hold so many half-days; a day holds two at most (Art. 39(1)).',
  },
  HALF_DAYS_ONLINE: {
    zh: '线上培训按学时填写，不填半天数。',
    en: 'Online training is stated in hours and takes no half-days.',
  },
  HOURS_MISSING: {
    zh: '线上培训请填写学时。',
    en: 'Online training is stated in hours.',
  },
  HOURS_STATED_OFFLINE: {
    zh: '线下培训的学时由半天数折算，不能另填学时（第三十九条第一项）。',
    en: 'Offline hours follow from the half-days and cannot be stated (Art. 39(1)).',
  },
  HOURS_UNFIT: {
    zh: '学时应大于 0，最多一位小数。',
    en: 'Hours must be more than 0, with at most one decimal place.',
  },
  GRANT_UNFIT: {
    zh: '认定学时不能为负数，最多一位小数。',
    en: 'Granted hours cannot be negative and have at most one decimal place.',
  },
  SCOPE_MISSING: {
    zh: '视情况认定的，请填写认定范围：全部（all），或公共科目、专业科目各多少学时（第三十九条第六项）。',
    en: 'A discretionary recognition states its scope: "all", or the hours granted per subject (Art. 39(6)).',
  },
  SCOPE_EMPTY: {
    zh: '请至少填写一个科目的认定学时。',
    en: 'State the hours granted for at least one subject.',
  },
  ID_REPEATED: {
    zh: '编号与前面的一项重复，请逐项使用不同的编号。',
    en: 'An earlier entry has the same id. Each needs its own.',
  },
  CHANGE_UNKNOWN: {
    zh: '没有这个编号的岗位变动，请先填写岗位变动（第二十一条）。',
    en: 'There is no post change with this id (Art. 21).',
  },
  MAKE_UP_YEAR_WRONG: {
    zh: '补训只能补上一年度的学时（第三十二条）。',
    en: 'Make-up training can only count for the year before its own (Art. 32).',
  },
  MAKE_UP_NOT_APPROVED: {
    zh: '该年度没有获批的延迟补训，请先申请延迟补训（第三十二条）。',
    en: 'There is no approved make-up delay for that year. Ask for one first (Art. 32).',
  },
  FULL_TIME_ONLINE: {
    zh: '线上培训不是脱产培训，请改为线下培训，或不填脱产。',
    en: 'Online training is no full-time release. Enter it as offline, or leave full-time out.',
  },
  FULL_TIME_ACTIVITY: {
    zh: '实践、会议、讲座和考察（第三十七条）不是脱产培训班，请不填脱产；学时照常计算。',
    en: 'Practice, conferences, lectures and visits (Art. 37) are no full-time session. Leave full-time out: the hours count all the same.',
  },
  HOURS_TOO_MANY: {
    zh: '学时超过了起止日期能容纳的数量，每天最多 24 学时。',
    en: 'The dates cannot hold so many hours; a day has 24.',
  },
  AMOUNT_BESIDE_ACTIVITY: {
    zh: '学术活动的学时按折算标准计算，不另填学时或半天数（第三十七条）。',
    en: 'The hours of an activity follow from the table of rates and are not stated (Art. 37).',
  },
  QUANTITY_UNFIT: {
    zh: '数量应大于 0：按天计的可以填半天，按次计的应为整数（第三十七条）。',
    en: 'The quantity must be more than 0: days may be halved, sessions are whole (Art. 37).',
  },
  QUANTITY_TOO_MANY: {
    zh: '数量超过了起止日期能容纳的天数或次数，每天最多 2 次（第三十七条）。',
    en: 'The dates cannot hold so many days or sessions; a day has two sessions at most (Art. 37).',
  },
  RATES_MISSING: {
    zh: '活动开始之日还没有折算标准，不能折算学时（第三十七条）。',
    en: 'There was no table of rates on the first day of the activity (Art. 37).',
  },
  SCOPE_NOTHING: {
    zh: '认定学时不能全部为 0（第三十九条第六项）。',
    en: 'A grant of nothing is none. State hours for at least one subject (Art. 39(6)).',
  },
  GRANT_TOO_MANY: {
    zh: '认定学时不能超过该科目的年度要求：公共科目 30 学时，专业科目 60 学时（第三十九条第六项）。',
    en: 'No more can be granted than the year asks for: 30 public and 60 professional hours (Art. 39(6)).',
  },
  PASSED_IN_OTHER_YEAR: {
    zh: '通过考试的日期不在所填年度内，请核对（第三十九条第四项）。',
    en: 'The examination was not passed in the year stated. Check both (Art. 39(4)).',
  },
  PASSED_BEFORE_HIRING: {
    zh: '考试合格日期早于聘用日期，请核对（第三十九条第四项）。',
    en: 'The examination was passed before the hiring. Check both dates (Art. 39(4)).',
  },
  CHANGE_BEFORE_HIRING: {
    zh: '岗位变动不能早于聘用日期，请核对（第二十一条）。',
    en: 'A post cannot change before the hiring. Check both dates (Art. 21).',
  },
  CHANGE_NOT_TRANSFER: {
    zh: '只有转岗培训才能对应岗位变动，请改为转岗培训，或不填岗位变动（第二十一条）。',
    en: 'Only transfer training is for a post change. Change the category, or leave the change out (Art. 21).',
  },
  MAKE_UP_BEFORE_RULES: {
    zh: `补训的年度不能早于 ${edition2024.firstYear} 年（细则自该年起施行）。`,
    en: `No year before ${edition2024.firstYear}, when the rules came into force, is made up.`,
  },
  MAKE_UP_TOO_LATE: {
    zh: '培训结束日期晚于该年度延迟补训的期限（第三十二条）。',
    en: 'The training ends after the last day of the make-up (Art. 32).',
  },
  DELAY_BEFORE_RULES: {
    zh: `延迟补训的年度不能早于 ${edition2024.firstYear} 年（细则自该年起施行）。`,
    en: `No year before ${edition2024.firstYear}, when the rules came into force, is delayed.`,
  },
  OBLIGATION_UNKNOWN: {
    zh: '证书应写作年度（annual:2026）、岗前（induction）或转岗（transfer:编号）。',
    en: 'A certificate is named annual:YEAR, induction or transfer:ID.',
  },
  DELAY_TOO_EARLY: {
    zh: '延迟补训不能在该年度开始之前获批，请核对日期（第三十二条）。',
    en: 'No delay is approved before its year begins. Check the date (Art. 32).',
  },
  JUSTIFIED_BEFORE_RULES: {
    zh: `登记正当理由的年度不能早于 ${edition2024.firstYear} 年（细则自该年起施行）。`,
    en: `No reason is on record for a year before ${edition2024.firstYear}, when the rules came into force.`,
  },
  REVOKED_UNKNOWN: {
    zh: '不可能有这张证书：没有这个编号的岗位变动，或者该年度早于细则施行（第三十五条）。',
    en: 'There can be no such certificate: no post change has this id, or the year lies before the rules (Art. 35).',
  },
  RAISED_UNFIT: {
    zh: '更正增加的数量应与培训一致：线下培训填半天数，学术活动填数量，线上培训不填（第三十五条）。',
    en: 'What a correction added is stated as its training is: half-days offline, a quantity of an activity, nothing online (Art. 35).',
  },
  RAISED_AFTER_UNFIT: {
    zh: '更正只能排在本项之后、现有各项之内，请核对 after。',
    en: 'A correction comes after its own credit, and after no more credits than the list has. Check `after`.',
  },
  RAISED_TOO_MUCH: {
    zh: '更正增加的数量合计超过了培训本身的数量。',
    en: 'Corrections added more than the training has.',
  },
  DELAY_REPEATED: {
    zh: '同一年度只能延迟一次（第三十二条）。',
    en: 'A year can be delayed once only (Art. 32).',
  },
} as const satisfies Record<string, Text>

export type FaultCode = keyof typeof faultTexts

/** A field at fault: an RFC 6901 pointer, a stable code, and what is wrong in both languages. */
export interface Fault {
  readonly pointer: string
  readonly code: FaultCode
  readonly detail: Text
}

/** What a schema's own check reports: the code, and the text for whoever prints the issue. */
export const asParams = (code: FaultCode) => ({ code, ...faultTexts[code] })

const isFaultCode = (code: unknown): code is FaultCode =>
  typeof code === 'string' && Object.hasOwn(faultTexts, code)

/** RFC 6901: the way to a field inside a JSON document. */
const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const listed = (values: readonly unknown[]): Text => ({
  zh: `只能是：${values.join('、')}。`,
  en: `Must be one of: ${values.join(', ')}.`,
})

/** What a JSON value of the right type is called; of other types nothing more can be said. */
const typeNames: Readonly<Record<string, Text>> = {
  string: { zh: '文字，加引号', en: 'a text in quotes' },
  number: { zh: '数字，不加引号', en: 'a number without quotes' },
  int: { zh: '整数，不加引号', en: 'a whole number without quotes' },
  boolean: { zh: 'true 或 false，不加引号', en: 'true or false, without quotes' },
  array: { zh: '列表，写在 [ ] 内', en: 'a list, in [ ]' },
  object: { zh: '一组字段，写在 { } 内', en: 'fields, in { }' },
}

const wrongType = (expected: string): Text => {
  const name = typeNames[expected]
  return name === undefined
    ? faultTexts.WRONG_TYPE
    : { zh: `类型不对，应为${name.zh}。`, en: `This is of the wrong type: it should be ${name.en}.` }
}

const describe = (issue: z.core.$ZodIssue): Omit<Fault, 'pointer'> => {
  const own = (code: FaultCode) => ({ code, detail: faultTexts[code] })
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.code
    return own(isFaultCode(code) ? code : 'UNFIT')
  }
  if (issue.input === undefined) return own('REQUIRED')
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'WRONG_TYPE', detail: wrongType(issue.expected) }
    case 'invalid_value':
      return { code: 'NOT_LISTED', detail: listed(issue.values) }
    default:
      return own('UNFIT')
  }
}

/** Every fault that a schema found. Parse with `reportInput`, so that what is missing can be told from what is wrong. */
export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.map((issue) => ({ pointer: pointerOf(issue.path), ...describe(issue) }))

/** Turns faults of meaning, by paths, into faults; leaves out fields that have a fault of form. */
export const placedFaults = (
  placed: readonly { readonly path: readonly PropertyKey[]; readonly code: FaultCode }[],
  known: readonly Fault[],
): Fault[] => {
  const taken = new Set(known.map(({ pointer }) => pointer))
  return placed
    .map(({ path, code }) => ({ pointer: pointerOf(path), code, detail: faultTexts[code] }))
    .filter(({ pointer }) => !taken.has(pointer))
}
