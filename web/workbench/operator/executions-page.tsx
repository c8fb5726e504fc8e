import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { Execution } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { labelled } from '../../shared/labelled.ts'
import { oneOf } from '../../shared/one-of.ts'
import { has, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Facts } from '../parts/facts.tsx'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { executionPath, executionTones, executionWords, statuses, workflows } from './execution-words.ts'
import styles from './operator.module.css'

const words = {
  zh: {
    title: '流程运行',
    lead: '每一件申请、每一次结算都是一次流程运行。失败的可以在排除原因后从失败处继续。',
    running: '运行中',
    waiting: '等待办理',
    failed: '失败',
    timedOut: '超时',
    aborted: '已终止',
    more: '以上',
    asOf: '截至 {moment}',
    list: '流程运行列表',
    request: '申请编号',
    workflow: '流程',
    all: '全部流程',
    search: '查找',
    clear: '清除条件',
    status: '状态',
    started: '开始时间',
    stopped: '结束时间',
    name: '执行名称',
    none: '没有符合条件的流程运行。',
    redrive: '让列出的 {count} 个从失败处继续',
    redriveTitle: '确认从失败处继续',
    redriveFollows:
      '已完成的步骤不会重做，从失败的状态接着运行。按流程本身的规定结束的不会继续，会逐个说明。请先确认原因已经排除。',
    redriveReason: '会和您的姓名一起记录，审计可以看到。',
    redriven: '{count} 个已经继续。',
    left: '没有继续',
  },
  en: {
    title: 'Executions',
    lead: 'Every request and every close is an execution. One that failed can go on once its cause is gone.',
    running: 'Running',
    waiting: 'Waiting for people',
    failed: 'Failed',
    timedOut: 'Timed out',
    aborted: 'Stopped',
    more: 'or more',
    asOf: 'as of {moment}',
    list: 'Executions',
    request: 'Request number',
    workflow: 'Workflow',
    all: 'All workflows',
    search: 'Search',
    clear: 'Clear',
    status: 'Status',
    started: 'Started',
    stopped: 'Ended',
    name: 'Name',
    none: 'No execution fits.',
    redrive: 'Let the listed ones go on ({count})',
    redriveTitle: 'Let them go on',
    redriveFollows:
      'What is done is not done again: each goes on from the state that failed. Those that ended where their workflow says are left, and named. Make sure that the cause is gone.',
    redriveReason: 'It is recorded with your name, for auditors to see.',
    redriven: '{count} {count|goes|go} on.',
    left: 'Left as they are',
  },
} as const

const counters = [
  ['running', 'RUNNING'],
  ['waiting', 'RUNNING'],
  ['failed', 'FAILED'],
  ['timedOut', 'TIMED_OUT'],
  ['aborted', 'ABORTED'],
] as const

const EVERY_HALF_MINUTE = 30_000

const Counters = ({ status }: { readonly status: string | null }) => {
  const { say, language } = useSay(words)
  const counted = useQuery({
    queryKey: ['/executions/counters'],
    queryFn: () => get('/executions/counters'),
    refetchInterval: EVERY_HALF_MINUTE,
  })
  return (
    <Answer of={counted}>
      {(counts) => (
        <>
          <ul className={styles.counters}>
            {counters.map(([name, of]) => (
              <li key={name}>
                <Link
                  to={`/executions?status=${of}`}
                  aria-current={status === of && name !== 'waiting' ? 'true' : undefined}
                >
                  <span className="quiet">{say[name]}</span>
                  <div className="big">
                    {counts[name].count} {counts[name].more && <small>{say.more}</small>}
                  </div>
                </Link>
              </li>
            ))}
          </ul>
          <p className="quiet">{fill(say.asOf, { moment: moment(counts.asOf, language) })}</p>
        </>
      )}
    </Answer>
  )
}

/** Search by request number and workflow; what is searched for stands in the address. */
const Filters = () => {
  const { say } = useSay({
    zh: { ...words.zh, ...executionWords.zh },
    en: { ...words.en, ...executionWords.en },
  })
  const [query, setQuery] = useSearchParams()
  const [request, setRequest] = useState(query.get('request') ?? '')
  const id = useId()
  const search = (change: Readonly<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(query)
    for (const [name, value] of Object.entries(change))
      if (value === undefined || value === '') next.delete(name)
      else next.set(name, value)
    setQuery(next)
  }
  return (
    <form
      className="filters"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        search({ request: request.trim() })
      }}
    >
      <div className="wide-field">
        <label htmlFor={`${id}-request`}>{say.request}</label>
        <Input id={`${id}-request`} value={request} onChange={({ target }) => setRequest(target.value)} />
      </div>
      <div>
        <label htmlFor={`${id}-workflow`}>{say.workflow}</label>
        <Select
          id={`${id}-workflow`}
          popupMatchSelectWidth={false}
          value={query.get('workflow') ?? ''}
          onChange={(workflow) => search({ workflow })}
          options={[
            { value: '', label: say.all },
            ...workflows.map((workflow) => ({ value: workflow, label: say[workflow] })),
          ]}
        />
      </div>
      <Button type="primary" htmlType="submit">
        {say.search}
      </Button>
      {query.size > 0 && (
        <Button
          onClick={() => {
            setRequest('')
            setQuery({})
          }}
        >
          {say.clear}
        </Button>
      )}
    </form>
  )
}

/** As many as one call lets go on. */
const AT_ONCE = 50

/** After an outage: lets what is listed go on, and names what may not. */
const RedriveListed = ({ listed }: { readonly listed: readonly Execution[] }) => {
  const { say, language } = useSay(words)
  const queries = useQueryClient()
  const [done, setDone] = useState<Awaited<ReturnType<typeof redrive>>>()
  const chosen = listed.slice(0, AT_ONCE)
  const left = done?.items.filter(({ problem }) => problem !== null) ?? []
  return (
    <>
      {chosen.length > 0 && (
        <Confirm
          label={fill(say.redrive, { count: chosen.length })}
          title={say.redriveTitle}
          follows={<p>{say.redriveFollows}</p>}
          reason={{ hint: say.redriveReason, required: true }}
          act={async (reason) => {
            setDone(await redrive(chosen, reason))
            await queries.invalidateQueries()
          }}
        />
      )}
      {done && <p role="status">{fill(say.redriven, { count: done.redriven })}</p>}
      {left.length > 0 && (
        <Facts
          of={[
            [
              say.left,
              left.map(({ name, problem }) => labelled(name, problem?.title ?? '', language)).join(' '),
            ],
          ]}
        />
      )}
    </>
  )
}

const redrive = (executions: readonly Execution[], reason: string) =>
  post('/executions/redrives', {
    body: { reason, executions: executions.map(({ workflow, name }) => ({ workflow, name })) },
  })

const MAY_GO_ON = ['FAILED', 'TIMED_OUT', 'ABORTED']

/** What runs, waits and has failed; each counter opens its list. */
export const ExecutionsPage = () => {
  const { say, language } = useSay({
    zh: { ...words.zh, ...executionWords.zh },
    en: { ...words.en, ...executionWords.en },
  })
  const [query] = useSearchParams()
  const isOperator = has(useMe(), 'operator')
  const list = useList('/executions', {
    query: {
      status: oneOf(statuses, query.get('status')),
      workflow: oneOf(workflows, query.get('workflow')),
      request: query.get('request'),
    },
  })
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <Counters status={query.get('status')} />
      <Panel title={say.list}>
        <Filters />
        {isOperator && MAY_GO_ON.includes(query.get('status') ?? '') && (
          <RedriveListed listed={list.data?.pages.flatMap(({ items }) => items) ?? []} />
        )}
        <List<Execution>
          of={list}
          label={say.list}
          rowKey={({ workflow, name }) => `${workflow} ${name}`}
          empty={<Empty>{say.none}</Empty>}
          columns={[
            {
              title: say.status,
              key: 'status',
              render: (_, { status }) => <StatusMark tone={executionTones[status]}>{say[status]}</StatusMark>,
            },
            { title: say.workflow, key: 'workflow', render: (_, { workflow }) => say[workflow] },
            {
              title: say.name,
              key: 'name',
              className: `${styles.break}`,
              render: (_, execution) => <Link to={executionPath(execution)}>{execution.name}</Link>,
            },
            {
              title: say.started,
              key: 'started',
              render: (_, { startedAt }) => moment(startedAt, language),
            },
            {
              title: say.stopped,
              key: 'stopped',
              render: (_, { stoppedAt }) => (stoppedAt === null ? '—' : moment(stoppedAt, language)),
            },
          ]}
        />
      </Panel>
    </>
  )
}
