import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { get } from '../../shared/api/client.ts'
import type { AuditEntry, ReadEntriesResponse } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { List } from '../parts/list.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList, withQuery } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import './audit.css'

const words = {
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
    change: '改动前后',
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
    act_registered: '登记',
    act_changed: '修改',
    act_released: '同意调出',
    act_release_withdrawn: '撤回调出',
    act_transferred: '调动',
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
    change: 'Before and after',
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
    act_registered: 'registered',
    act_changed: 'changed',
    act_released: 'released',
    act_release_withdrawn: 'release withdrawn',
    act_transferred: 'transferred',
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

const scopes = ['person', 'organisation', 'request', 'account', 'actor'] as const
type Scope = (typeof scopes)[number]

const requestActs = [
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
const otherActs = [
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
const useActName = () => {
  const { say, language } = useSay(words)
  return ({ act, about }: Pick<AuditEntry, 'act' | 'about'>): string => {
    const own = `act_${act}`
    return about.kind !== 'request' && isOther(own) ? say[own] : term('act', act, language)
  }
}

const text = (value: unknown): string =>
  value === null || value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value)

const Search = () => {
  const { say, language } = useSay(words)
  const [query, setQuery] = useSearchParams()
  const id = useId()
  const given = scopes.find((scope) => query.has(scope)) ?? 'person'
  const [scope, setScope] = useState<Scope>(given)
  const [value, setValue] = useState(query.get(given) ?? '')
  const [act, setAct] = useState(query.get('act') ?? '')
  const [from, setFrom] = useState(query.get('from'))
  const [to, setTo] = useState(query.get('to'))
  const search = (event: FormEvent) => {
    event.preventDefault()
    const wanted = { [scope]: value.trim(), act, from, to }
    setQuery(
      Object.fromEntries(
        Object.entries(wanted).flatMap(([name, one]) => (one === null || one === '' ? [] : [[name, one]])),
      ),
    )
  }
  return (
    <form className="filters" onSubmit={search}>
      <div>
        <label htmlFor={`${id}-by`}>{say.by}</label>
        <Select
          id={`${id}-by`}
          popupMatchSelectWidth={false}
          value={scope}
          onChange={setScope}
          options={scopes.map((one) => ({ value: one, label: say[one] }))}
        />
      </div>
      <div className="wide-field">
        <label htmlFor={`${id}-value`}>{say.value}</label>
        <Input id={`${id}-value`} value={value} onChange={({ target }) => setValue(target.value)} />
      </div>
      <div>
        <label htmlFor={`${id}-act`}>{say.act}</label>
        <Select
          id={`${id}-act`}
          popupMatchSelectWidth={false}
          value={act}
          onChange={setAct}
          options={[
            { value: '', label: say.anyAct },
            ...requestActs.map((one) => ({ value: String(one), label: term('act', one, language) })),
            ...otherActs.map((one) => ({ value: String(one), label: say[`act_${one}`] })),
          ]}
        />
      </div>
      <div>
        <label htmlFor={`${id}-from`}>{say.from}</label>
        <DateField id={`${id}-from`} value={from} onChange={setFrom} />
      </div>
      <div>
        <label htmlFor={`${id}-to`}>{say.to}</label>
        <DateField id={`${id}-to`} value={to} onChange={setTo} />
      </div>
      <Button type="primary" htmlType="submit">
        {say.search}
      </Button>
    </form>
  )
}

/** Whether a person's ledger is still the chain that it was written as. */
const Integrity = ({ staffId }: { readonly staffId: string }) => {
  const { say } = useSay(words)
  const path = `/staff/${encodeURIComponent(staffId)}/entries`
  const { data } = useQuery({ queryKey: [path], queryFn: () => get<ReadEntriesResponse>(path) })
  if (data === undefined) return null
  const { whole, firstBroken } = data.chain
  return (
    <Notice tone={whole ? 'good' : 'bad'} title={say.integrity}>
      <p>{whole ? say.whole : fill(say.broken, { entry: firstBroken ?? 1 })}</p>
    </Notice>
  )
}

const linkOf = ({ about }: AuditEntry): string | undefined => {
  const id = encodeURIComponent(about.id)
  switch (about.kind) {
    case 'request':
      return `/request/${id}`
    case 'person':
      return `/persons/${id}`
    case 'ledger':
      return `/persons/${encodeURIComponent(about.id.split('#')[0] ?? '')}`
    case 'certificate':
      return `/certificate/${id}`
    case 'organisation':
    case 'seat':
      return `/registers/organisations/${id}`
    case 'mail':
      return '/mails'
    case 'delegation':
      return undefined
  }
}

const About = ({ entry }: { readonly entry: AuditEntry }) => {
  const { say } = useSay(words)
  const { kind, id, title } = entry.about
  const to = linkOf(entry)
  return (
    <>
      <div className="quiet">{say[`about_${kind}`]}</div>
      {to === undefined ? (title ?? id) : <Link to={to}>{title ?? id}</Link>}
    </>
  )
}

const Results = () => {
  const { say, language } = useSay(words)
  const nameOf = useActName()
  const [query] = useSearchParams()
  const list = useList<AuditEntry>(withQuery('/audit', Object.fromEntries(query)))
  return (
    <List<AuditEntry>
      of={list}
      label={say.results}
      rowKey={({ at, actor, act, about }) => `${at} ${actor} ${act} ${about.id}`}
      empty={<Empty>{say.none}</Empty>}
      columns={[
        {
          key: 'at',
          title: say.at,
          className: 'number',
          render: (_, { at }) => moment(at, language),
        },
        {
          key: 'who',
          title: say.who,
          render: (_, { actor, actorName }) =>
            actor === 'system' ? (
              say.system
            ) : (
              <>
                {actorName ?? actor}
                <div className="quiet">{actor}</div>
              </>
            ),
        },
        { key: 'what', title: say.what, render: (_, entry) => nameOf(entry) },
        { key: 'about', title: say.about, render: (_, entry) => <About entry={entry} /> },
        {
          key: 'reason',
          title: say.reason,
          render: (_, { reason, fields }) => (
            <>
              {reason}
              {fields.length > 0 && (
                <ul className="plain changed" aria-label={say.change}>
                  {fields.map(({ field, before, after }) => (
                    <li key={field}>
                      <code>{field}</code> <del>{text(before)}</del> → <ins>{text(after)}</ins>
                    </li>
                  ))}
                </ul>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

/** Who did what, when and why; and whether a person's ledger is whole. Nothing here changes anything. */
export const AuditPage = () => {
  const { say } = useSay(words)
  const [query] = useSearchParams()
  const isAsked = scopes.some((scope) => query.has(scope))
  const person = query.get('person')
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <Panel title={say.search}>
        <Search key={query.toString()} />
      </Panel>
      {person !== null && <Integrity staffId={person} />}
      <Panel title={say.results}>{isAsked ? <Results /> : <Empty>{say.begin}</Empty>}</Panel>
    </>
  )
}
