import type { Letter } from '../platform/letter.ts'
import type { Matter } from './inspection.ts'
import type { MatterKind } from './terms.ts'

/** Why whoever was asked is written to. */
export type AskedOccasion =
  | 'ask'
  | 'word'
  | 'rectify'
  | 'late'
  | 'notice'
  | 'suspend'
  | 'lift'
  | 'silent'
  | 'closed'
/** Why the authority is. */
export type CheckOccasion = 'check' | 'late' | 'unanswered' | 'alone'

/** What is asked of whom, by when, in a subject: it names nobody, and of a violation not even that. */
const asks = {
  sample: '抽查学时，请在期限内提供证明',
  order: '督办事项，请在期限内答复',
  violation: '有一件事项，请在期限内陈述意见',
} as const satisfies Record<MatterKind, string>

const whats = {
  sample: '抽查学时',
  order: '督办事项',
  violation: '陈述意见的事项',
} as const satisfies Record<MatterKind, string>

const subjectOf = (occasion: AskedOccasion, kind: MatterKind, dueOn: string): string =>
  ({
    ask: `${asks[kind]}：${dueOn}`,
    word: `拟认定违规的事项，请单位在期限内提出意见：${dueOn}`,
    rectify: `${whats[kind]}要求整改，请在期限内完成并答复：${dueOn}`,
    late: `${whats[kind]}逾期未答复，期限 ${dueOn}`,
    notice: `抽查学时将暂停计算，请在期限内提供证明：${dueOn}`,
    suspend: '抽查逾期未举证，学时已自动暂停计算',
    lift: '抽查学时已恢复计算',
    silent: '陈述意见的期限已过，将作出认定',
    closed: `${whats[kind]}已办结`,
  })[occasion]

const first = {
  sample: '已认定的学时被上级抽查（第35条）。请在期限内提供参加培训的证明材料，或说明情况。',
  order: '上级下达了一件督办事项（第35条）。请在期限内办理并答复。',
  violation: '有部门认为存在违反规定的情形（第32条）。作出认定之前听取您的意见，请在期限内陈述。',
} as const satisfies Record<MatterKind, string>

const later = {
  word: '上级拟认定本单位一名人员存在违反规定的情形（第32条），需要与本单位共同作出。请在期限内提出意见。',
  rectify: '上级要求整改（第35条）。请在期限内完成，并在平台上答复。',
  late: '期限已过，仍未收到答复。请尽快办理。',
  notice: '期限已过，仍未收到证明。到下面的日期仍不答复的，这些学时将暂停计算；答复以后由上级核实。',
  suspend:
    '通知期已过，没有收到证明，这些学时已暂停计算。提供证明并经核实后恢复。对暂停有异议的，可以提出异议。',
  lift: '这些学时已恢复计算。',
  silent: '陈述意见的期限已过，将由有权的部门作出认定。',
  closed: '这件事项已经办结，可以查看结果。',
} as const satisfies Record<Exclude<AskedOccasion, 'ask'>, string>

/** To whoever has to answer: that there is something, and until when. What it says stands in the platform alone. */
export const askedLetter = (
  occasion: AskedOccasion,
  { id, kind, dueOn }: Pick<Matter, 'id' | 'kind' | 'dueOn'>,
  publicUrl: string,
): Letter => ({
  subject: subjectOf(occasion, kind, dueOn),
  greeting: '您好：',
  paragraphs: [occasion === 'ask' ? first[kind] : later[occasion]],
  facts: occasion === 'closed' || occasion === 'lift' || occasion === 'silent' ? [] : [['期限', dueOn]],
  link: { label: '查看', url: `${publicUrl}/inspections/matters/${id}` },
})

const checks = {
  check: { subject: '已答复，请在期限内核实', text: '对方已经答复，请核实并作出结论。' },
  late: { subject: '逾期未核实，请尽快办理', text: '有一件事项超过期限仍未核实，请尽快办理。' },
  unanswered: {
    subject: '逾期未答复',
    text: '期限已过，对方仍未答复。可以查看这件事项的经过。',
  },
  alone: {
    subject: '单位没有可以答复的人，请转告本人',
    text: '本单位在岗的经办人员都经办过这些学时，不能代表单位答复。已经通知本人；本人没有账号的，请用书面方式转告。',
  },
} as const satisfies Record<CheckOccasion, { subject: string; text: string }>

/** To those who check. */
export const checkLetter = (
  occasion: CheckOccasion,
  { id, kind, dueOn }: Pick<Matter, 'id' | 'kind' | 'dueOn'>,
  publicUrl: string,
): Letter => ({
  subject: `${whats[kind]}${checks[occasion].subject}：${dueOn}`,
  greeting: '您好：',
  paragraphs: [checks[occasion].text],
  facts: [['期限', dueOn]],
  link: { label: '查看', url: `${publicUrl}/inspections/matters/${id}` },
})
