import { Button } from 'antd'
import { Link } from 'react-router'
import type { Rehearsal } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { Empty, Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './year.module.css'

const words = {
  zh: {
    title: '等待办理的部门',
    text: '这些部门办结手里的申请（按申报的学时同意），下列人员就能完成这一年。',
    none: '没有人因为申请在等待办理而没有完成这一年。',
    persons: '{count} 人',
    since: '最早一件自 {day} 起等待',
    requests: '查看 {count} 件申请',
    request: '申请 {id}',
    waits: '自 {day}',
    more: '显示更多',
  },
  en: {
    title: 'Desks that hold a year back',
    text: 'If these desks granted what they hold, as it was claimed, these persons would complete the year.',
    none: 'Nobody lacks the year because of a claim that waits.',
    persons: '{count} {count|person|persons}',
    since: 'the oldest has waited since {day}',
    requests: 'Show {count} {count|request|requests}',
    request: 'Request {id}',
    waits: 'since {day}',
    more: 'Show more',
  },
} as const

type Desk = Rehearsal['blocking']['items'][number]

const DeskOf = ({ desk }: { readonly desk: Desk }) => {
  const { say, language } = useSay(words)
  const { organisation, stage, persons, since, requests } = desk
  return (
    <li>
      <h3>{organisation.name}</h3>
      <p className={styles.deskFacts}>
        <span>{term('stage', stage, language)}</span>
        <strong className="number">{fill(say.persons, { count: persons })}</strong>
        <span className="quiet">{fill(say.since, { day: day(since, language) })}</span>
      </p>
      <details>
        <summary>{fill(say.requests, { count: requests.length })}</summary>
        <ul className="plain">
          {requests.map((request) => (
            <li key={`${request.requestId} ${request.staffId}`}>
              <Link to={`/request/${encodeURIComponent(request.requestId)}`}>
                {fill(say.request, { id: request.requestId })}
              </Link>{' '}
              <span className="quiet">{fill(say.waits, { day: day(request.since, language) })}</span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

export interface BlockingDesksProps {
  readonly of: readonly Desk[]
  readonly more?: { readonly isBusy: boolean; readonly ask: () => void }
}

/** Whose desk keeps whom from completing the year, each with the requests that wait there. */
export const BlockingDesks = ({ of: desks, more }: BlockingDesksProps) => {
  const { say } = useSay(words)
  return (
    <Panel title={say.title}>
      {desks.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <>
          <p>{say.text}</p>
          <ul className={`plain ${styles.desks}`}>
            {desks.map((desk) => (
              <DeskOf key={`${desk.organisation.id} ${desk.stage}`} desk={desk} />
            ))}
          </ul>
        </>
      )}
      {more && (
        <Button loading={more.isBusy} onClick={more.ask}>
          {say.more}
        </Button>
      )}
    </Panel>
  )
}
