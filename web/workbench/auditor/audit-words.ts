import { personActs } from '../../../functions/persons/words.ts'
import type { AuditEntry } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { useSay } from '../preferences.tsx'

/** What the pages of the audit say. */
export const words = {
  zh: {
    title: '审计查询',
    lead: '只读。按人员、机构、申请、账号或操作人中的一项查询，再用事项和日期缩小范围。',
    search: '查询',
    by: '查询方式',
    person: '人员编号',
    organisation: '机构编号',
    request: '申请编号',
    account: '账号（席位和委托）',
    actor: '操作人账号',
    value: '编号或账号',
    act: '事项',
    anyAct: '全部事项',
    from: '开始日期',
    to: '结束日期',
    results: '查询结果',
    none: '没有符合条件的记录。',
    begin: '请填写编号或账号后查询。',
    at: '时间',
    who: '操作人',
    what: '事项',
    about: '对象',
    reason: '理由',
    system: '系统',
    whole: '台账完整：每一条记录都与前一条相连，没有被改动、删除、插入或调换。',
    broken: '台账不完整：第 {entry} 条起与前面的记录对不上，请立即核查。',
    integrity: '完整性检查',
    about_request: '申请',
    about_person: '人员登记',
    about_organisation: '机构登记',
    about_ledger: '台账',
    about_certificate: '证书',
    about_seat: '席位',
    about_delegation: '委托',
    about_mail: '邮件',
    act_mail_resent: '重发邮件',
    act_seat_given: '给予席位',
    act_seat_changed: '变更席位',
    act_seat_taken: '取消席位',
    act_delegated: '委托代办',
    act_delegation_ended: '收回委托',
    act_registered: personActs.registered.zh,
    act_changed: personActs.changed.zh,
    act_released: personActs.released.zh,
    act_release_withdrawn: personActs.release_withdrawn.zh,
    act_transferred: personActs.transferred.zh,
    act_credit: '记入学时',
    act_deemed: '记入视同完成',
    act_delay: '记入延迟补训',
    act_justified: '记入正当理由',
    act_correction: '更正',
    act_issued: '签发',
    act_corrected: '更正证书',
    act_revoked: '撤销证书',
  },
  en: {
    title: 'Audit',
    lead: 'Read-only. Search by one of person, organisation, request, account and actor; narrow it by act and days.',
    search: 'Search',
    by: 'By',
    person: 'Person (id)',
    organisation: 'Organisation (id)',
    request: 'Request number',
    account: 'Account (seats, delegations)',
    actor: 'Actor (account)',
    value: 'Number or account',
    act: 'Act',
    anyAct: 'Any act',
    from: 'From',
    to: 'To',
    results: 'Results',
    none: 'Nothing on record fits.',
    begin: 'Enter a number or an account, then search.',
    at: 'When',
    who: 'Who',
    what: 'What',
    about: 'About',
    reason: 'Reason',
    system: 'the system',
    whole:
      'The ledger is whole: every entry is linked to the one before it; none was changed, deleted, inserted or moved.',
    broken:
      'The ledger is not whole: from entry {entry} on it does not fit what came before. Look into it at once.',
    integrity: 'Integrity check',
    about_request: 'request',
    about_person: 'person',
    about_organisation: 'organisation',
    about_ledger: 'ledger',
    about_certificate: 'certificate',
    about_seat: 'seat',
    about_delegation: 'delegation',
    about_mail: 'mail',
    act_mail_resent: 'mail sent again',
    act_seat_given: 'seat given',
    act_seat_changed: 'seat changed',
    act_seat_taken: 'seat taken away',
    act_delegated: 'powers lent',
    act_delegation_ended: 'lent powers taken back',
    act_registered: personActs.registered.en,
    act_changed: personActs.changed.en,
    act_released: personActs.released.en,
    act_release_withdrawn: personActs.release_withdrawn.en,
    act_transferred: personActs.transferred.en,
    act_credit: 'hours entered',
    act_deemed: 'deemed year entered',
    act_delay: 'delay entered',
    act_justified: 'justified reason entered',
    act_correction: 'corrected',
    act_issued: 'issued',
    act_corrected: 'certificate corrected',
    act_revoked: 'certificate revoked',
  },
} as const

/** What the audit is searched by: one of these. */
export const scopes = ['person', 'organisation', 'request', 'account', 'actor'] as const
export type Scope = (typeof scopes)[number]

export const requestActs = [
  'submit',
  'resubmit',
  'approve',
  'return',
  'reject',
  'withdraw',
  'remind',
  'escalate',
  'reassign',
  'credit',
  'record',
] as const
export const otherActs = [
  'registered',
  'changed',
  'released',
  'release_withdrawn',
  'transferred',
  'correction',
  'justified',
  'issued',
  'corrected',
  'revoked',
  'seat_given',
  'seat_changed',
  'seat_taken',
  'delegated',
  'delegation_ended',
  'mail_resent',
] as const

type OtherAct = Extract<keyof typeof words.zh, `act_${string}`>
const isOther = (name: string): name is OtherAct => Object.hasOwn(words.zh, name)

/** What an act is called: those of requests as everywhere, those of records by their own names. */
export const useActName = () => {
  const { say, language } = useSay(words)
  return ({ act, about }: Pick<AuditEntry, 'act' | 'about'>): string => {
    const own = `act_${act}`
    return about.kind !== 'request' && isOther(own) ? say[own] : term('act', act, language)
  }
}
