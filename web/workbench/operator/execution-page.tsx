import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import type { ExecutionDetail, ExecutionEvent } from '../../shared/api/types.gen.ts'
import { clockTime, moment } from '../../shared/dates.ts'
import { labelled } from '../../shared/labelled.ts'
import { oneOf } from '../../shared/one-of.ts'
import { has, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Facts } from '../parts/facts.tsx'
import { List } from '../parts/list.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { Scroller } from '../parts/scroller.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { UnknownPage } from '../visitor/unknown-page.tsx'
import { executionTones, executionWords, workflows } from './execution-words.ts'
import { MachineDiagram } from './machine-diagram.tsx'
import styles from './operator.module.css'

const own = {
  zh: {
    back: '流程运行',
    facts: '运行情况',
    request: '申请',
    started: '开始时间',
    stopped: '结束时间',
    took: '历时',
    states: '所在状态',
    retries: '重试次数',
    redrives: '继续次数',
    why: '为什么没有完成',
    error: '错误代码',
    message: '错误信息',
    redrive: '从失败处继续',
    redriveTitle: '确认从失败处继续',
    redriveFollows: '已完成的步骤不会重做，从失败的状态接着运行。请先确认原因已经排除。',
    redriveReason: '会和您的姓名一起记录，审计可以看到。',
    redriven: '继续记录',
    machine: '状态机',
    events: '事件',
    time: '时间',
    type: '事件',
    milliseconds: '毫秒',
    noEvents: '没有事件。',
    seconds: '{count} 秒',
    minutes: '{count} 分钟',
    hours: '{count} 小时',
    days: '{count} 天',
  },
  en: {
    back: 'Executions',
    facts: 'How it stands',
    request: 'Request',
    started: 'Started',
    stopped: 'Ended',
    took: 'Took',
    states: 'In',
    retries: 'Retries',
    redrives: 'Redrives',
    why: 'Why it did not end well',
    error: 'Error',
    message: 'Message',
    redrive: 'Go on from where it failed',
    redriveTitle: 'Let it go on',
    redriveFollows:
      'What is done is not done again: it goes on from the state that failed. Make sure that the cause is gone.',
    redriveReason: 'It is recorded with your name, for auditors to see.',
    redriven: 'Redrives on record',
    machine: 'State machine',
    events: 'Events',
    time: 'Time',
    type: 'Event',
    milliseconds: 'Milliseconds',
    noEvents: 'No events.',
    seconds: '{count} s',
    minutes: '{count} min',
    hours: '{count} h',
    days: '{count} {count|day|days}',
  },
} as const
const words = { zh: { ...own.zh, ...executionWords.zh }, en: { ...own.en, ...executionWords.en } } as const

const units = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1000],
] as const

/** A length of time in its largest unit, to one decimal. */
const useDuration = () => {
  const { say } = useSay(words)
  return (milliseconds: number): string => {
    const [unit, length] = units.find(([, one]) => milliseconds >= one) ?? units[3]
    return fill(say[unit], { count: Math.round((milliseconds / length) * 10) / 10 })
  }
}

const Failure = ({ detail, again }: { readonly detail: ExecutionDetail; readonly again: () => void }) => {
  const { say } = useSay(words)
  const isOperator = has(useMe(), 'operator')
  if (detail.failure === null) return null
  const { error, message, explanation } = detail.failure
  return (
    <Notice
      tone="bad"
      title={say.why}
      actions={
        isOperator &&
        detail.redrivable && (
          <Confirm
            label={say.redrive}
            title={say.redriveTitle}
            follows={<p>{say.redriveFollows}</p>}
            reason={{ hint: say.redriveReason, required: true }}
            act={async (reason) => {
              await post('/executions/{workflow}/{name}/redrive', {
                path: { workflow: detail.workflow, name: detail.name },
                body: { reason },
              })
              again()
            }}
          />
        )
      }
    >
      <p>{explanation}</p>
      {error !== null && (
        <p>
          {say.error}: <code>{error}</code>
        </p>
      )}
      {message !== null && (
        <p className={styles.break}>
          {say.message}: {message}
        </p>
      )}
    </Notice>
  )
}

const Whole = ({ detail, again }: { readonly detail: ExecutionDetail; readonly again: () => void }) => {
  const { say, language } = useSay(words)
  const duration = useDuration()
  const events = useList('/executions/{workflow}/{name}/events', {
    path: { workflow: detail.workflow, name: detail.name },
  })
  const visited = useMemo(
    () =>
      new Set(
        events.data?.pages.flatMap(({ items }) => items.flatMap(({ state }) => (state ? [state] : []))),
      ),
    [events.data],
  )
  const ended = detail.stoppedAt === null ? Date.now() : Date.parse(detail.stoppedAt)
  return (
    <>
      <Failure detail={detail} again={again} />
      <Panel title={say.facts}>
        <Facts
          of={[
            [
              say.request,
              detail.requestId && (
                <Link
                  className={styles.break}
                  key="request"
                  to={`/request/${encodeURIComponent(detail.requestId)}`}
                >
                  {detail.requestId}
                </Link>
              ),
            ],
            [say.started, moment(detail.startedAt, language)],
            [say.stopped, detail.stoppedAt && moment(detail.stoppedAt, language)],
            [say.took, detail.stoppedAt && duration(Math.max(0, ended - Date.parse(detail.startedAt)))],
            [say.states, detail.states.join(', ')],
            [say.retries, detail.retries],
            [say.redrives, detail.redrives > 0 ? detail.redrives : null],
          ]}
        />
      </Panel>
      {detail.redriven.length > 0 && (
        <Panel title={say.redriven}>
          <Facts
            of={detail.redriven.map(({ at, byName, reason }) => [
              moment(at, language),
              labelled(byName, reason, language),
            ])}
          />
        </Panel>
      )}
      <div className={styles.execution}>
        <Panel title={say.machine}>
          <Scroller label={say.machine}>
            <MachineDiagram
              definition={detail.definition}
              current={detail.states}
              visited={visited}
              hasFailed={detail.failure !== null}
            />
          </Scroller>
        </Panel>
        <Panel title={say.events}>
          <List<ExecutionEvent>
            of={events}
            label={say.events}
            rowKey={({ id }) => String(id)}
            empty={<Empty>{say.noEvents}</Empty>}
            columns={[
              { title: say.time, key: 'time', className: 'number', render: (_, { at }) => clockTime(at) },
              {
                title: say.type,
                key: 'type',
                className: `${styles.break}`,
                render: (_, { type, state, error, message }) => (
                  <>
                    {/* `TaskStateEntered`, so that it may wrap between its words */}
                    {type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')}
                    {state !== null && <div className="quiet">{state}</div>}
                    {error !== null && <div className="fault">{error}</div>}
                    {message !== null && <div className="quiet">{message}</div>}
                  </>
                ),
              },
              {
                title: say.milliseconds,
                key: 'milliseconds',
                align: 'right',
                className: 'amount',
                render: (_, { milliseconds }) => milliseconds ?? '—',
              },
            ]}
          />
        </Panel>
      </div>
    </>
  )
}

const Found = ({ of: path }: { readonly of: Pick<ExecutionDetail, 'workflow' | 'name'> }) => {
  const { say } = useSay(words)
  const client = useQueryClient()
  const found = useQuery({
    queryKey: ['/executions/{workflow}/{name}', path],
    queryFn: () => get('/executions/{workflow}/{name}', { path }),
  })
  return (
    <Answer of={found}>
      {(detail) => (
        <>
          <PageHead
            title={say[detail.workflow]}
            back={{ to: '/executions', label: say.back }}
            lead={
              <>
                <p>
                  <StatusMark tone={executionTones[detail.status]}>{say[detail.status]}</StatusMark>
                </p>
                <p className={styles.break}>{detail.name}</p>
              </>
            }
          />
          <Whole detail={detail} again={() => void client.invalidateQueries()} />
        </>
      )}
    </Answer>
  )
}

/** An execution: where it stands, its machine, its events, why it failed, and letting it go on. */
export const ExecutionPage = () => {
  const { workflow, name = '' } = useParams()
  const known = oneOf(workflows, workflow)
  return known === undefined ? <UnknownPage /> : <Found of={{ workflow: known, name }} />
}
