import type { Letter } from '../platform/letter.ts'
import type { Delegation } from './delegation.ts'

/** A colleague has lent someone their powers. */
export const delegationLetter = (
  { from, startsOn, endsOn, reason }: Delegation,
  publicUrl: string,
): Letter => ({
  subject: '有同事委托您办理审批事项',
  greeting: '您好：',
  paragraphs: [
    '下列期间，请您代为办理同事的全部待办事项。代办的事项会在办理记录中注明“代”。本人及委托人本人的申请不能代办。',
  ],
  facts: [
    ['委托人', from.name],
    ['委托期间', `${startsOn} 至 ${endsOn}`],
    ...(reason === undefined ? [] : [['说明', reason] as const]),
  ],
  link: { label: '查看待办', url: `${publicUrl}/my` },
})
