import type { Organisation } from '../organisations/organisation.ts'
import type { Letter } from '../platform/letter.ts'
import type { Person } from '../staff/person.ts'

/** Who goes from where to where. */
export interface Move {
  readonly person: Pick<Person, 'id' | 'name'>
  readonly from: Pick<Organisation, 'id' | 'name'>
  readonly to: Pick<Organisation, 'id' | 'name'>
}

const factsOf = ({ from, to }: Move) =>
  [
    ['原单位', from.name],
    ['新单位', to.name],
  ] as const

const withName = (move: Move) => [['人员', move.person.name] as const, ...factsOf(move)]

/** To those who register at the receiving institution: somebody may be taken over. */
export const releasedDeskLetter = (move: Move, publicUrl: string): Letter => ({
  subject: '有一名人员同意调入贵单位，请办理接收',
  greeting: '您好：',
  paragraphs: ['原单位已同意下列人员调入贵单位。接收后，其培训台账、未完成的培训任务和在办申请一并转入。'],
  facts: withName(move),
  link: {
    label: '核对并接收',
    url: `${publicUrl}/persons/${encodeURIComponent(move.person.id)}/take-over?institution=${encodeURIComponent(move.to.id)}`,
  },
})

/** To the person: their institution lets them go, and who acts next. */
export const releasedLetter = (move: Move, publicUrl: string): Letter => ({
  subject: '您的单位已同意您调出',
  greeting: '您好：',
  paragraphs: ['所在单位已同意您调出，正在等待新单位接收。接收之前，您的培训事项仍由原单位办理。'],
  facts: factsOf(move),
  link: { label: '查看我的台账', url: `${publicUrl}/ledger` },
})

/** To those who were told of a release that has been withdrawn, or goes elsewhere. */
export const releaseWithdrawnLetter = (move: Move, publicUrl: string): Letter => ({
  subject: '一名人员的调入已由原单位撤回',
  greeting: '您好：',
  paragraphs: ['原单位已撤回对下列人员调入贵单位的同意，不需要办理接收。'],
  facts: withName(move),
  link: { label: '打开平台', url: publicUrl },
})

/** To the person: their release has been withdrawn. */
export const stayLetter = (move: Move, publicUrl: string): Letter => ({
  subject: '您的调出已由所在单位撤回',
  greeting: '您好：',
  paragraphs: ['所在单位已撤回对您调出的同意。您的培训事项仍由所在单位办理。有疑问的，请联系所在单位。'],
  facts: factsOf(move),
  link: { label: '查看我的台账', url: `${publicUrl}/ledger` },
})

/** To the person: another institution registers their training from now on. */
export const takenOverLetter = (move: Move, publicUrl: string): Letter => ({
  subject: '您已转入新单位，培训事项由新单位办理',
  greeting: '您好：',
  paragraphs: [
    '您的人员信息已转入新单位。培训台账、未完成的培训任务和在办申请一并转入，今后的申报由新单位登记。',
  ],
  facts: factsOf(move),
  link: { label: '查看我的台账', url: `${publicUrl}/ledger` },
})

/** To those who register at the institution that was left. */
export const leftDeskLetter = (move: Move, publicUrl: string): Letter => ({
  subject: '贵单位的一名人员已由新单位接收',
  greeting: '您好：',
  paragraphs: ['下列人员已由新单位接收，不再在贵单位的名册上；其培训台账和在办申请已一并转出。'],
  facts: withName(move),
  link: { label: '打开平台', url: publicUrl },
})

/** To those who register at the new institution, where an authority above has moved somebody there. */
export const arrivedDeskLetter = (move: Move, publicUrl: string): Letter => ({
  subject: '有一名人员已转入贵单位',
  greeting: '您好：',
  paragraphs: ['上级部门已将下列人员转入贵单位。其培训台账、未完成的培训任务和在办申请一并转入。'],
  facts: withName(move),
  link: { label: '查看人员', url: `${publicUrl}/persons/${encodeURIComponent(move.person.id)}` },
})
