import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { Restoration } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { entryText } from '../institution/entry-text.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import { faultText } from './fault-text.ts'
import { ProposeForm } from './propose-form.tsx'

const words = {
  zh: {
    title: '恢复台账',
    lead: '由一人提出、另一人确认。移出的记录另行保存，恢复本身也记入台账；由错误记录产生的结果和证书随之更正。',
    about: '基本情况',
    name: '姓名',
    institution: '单位',
    fault: '问题',
    since: '发现日期',
    root: '最近一次签名根',
    rooted: '{day}，证明前 {length} 条',
    unrooted: '没有：只能由两人凭核实确认',
    unreadable: '无法读取的记录',
    entries: '现存记录',
    sequence: '序号',
    states: '内容',
    recorded: '记入',
    state: '核对',
    vouched: '签名根证明',
    whole: '前后相连',
    broken: '不相连',
    none: '没有可读的记录。',
    proposal: '待确认的方案',
    proposed: '{name}于 {moment} 提出：保留前 {keep} 条，从备份补回 {putBack} 条。理由：{reason}',
    confirm: '确认恢复',
    confirmTitle: '确认按这个方案恢复',
    follows: '不在方案内的记录移出台账、另行保存；台账重新封存，暂停的事项继续办理。',
    other: '须由另一位工作人员确认。',
    done: '台账已恢复，暂停的事项继续办理。',
  },
  en: {
    title: 'Restore a ledger',
    lead: 'One person proposes, another confirms. What is taken out is kept apart, the restoration is an entry itself, and results and certificates that rested on wrong entries are corrected.',
    about: 'What is known',
    name: 'Name',
    institution: 'Institution',
    fault: 'What is wrong',
    since: 'Found on',
    root: 'Last signed root',
    rooted: '{day}: vouches for the first {length}',
    unrooted: 'none: two persons’ word must do',
    unreadable: 'Entries that can not be read',
    entries: 'The entries as they stand',
    sequence: 'No.',
    states: 'States',
    recorded: 'Recorded',
    state: 'Check',
    vouched: 'vouched for by the root',
    whole: 'follows from the one before',
    broken: 'does not follow',
    none: 'No entry can be read.',
    proposal: 'A proposal waits',
    proposed: '{name}, {moment}: keep the first {keep}, put {putBack} back from a backup. Reason: {reason}',
    confirm: 'Confirm',
    confirmTitle: 'Restore the ledger as proposed',
    follows:
      'Entries that the proposal leaves out are taken out and kept apart; the ledger is sealed anew, and what waited goes on.',
    other: 'Someone else must confirm it.',
    done: 'The ledger is restored; what waited goes on.',
  },
} as const

type Entry = Restoration['entries'][number]

const Check = ({ vouched, whole }: Pick<Entry, 'vouched' | 'whole'>) => {
  const { say } = useSay(words)
  if (vouched) return <StatusMark tone="good">{say.vouched}</StatusMark>
  return whole ? (
    <StatusMark tone="plain">{say.whole}</StatusMark>
  ) : (
    <StatusMark tone="bad">{say.broken}</StatusMark>
  )
}

const Entries = ({ of: entries }: { readonly of: readonly Entry[] }) => {
  const { say, language } = useSay(words)
  if (entries.length === 0) return <Empty>{say.none}</Empty>
  return (
    <Table<Entry>
      items={entries}
      label={say.entries}
      rowKey={({ sequence, hash }) => `${sequence} ${hash}`}
      columns={[
        { key: 'sequence', title: say.sequence, className: 'number', render: (_, { sequence }) => sequence },
        { key: 'states', title: say.states, render: (_, entry) => entryText(entry, language) },
        {
          key: 'recorded',
          title: say.recorded,
          render: (_, { recordedAt, recordedByName, recordedBy }) =>
            `${moment(recordedAt, language)} ${recordedByName ?? recordedBy}`,
        },
        { key: 'state', title: say.state, render: (_, entry) => <Check {...entry} /> },
      ]}
    />
  )
}

const Proposal = ({
  staffId,
  of: proposal,
  restored,
}: {
  readonly staffId: string
  readonly of: NonNullable<Restoration['proposal']>
  readonly restored: () => Promise<unknown>
}) => {
  const { say, language } = useSay(words)
  const { by, at, keep, putBack, reason, mayConfirm } = proposal
  return (
    <Panel title={say.proposal}>
      <p>
        {fill(say.proposed, {
          ...{ keep, putBack, reason },
          name: by.name ?? by.id,
          moment: moment(at, language),
        })}
      </p>
      {mayConfirm ? (
        <Confirm
          label={say.confirm}
          title={say.confirmTitle}
          follows={<p>{say.follows}</p>}
          act={async () => {
            await post('/staff/{id}/restoration/confirmation', { path: { id: staffId } })
            await restored()
          }}
        />
      ) : (
        <p className="quiet">{say.other}</p>
      )}
    </Panel>
  )
}

/** A broken ledger beside what is known of it, the proposal to restore it, and its confirmation by someone else. */
export const RestorationPage = () => {
  const { say, language } = useSay(words)
  const { id = '' } = useParams()
  const client = useQueryClient()
  const key = ['/staff/{id}/restoration', id]
  const record = useQuery({
    queryKey: key,
    queryFn: () => get('/staff/{id}/restoration', { path: { id } }),
    retry: false,
  })
  const done = useQuery<boolean>({ queryKey: [...key, 'done'], enabled: false })
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      {done.data === true ? (
        <Notice tone="good" title={say.done} />
      ) : (
        <Answer of={record}>
          {({ name, institution, fault, since, vouched, unreadable, entries, proposal }) => (
            <>
              <Panel title={say.about}>
                <Facts
                  of={[
                    [say.name, name],
                    [say.institution, institution.name],
                    [say.fault, faultText(fault, language)],
                    ...(since === '' ? [] : [[say.since, day(since, language)] as const]),
                    [
                      say.root,
                      vouched === null
                        ? say.unrooted
                        : fill(say.rooted, { day: day(vouched.day, language), length: vouched.length }),
                    ],
                    ...(unreadable === 0 ? [] : [[say.unreadable, unreadable] as const]),
                  ]}
                />
              </Panel>
              <Panel title={say.entries}>
                <Entries of={entries} />
              </Panel>
              {proposal !== null && (
                <Proposal
                  staffId={id}
                  of={proposal}
                  restored={async () => client.setQueryData([...key, 'done'], true)}
                />
              )}
              <ProposeForm
                staffId={id}
                length={entries.length + unreadable}
                holds={entries.filter(({ whole }) => whole).length}
                proposed={() => client.invalidateQueries({ queryKey: key })}
              />
            </>
          )}
        </Answer>
      )}
    </>
  )
}
