import type { Letter } from '../platform/letter.ts'
import type { Delegation } from './delegation.ts'

/** A colleague has lent someone their tasks. */
export const delegationLetter = (
  { from, startsOn, endsOn, reason }: Delegation,
  publicUrl: string,
): Letter => ({
  subject: '有同事委托您办理审批事项',
  greeting: '您好：',
  paragraphs: [
    '下列期间，请您代为办理同事的待办事项；除办理待办以外，委托不转移任何其他权限。代办的事项会在办理记录中注明“代”。本人及委托人本人的申请不能代办。',
  ],
  facts: [
    ['委托人', from.name],
    ['委托期间', `${startsOn} 至 ${endsOn}`],
    ...(reason === undefined ? [] : [['说明', reason] as const]),
  ],
  link: { label: '查看待办', url: `${publicUrl}/my` },
})

/** What became of a loan that an earlier version made; to both sides. */
export const loanChangedLetter = (
  { from, to, startsOn, endsOn, revokedAt }: Delegation,
  publicUrl: string,
): Letter => ({
  subject: '您的委托有变化',
  greeting: '您好：',
  paragraphs: [
    revokedAt === undefined
      ? '自平台本次升级起，委托只转移待办事项的办理，不再包括席位、更正、参数、撤销和年度结算等权限；已有的委托最长再持续 180 天。需要继续的，到期前可以重新委托。'
      : '自平台本次升级起，不能再向审计和运行维护人员委托。下面这项委托已经结束，待办事项由委托人本人或本环节的其他人员办理。',
  ],
  facts: [
    ['委托人', from.name],
    ['受托人', to.name],
    ['委托期间', `${startsOn} 至 ${revokedAt === undefined ? endsOn : revokedAt.slice(0, 10)}`],
  ],
  link: { label: '查看委托', url: `${publicUrl}/my` },
})
