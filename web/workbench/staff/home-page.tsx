import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from 'react-router'
import { decisions } from '../../../functions/requests/words.ts'
import type { ListedRequest } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { has, useMe, yearOf } from '../me.ts'
import { newsQuery } from '../news.ts'
import { Answer } from '../parts/answer.tsx'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { RequestStatus } from '../parts/request-status.tsx'
import { Unread } from '../parts/unread.tsx'
import { useList } from '../parts/use-list.ts'
import { WaitingMatters } from '../parts/waiting-matters.tsx'
import { ledgerQuery } from '../person/ledger-query.ts'
import { ObligationMark, OtherObligations, Ways, YearFigures } from '../person/ledger-year.tsx'
import { OpenMakeUp } from '../person/open-make-up.tsx'
import { SuspendedHours } from '../person/suspended-hours.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './home.module.css'

const words = {
  zh: {
    hello: '{name}，您好',
    file: '申报学时',
    otherWays: '其他申请',
    year: '{year} 年度学时',
    whole: '查看台账',
    ways: '还差什么，可以怎样补齐',
    waiting: '等我处理',
    nothingWaits: '没有等您处理的事项。',
    todo: '{count} 件待办事项',
    todoMore: '{count} 件以上待办事项',
    late: '其中 {count} 件已过期限',
    returned: decisions.return.zh,
    sent: '我提交的',
    allSent: '全部申请',
    nothingSent: '没有正在办理的申请。',
    heldBy: '现在由 {holder} 办理',
    submitted: '{day} 提交',
    deadline: '下一个期限',
    nothing: '这里暂时没有您的事项',
    nothingText: '您的账号可以打开有权查看的申请和证书。',
  },
  en: {
    hello: 'Good day, {name}',
    file: 'File hours',
    otherWays: 'Other requests',
    year: 'Hours of {year}',
    whole: 'Open the ledger',
    ways: 'What is missing, and how to close it',
    waiting: 'Waiting for me',
    nothingWaits: 'Nothing waits for you.',
    todo: '{count} {count|task|tasks} to do',
    todoMore: 'more than {count} {count|task|tasks} to do',
    late: '{count} of them overdue',
    returned: 'Returned to you',
    sent: 'What I sent',
    allSent: 'All requests',
    nothingSent: 'No request is under way.',
    heldBy: 'now with {holder}',
    submitted: 'sent {day}',
    deadline: 'Next deadline',
    nothing: 'There is nothing of yours here yet',
    nothingText: 'Your account can open the requests and certificates that it may see.',
  },
} as const

/** A request under way, with who holds it. */
const Sent = ({ summary }: { readonly summary: ListedRequest }) => {
  const { say, language } = useSay(words)
  return (
    <li>
      <div>
        <Link className="strong" to={`/request/${encodeURIComponent(summary.id)}`}>
          {summary.title}
        </Link>
        <div className="quiet">
          {term('type', summary.type, language)} ·{' '}
          {fill(say.submitted, { day: day(summary.submittedAt, language) })}
          {summary.holder && (
            <>
              {' · '}
              {fill(say.heldBy, { holder: summary.holder.name })}
            </>
          )}
        </div>
      </div>
      <RequestStatus status={summary.status} />
    </li>
  )
}

const SentPanel = () => {
  const { say } = useSay(words)
  const requests = useList('/requests', { query: { box: 'mine', state: 'open', limit: 20 } })
  const open = requests.data?.pages[0]?.items.filter(
    ({ status }) => status === 'in_review' || status === 'on_hold',
  )
  return (
    <Panel title={say.sent} actions={<Link to="/requests">{say.allSent}</Link>}>
      <Answer of={requests}>
        {() =>
          open === undefined || open.length === 0 ? (
            <Empty>{say.nothingSent}</Empty>
          ) : (
            <ul className={`plain ${styles.matters}`}>
              {open.slice(0, 5).map((summary) => (
                <Sent key={summary.id} summary={summary} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  )
}

const WaitingPanel = () => {
  const { say, language } = useSay(words)
  const me = useMe()
  const tasks = useList('/tasks', { query: { box: 'todo', limit: 100 } }, me.holdsTasks)
  const requests = useList('/requests', { query: { box: 'mine', state: 'open', limit: 20 } })
  const returned = requests.data?.pages[0]?.items.filter(({ status }) => status === 'returned') ?? []
  const first = tasks.data?.pages[0]
  const late = first?.items.filter((task) => task.late).length ?? 0
  const news = useQuery(newsQuery)
  const matters = news.data?.waiting ?? []
  // Whether something waits isn't known as long as one of the two isn't.
  const isUnread = tasks.isError || news.isError
  const nothing = returned.length === 0 && (first?.items.length ?? 0) === 0 && matters.length === 0
  return (
    <Panel title={say.waiting}>
      <Unread of={tasks} what={say.waiting} />
      <Unread of={news} what={say.waiting} />
      <Answer of={requests}>
        {() =>
          nothing && isUnread ? null : nothing ? (
            <Empty>{say.nothingWaits}</Empty>
          ) : (
            <ul className={`plain ${styles.matters}`}>
              {first && first.items.length > 0 && (
                <li>
                  <Link className="strong" to="/tasks">
                    {fill(first.cursor === null ? say.todo : say.todoMore, { count: first.items.length })}
                  </Link>
                  {late > 0 && <span className="fault">{fill(say.late, { count: late })}</span>}
                </li>
              )}
              <WaitingMatters of={matters} />
              {returned.map(({ id, title, status, submittedAt }) => (
                <li key={id}>
                  <div>
                    <Link className="strong" to={`/request/${encodeURIComponent(id)}`}>
                      {title}
                    </Link>
                    <div className="quiet">{fill(say.submitted, { day: day(submittedAt, language) })}</div>
                  </div>
                  <RequestStatus status={status} />
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Panel>
  )
}

const YearPanel = ({ staffId, year }: { readonly staffId: string; readonly year: number }) => {
  const { say } = useSay(words)
  const ledger = useQuery(ledgerQuery(staffId))
  return (
    <Answer of={ledger}>
      {(data) => (
        <Panel
          title={fill(say.year, { year })}
          actions={
            <>
              <ObligationMark status={data.assessment.annual.status} />
              <Link to="/ledger">{say.whole}</Link>
            </>
          }
        >
          <YearFigures assessment={data.assessment} />
          <SuspendedHours own of={data.suspended} />
          <OpenMakeUp ledger={data} />
          <OtherObligations assessment={data.assessment} />
          {data.assessment.reasons.length > 0 && (
            <details>
              <summary>{say.ways}</summary>
              <Ways assessment={data.assessment} />
            </details>
          )}
        </Panel>
      )}
    </Answer>
  )
}

/** Home: this year, what waits for me, what I sent and who holds it; those without a register go to their desk. */
export const HomePage = () => {
  const { say, language } = useSay(words)
  const me = useMe()
  const isDesk = has(me, 'institution', 'department', 'authority')
  if (me.staffId === null) {
    if (isDesk) return <Navigate to="/tasks" replace />
    if (has(me, 'operator')) return <Navigate to="/executions" replace />
    if (has(me, 'auditor')) return <Navigate to="/audit" replace />
    return (
      <Notice tone="wait" title={say.nothing}>
        <p>{say.nothingText}</p>
      </Notice>
    )
  }
  return (
    <>
      <PageHead
        title={fill(say.hello, { name: me.name })}
        lead={me.roles.map(({ role, organisation }) => (
          <p key={`${role} ${organisation.id}`}>
            {organisation.name} · {term('role', role, language)}
          </p>
        ))}
        actions={
          <>
            <Link className="button primary" to="/requests/new/recognition">
              {say.file}
            </Link>
            <Link className="button" to="/requests">
              {say.otherWays}
            </Link>
          </>
        }
      />
      <YearPanel staffId={me.staffId} year={yearOf(me)} />
      <div className={styles.two}>
        <WaitingPanel />
        <SentPanel />
      </div>
    </>
  )
}
