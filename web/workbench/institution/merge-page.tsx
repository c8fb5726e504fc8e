import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { get, ProblemError, post } from '../../shared/api/client.ts'
import type { Merge } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { personQuery } from '../person/person-queries.ts'
import { fill, useSay } from '../preferences.tsx'
import { entryText } from './entry-text.ts'

const words = {
  zh: {
    title: '合并重复的档案',
    lead: '同一人有两份档案时，保留一份，另一份并入后关闭、永久保存。由一人提出、另一人确认（第三十五条）。',
    back: '{name}的档案',
    other: '要并入的档案',
    otherHint: '另一份档案的人员编号，见其档案页网址中 /persons/ 之后的部分。',
    look: '查看合并后的变化',
    sides: '两份档案',
    side: '项目',
    stays: '保留',
    closes: '并入后关闭',
    name: '姓名',
    institution: '所在单位',
    staffNo: '工号',
    hiredOn: '聘用日期',
    entries: '台账记录',
    certificates: '证书（保持有效）',
    none: '无',
    facts: '将并入的记录（{count} 条）',
    noFacts: '没有可并入的记录。',
    states: '内容',
    recorded: '记入日期',
    twin: '重复',
    twinOf: '可能与保留档案第 {of} 条相同',
    leave: '不并入',
    years: '各年度认定学时的变化',
    noYears: '各年度学时不变。',
    year: '年度',
    before: '合并前（公共/专业）',
    after: '合并后（公共/专业）',
    open: '要并入的档案还有 {count} 件未办结的事项，请先办结或撤回。',
    moves: '关闭的档案的账号转到保留的档案，登录方式不变。',
    ends: '关闭的档案的账号停用，席位随之取消。',
    propose: '提出合并',
    proposeTitle: '提出合并这两份档案',
    follows: '另一人确认后生效；在那之前什么都不变。',
    hint: '写明核实的经过，记入两份档案。',
    proposal: '待确认的合并',
    proposed: '{name}于 {moment} 提出。理由：{reason}',
    confirm: '确认合并',
    confirmTitle: '确认合并',
    irrevocable: '关闭的档案不能重新启用；并入的记录可以更正。',
    underWay: '这次合并已确认，但没有做完。再确认一次，从中断处继续。',
    someoneElse: '须由另一位工作人员确认。',
    done: '已合并：并入 {taken} 条记录，{leftOut} 条未并入。',
  },
  en: {
    title: 'Merge two records of one person',
    lead: 'One record stays; the other is closed and kept for ever. One person proposes, another confirms (Art. 35).',
    back: 'Record of {name}',
    other: 'The record to be closed',
    otherHint: 'Its number: what stands after /persons/ in the address of its page.',
    look: 'See what would change',
    sides: 'Both records',
    side: 'Field',
    stays: 'Stays',
    closes: 'Is closed',
    name: 'Name',
    institution: 'Institution',
    staffNo: 'Staff number',
    hiredOn: 'Hired on',
    entries: 'Ledger entries',
    certificates: 'Certificates (stay valid)',
    none: 'none',
    facts: 'Entries to be taken over ({count})',
    noFacts: 'There is nothing to take over.',
    states: 'States',
    recorded: 'Recorded',
    twin: 'Twice',
    twinOf: 'may be entry {of} of the record that stays',
    leave: 'Leave out',
    years: 'Counted hours by year',
    noYears: 'No year’s hours change.',
    year: 'Year',
    before: 'Before (public/professional)',
    after: 'After (public/professional)',
    open: '{count} {count|request|requests} about the record to be closed {count|is|are} not decided: end or withdraw {count|it|them} first.',
    moves: 'The account of the closed record goes to the one that stays; the login is the same.',
    ends: 'The account of the closed record is suspended, and its seats end.',
    propose: 'Propose',
    proposeTitle: 'Propose to merge these records',
    follows: 'It happens when someone else confirms; until then nothing changes.',
    hint: 'Say what was looked into; it stays on both records.',
    proposal: 'A merge waits',
    proposed: '{name}, {moment}. Reason: {reason}',
    confirm: 'Confirm',
    confirmTitle: 'Merge these records',
    irrevocable: 'A closed record is not opened again; what was taken over can be corrected.',
    underWay: 'This merge was confirmed and did not come to its end. Confirm again to go on.',
    someoneElse: 'Someone else must confirm it.',
    done: 'Merged: {taken} {taken|entry|entries} taken over, {leftOut} left out.',
  },
} as const

const Sides = ({ into, from }: Pick<Merge, 'into' | 'from'>) => {
  const { say, language } = useSay(words)
  const rows = [
    [say.name, into.name, from.name],
    [say.institution, into.institution.name, from.institution.name],
    [say.staffNo, into.staffNo ?? say.none, from.staffNo ?? say.none],
    [say.hiredOn, day(into.hiredOn, language), day(from.hiredOn, language)],
    [say.entries, String(into.entries), String(from.entries)],
    ...[[say.certificates, into.certificates.join(' ') || say.none, from.certificates.join(' ') || say.none]],
  ]
  return (
    <Table<string[]>
      items={rows}
      label={say.sides}
      rowKey={([name = '']) => name}
      columns={[
        { key: 'field', title: say.side, render: (_, [name]) => name },
        { key: 'into', title: say.stays, render: (_, [, one]) => one },
        { key: 'from', title: say.closes, render: (_, [, , one]) => one },
      ]}
    />
  )
}

type Fact = Merge['facts'][number]

const Facts = ({
  of: facts,
  leaveOut,
  choose,
}: {
  readonly of: readonly Fact[]
  readonly leaveOut: readonly number[]
  /** Undefined where it is proposed already. */
  readonly choose: ((leaveOut: number[]) => void) | undefined
}) => {
  const { say, language } = useSay(words)
  if (facts.length === 0) return <Empty>{say.noFacts}</Empty>
  const isLeft = ({ sequence }: Fact): boolean => leaveOut.includes(sequence)
  return (
    <Table<Fact>
      items={facts}
      label={fill(say.facts, { count: facts.length })}
      rowKey={({ sequence }) => String(sequence)}
      columns={[
        { key: 'states', title: say.states, render: (_, one) => entryText(one, language) },
        {
          key: 'recorded',
          title: say.recorded,
          render: (_, one) => day(one.recordedAt.slice(0, 10), language),
        },
        {
          key: 'twin',
          title: say.twin,
          render: (_, { twinOf }) => (twinOf === null ? '' : fill(say.twinOf, { of: twinOf })),
        },
        {
          key: 'leave',
          title: say.leave,
          render: (_, one) => (
            <label>
              <input
                type="checkbox"
                checked={isLeft(one)}
                disabled={choose === undefined}
                onChange={() =>
                  choose?.(
                    isLeft(one)
                      ? leaveOut.filter((sequence) => sequence !== one.sequence)
                      : [...leaveOut, one.sequence],
                  )
                }
              />{' '}
              {say.leave}
            </label>
          ),
        },
      ]}
    />
  )
}

const Years = ({ of: years }: { readonly of: Merge['years'] }) => {
  const { say } = useSay(words)
  if (years.length === 0) return <p className="quiet">{say.noYears}</p>
  const text = (hours: { public: number; professional: number }) => `${hours.public} / ${hours.professional}`
  return (
    <Table<Merge['years'][number]>
      items={years}
      label={say.years}
      rowKey={({ year }) => String(year)}
      columns={[
        { key: 'year', title: say.year, render: (_, { year }) => year },
        { key: 'before', title: say.before, render: (_, { before }) => text(before) },
        { key: 'after', title: say.after, render: (_, { after }) => text(after) },
      ]}
    />
  )
}

/** What the merge of two records would change, and its two steps. */
const Preview = ({
  of: merge,
  changed,
}: {
  readonly of: Merge
  readonly changed: (done?: string) => Promise<unknown>
}) => {
  const { say, language } = useSay(words)
  const { into, from, facts, years, openRequests, account, proposal } = merge
  const [leaveOut, setLeaveOut] = useState(facts.flatMap((one) => (one.leftOut ? [one.sequence] : [])))
  return (
    <>
      <Panel title={say.sides}>
        <Sides into={into} from={from} />
        {account !== 'none' && <p>{say[account]}</p>}
        {openRequests > 0 && <Notice tone="wait" title={fill(say.open, { count: openRequests })} />}
      </Panel>
      <Panel title={fill(say.facts, { count: facts.length })}>
        <Facts of={facts} leaveOut={leaveOut} choose={proposal === null ? setLeaveOut : undefined} />
      </Panel>
      <Panel title={say.years}>
        <Years of={years} />
      </Panel>
      {proposal === null ? (
        <Confirm
          label={say.propose}
          title={say.proposeTitle}
          follows={<p>{say.follows}</p>}
          reason={{ hint: say.hint, required: true }}
          act={async (reason) => {
            await post('/persons/{id}/merge', {
              path: { id: into.id },
              body: { from: from.id, leaveOut, reason },
            })
            await changed()
          }}
        />
      ) : (
        <Panel title={say.proposal}>
          <p>
            {fill(say.proposed, {
              name: proposal.by.name ?? proposal.by.id,
              moment: moment(proposal.at, language),
              reason: proposal.reason,
            })}
          </p>
          {proposal.isUnderWay && <p>{say.underWay}</p>}
          {proposal.mayConfirm ? (
            <Confirm
              danger
              label={say.confirm}
              title={say.confirmTitle}
              follows={<p>{say.irrevocable}</p>}
              act={async () => {
                const done = await post('/persons/{id}/merge/confirmation', { path: { id: into.id } })
                await changed(fill(say.done, done))
              }}
            />
          ) : (
            <p className="quiet">{say.someoneElse}</p>
          )}
        </Panel>
      )}
    </>
  )
}

/** Which other record: by the number that its page's address ends with. */
const Other = () => {
  const { say } = useSay(words)
  const [search, setSearch] = useSearchParams()
  const [text, setText] = useState(search.get('from') ?? '')
  const id = useId()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') setSearch({ from: text.trim() })
      }}
    >
      <p>
        <label htmlFor={id}>{say.other}</label>
        <Input
          id={id}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <span className="quiet" id={`${id}-hint`}>
          {say.otherHint}
        </span>
      </p>
      <Button htmlType="submit">{say.look}</Button>
    </form>
  )
}

/** No merge waits and none was asked about: the API knows of nothing to show. */
const nothingYet = (error: unknown): boolean => error instanceof ProblemError && error.status === 404

/** Two records of one person become one: what would change, the proposal, its confirmation by someone else. */
export const MergePage = () => {
  const { say } = useSay(words)
  const { id = '' } = useParams()
  const from = useSearchParams()[0].get('from') ?? undefined
  const client = useQueryClient()
  const [done, setDone] = useState<string>()
  const person = useQuery(personQuery(id))
  const key = ['/persons/{id}/merge', id, from]
  const merge = useQuery({
    queryKey: key,
    queryFn: () =>
      get('/persons/{id}/merge', { path: { id }, query: from === undefined ? {} : { from } }).catch(
        (error: unknown) => {
          if (from === undefined && nothingYet(error)) return null
          throw error
        },
      ),
    retry: false,
  })
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        back={{
          to: `/persons/${encodeURIComponent(id)}`,
          label: fill(say.back, { name: person.data?.name ?? '' }),
        }}
      />
      {done !== undefined ? (
        <Notice
          tone="good"
          title={done}
          actions={
            <Link className="button" to={`/persons/${encodeURIComponent(id)}`}>
              {fill(say.back, { name: person.data?.name ?? '' })}
            </Link>
          }
        />
      ) : (
        <>
          <Panel title={say.other}>
            <Other />
          </Panel>
          <Answer of={merge}>
            {(found) =>
              found === null ? null : (
                <Preview
                  key={`${found.from.id} ${found.proposal?.at}`}
                  of={found}
                  changed={async (said) => {
                    if (said !== undefined) setDone(said)
                    await client.invalidateQueries({ queryKey: said === undefined ? key : ['/persons'] })
                  }}
                />
              )
            }
          </Answer>
        </>
      )}
    </>
  )
}
