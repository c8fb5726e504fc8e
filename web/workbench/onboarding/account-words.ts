import type { Account } from '../../shared/api/types.gen.ts'
import type { Language } from '../../shared/language.ts'
import type { MarkTone } from '../parts/status-mark.tsx'

type Pair = readonly [zh: string, en: string]

const statuses = {
  invited: ['已邀请，未登录', 'invited'],
  active: ['使用中', 'in use'],
  suspended: ['已停用', 'suspended'],
  withdrawn: ['邀请已取消', 'withdrawn'],
} as const satisfies Record<Account['status'], Pair>

export const statusTones = {
  invited: 'wait',
  active: 'good',
  suspended: 'bad',
  withdrawn: 'plain',
} as const satisfies Record<Account['status'], MarkTone>

const acts: Readonly<Record<string, Pair>> = {
  invited: ['邀请', 'invited'],
  invitation_sent: ['重新发送邀请', 'invitation sent again'],
  invitation_withdrawn: ['取消邀请', 'invitation withdrawn'],
  bound: ['绑定登录', 'login bound'],
  suspended: ['停用', 'suspended'],
  resumed: ['恢复', 'resumed'],
  address_asked: ['申请更换邮箱', 'new address asked for'],
  address_confirmed: ['确认新邮箱', 'new address confirmed'],
  person_linked: ['关联到在册人员', 'linked to a person on the register'],
  recovered: ['管理员恢复', 'recovered by the administrator'],
  followed: ['随人员登记更新', 'followed the register'],
}

const place = { zh: 0, en: 1 } as const

export const accountStatus = (status: Account['status'], language: Language): string =>
  statuses[status][place[language]]

/** What was done to an account. */
export const accountAct = (what: string, language: Language): string => acts[what]?.[place[language]] ?? what
