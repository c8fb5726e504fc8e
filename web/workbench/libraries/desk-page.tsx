import { Link } from 'react-router'
import { libraryNames, libraryStates } from '../../../functions/libraries/words.ts'
import type { LibraryRow } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { labelled } from '../../shared/labelled.ts'
import { has, seatsOf, useMe } from '../me.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { type ListAnswer, useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { Done } from '../registers/done.tsx'
import { kinds } from './kinds.ts'
import { words } from './words.ts'

interface RowsProps {
  readonly of: ListAnswer<LibraryRow>
  readonly label: string
  readonly none: string
  readonly only?: (row: LibraryRow) => boolean
}

const Rows = ({ of, label, none, only }: RowsProps) => {
  const { say, language } = useSay(words)
  return (
    <List<LibraryRow>
      of={of}
      label={label}
      rowKey={({ id }) => id}
      empty={<Empty>{none}</Empty>}
      {...(only === undefined ? {} : { only })}
      columns={[
        {
          title: say.name,
          key: 'name',
          render: (_, { id, name }) => (
            <Link to={`/libraries/entry/${encodeURIComponent(id)}`} className="strong">
              {name}
            </Link>
          ),
        },
        { title: say.kind, key: 'kind', render: (_, { kind }) => libraryNames[kind][language] },
        {
          title: say.state,
          key: 'state',
          render: (_, { state, inReview }) => (
            <>
              <StatusMark tone={state === 'listed' ? 'good' : state === 'in_review' ? 'wait' : 'plain'}>
                {libraryStates[state][language]}
              </StatusMark>
              {inReview && state !== 'in_review' && <div className="quiet">{say.renewing}</div>}
            </>
          ),
        },
        { title: say.submitter, key: 'submitter', render: (_, { submittedBy }) => submittedBy.name },
        {
          title: say.until,
          key: 'until',
          className: 'nowrap',
          render: (_, { until }) => (until === null ? '' : day(until, language)),
        },
      ]}
    />
  )
}

const Reviews = () => {
  const { say } = useSay(words)
  const list = useList('/library-reviews', {})
  return (
    <>
      <Panel title={say.mine}>
        <Rows of={list} label={say.mine} none={say.noneMine} only={({ mine }) => mine} />
      </Panel>
      <Panel title={say.inReview}>
        <Rows of={list} label={say.inReview} none={say.noneInReview} only={({ mine }) => !mine} />
      </Panel>
    </>
  )
}

const Own = ({ id, name }: { readonly id: string; readonly name: string }) => {
  const { say, language } = useSay(words)
  const list = useList('/organisations/{id}/library-entries', { path: { id } })
  const title = labelled(say.own, name, language)
  return (
    <Panel title={title}>
      <Rows of={list} label={title} none={say.noneOwn} />
    </Panel>
  )
}

/** What one's organisations submitted to the libraries, and what waits for one's review. */
export const LibraryDeskPage = () => {
  const { say, language } = useSay(words)
  const me = useMe()
  const seats = seatsOf(me, 'institution', 'department', 'authority')
  const own = [...new Map(seats.map(({ organisation }) => [organisation.id, organisation])).values()]
  return (
    <>
      <PageHead
        title={say.desk}
        lead={<p>{say.deskLead}</p>}
        actions={
          own.length > 0 &&
          kinds.map((kind) => (
            <Link className="button" key={kind} to={`/libraries/new/${kind}`}>
              {labelled(say.submit, libraryNames[kind][language], language)}
            </Link>
          ))
        }
      />
      <Done />
      {has(me, 'authority') && <Reviews />}
      {own.map(({ id, name }) => (
        <Own key={id} id={id} name={name} />
      ))}
    </>
  )
}
