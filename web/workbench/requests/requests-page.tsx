import { Link } from 'react-router'
import type { ListedRequest } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { stageTerm, term } from '../../shared/terms.ts'
import { has, useMe } from '../me.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { RequestStatus } from '../parts/request-status.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { requestTypes } from './request-values.ts'
import styles from './requests.module.css'
import { words } from './words.ts'

const own = {
  zh: {
    page: '我的申请',
    lead: '选择要办的事项；已经提交的列在下面。',
    ways: '办理事项',
    sent: '已提交',
    table: '已提交的申请',
    matter: '事项',
    type: '类型',
    status: '状态',
    stage: '现在的环节',
    submitted: '提交日期',
    none: '还没有提交过申请。要申报学时或办理其他事项，请在上面选择。',
  },
  en: {
    page: 'My requests',
    lead: 'Choose what to file; what you sent stands below.',
    ways: 'What can be filed',
    sent: 'Sent',
    table: 'Requests that were sent',
    matter: 'Matter',
    type: 'Type',
    status: 'Status',
    stage: 'Now with',
    submitted: 'Sent on',
    none: 'You have not sent any request yet. Choose above what to file.',
  },
} as const

/** What can be filed, and what was. */
export const RequestsPage = () => {
  const { say, language } = useSay(own)
  const { say: sayType } = useSay(words)
  const me = useMe()
  const list = useList('/requests', { query: { box: 'mine' } })
  const offered = requestTypes.filter((type) => {
    if (type === 'post_change') return has(me, 'institution')
    if (type === 'record_change') return has(me, 'institution', 'department', 'authority')
    // An objection begins at what it is about.
    return type !== 'objection'
  })
  return (
    <>
      <PageHead title={say.page} lead={<p>{say.lead}</p>} />
      <nav aria-label={say.ways}>
        <ul className={styles.waysToFile}>
          {offered.map((type) => (
            <li key={type}>
              <Link to={`/requests/new/${type.replaceAll('_', '-')}`}>
                <strong>{sayType[`file_${type}`]}</strong>
                <div className="quiet">{sayType[`short_${type}`]}</div>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Panel title={say.sent}>
        <List<ListedRequest>
          of={list}
          label={say.table}
          rowKey={({ id }) => id}
          empty={<Empty>{say.none}</Empty>}
          columns={[
            {
              title: say.matter,
              key: 'matter',
              render: (_, { id, title, type, status, holder, submittedAt }) => (
                <>
                  <Link to={`/request/${encodeURIComponent(id)}`}>{title}</Link>
                  <div className={`quiet ${styles.requestNumber}`}>{id}</div>
                  <div className="on-narrow">
                    <RequestStatus status={status} />
                    {holder && <div className="quiet">{holder.name}</div>}
                    <div className="quiet number">
                      {term('type', type, language)} · {day(submittedAt, language)}
                    </div>
                  </div>
                </>
              ),
            },
            {
              title: say.status,
              key: 'status',
              className: 'on-wide',
              render: (_, { status }) => <RequestStatus status={status} />,
            },
            {
              title: say.stage,
              key: 'stage',
              className: 'on-wide',
              render: (_, { type, stage, holder }) => (
                <>
                  {stage === null ? '—' : stageTerm(type, stage, language)}
                  {holder && <div className="quiet">{holder.name}</div>}
                </>
              ),
            },
            {
              title: say.type,
              key: 'type',
              className: 'on-wide',
              render: (_, { type }) => term('type', type, language),
            },
            {
              title: say.submitted,
              key: 'submitted',
              className: 'number on-wide',
              render: (_, { submittedAt }) => day(submittedAt, language),
            },
          ]}
        />
      </Panel>
    </>
  )
}
