import type { Organisation } from '../organisations/organisation.ts'
import type { Letter } from '../platform/letter.ts'
import type { Role } from '../platform/terms.ts'
import { roles } from '../platform/words.ts'

/** Whoever invites, by name, organisation and seat. */
export interface Inviter {
  readonly name: string
  readonly organisation?: string | undefined
  readonly role?: Role | undefined
}

const inviterText = ({ name, organisation, role }: Inviter): string =>
  [[organisation, role && roles[role].zh].filter(Boolean).join(' '), name].filter(Boolean).join('，')

/** What an invitation is for. */
export interface Invited {
  readonly name: string
  readonly seats: readonly { readonly role: Role; readonly head: boolean; readonly organisation: string }[]
  /** Of a person on a register without a seat. */
  readonly institution?: Pick<Organisation, 'name'> | undefined
  /** Who sends it: their name, and the seat by which they may; nobody for whoever administers the host. */
  readonly by?: Inviter | undefined
  readonly expiresAt: string
}

const until = (moment: string): string => `${moment.slice(0, 10)} ${moment.slice(11, 16)}`

/** Someone is invited to bind their login to an account. */
export const invitationLetter = (
  { name, seats, institution, by, expiresAt }: Invited,
  token: string,
  publicUrl: string,
): Letter => ({
  subject: '请开通您的培训平台账号',
  greeting: `${name}：`,
  paragraphs: [
    '您好。已为您准备好培训综合管理平台的账号。请打开下面的链接，用您平时使用的统一身份认证登录，并确认绑定。',
    '链接只能使用一次。不是您本人的，请不要绑定，并告诉发送邀请的单位。',
  ],
  facts: [
    ...seats.map(
      ({ role, head, organisation }) =>
        ['席位', `${organisation} ${roles[role].zh}${head ? '（负责人）' : ''}`] as const,
    ),
    ...(institution === undefined ? [] : [['所在单位', institution.name] as const]),
    ...(by === undefined ? [] : [['邀请人', inviterText(by)] as const]),
    ['链接有效期至', until(expiresAt)],
  ],
  link: { label: '开通账号', url: `${publicUrl}/invitations/${token}` },
})

/** A new address is to be confirmed by whoever reads its mail. */
export const newAddressLetter = (expiresAt: string, token: string, publicUrl: string): Letter => ({
  subject: '请确认您的新邮箱',
  greeting: '您好：',
  paragraphs: [
    '培训综合管理平台收到了把账号邮箱改为本邮箱的申请。请打开下面的链接，登录后确认；确认之前，邮件仍发往原邮箱。',
    '不是您本人申请的，不必理会。',
  ],
  facts: [['链接有效期至', until(expiresAt)]],
  link: { label: '确认新邮箱', url: `${publicUrl}/addresses/${token}` },
})

/** Whoever reads the old address learns that it is not used any more. */
export const oldAddressLetter = (publicUrl: string): Letter => ({
  subject: '您的账号邮箱已更换',
  greeting: '您好：',
  paragraphs: [
    '您在培训综合管理平台的账号已改用另一个邮箱，今后的通知不再发到这里。',
    '不是您本人办理的，请立即告诉所在单位的登记人员。',
  ],
  facts: [],
  link: { label: '查看账号', url: `${publicUrl}/account` },
})

/** Whether mails arrive. */
export const testLetter = (publicUrl: string): Letter => ({
  subject: '测试邮件',
  greeting: '您好：',
  paragraphs: ['收到这封邮件，说明平台的邮件设置可用。'],
  facts: [],
  link: { label: '回到上线清单', url: `${publicUrl}/checklist` },
})
