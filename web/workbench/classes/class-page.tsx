import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link, useParams } from 'react-router'
import type { TrainingClass } from '../../shared/api/types.gen.ts'
import { period } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { seatsOf, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { Loading } from '../parts/loading.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import { PresenceMark, type Session, sessionText } from './class-marks.tsx'
import { classQuery } from './class-query.ts'
import { EvaluatedPanel, EvaluatePanel } from './evaluation.tsx'
import { Lacking, MyPlace } from './my-place.tsx'
import { words } from './words.ts'

/** The organiser's lists, closing and changes: whoever comes does not load them. */
const ClassDeskPanels = lazy(async () => ({ default: (await import('./class-desk.tsx')).ClassDeskPanels }))

/** For whoever enters others. */
const CallUp = lazy(async () => ({ default: (await import('./call-up.tsx')).CallUp }))

/** What was filed of it. */
const FiledFacts = lazy(async () => ({ default: (await import('./filed-facts.tsx')).FiledFacts }))

/** Loaded where there is something to read or to write. */
const ClassNotices = lazy(async () => ({ default: (await import('./class-notices.tsx')).ClassNotices }))

const Sessions = ({ of: training }: { readonly of: TrainingClass }) => {
  const { say, language } = useSay(words)
  const { mine } = training
  const notedOf = ({ id }: Session) => mine?.attendance.find(({ session }) => session === id)
  const columns: Column<Session>[] = [
    {
      title: say.session,
      key: 'session',
      render: (_, session) => (
        <>
          {sessionText(session, language)}
          <div className="on-narrow">
            <div className="quiet">
              {session.course} · {term('subject', session.subject, language)}
            </div>
            {mine !== null && <PresenceMark of={notedOf(session)} say={say} />}
          </div>
        </>
      ),
    },
    {
      title: say.course,
      key: 'course',
      className: 'on-wide',
      render: (_, { course, subject }) => (
        <>
          {course}
          <div className="quiet">{term('subject', subject, language)}</div>
        </>
      ),
    },
  ]
  if (mine !== null)
    columns.push({
      title: say.attendance,
      key: 'attendance',
      className: 'on-wide',
      render: (_, session) => <PresenceMark of={notedOf(session)} say={say} />,
    })
  return (
    <Panel title={say.sessions}>
      <Table<Session>
        items={training.sessions}
        columns={columns}
        rowKey={({ id }) => id}
        label={say.sessions}
      />
    </Panel>
  )
}

const Notices = ({ of: training }: { readonly of: TrainingClass }) => (
  <Suspense>
    <ClassNotices of={training} />
  </Suspense>
)

/** What an organiser's page is made of, by the words of its parts. */
const wayTo = {
  participants: 'participants',
  attendance: 'attendanceOf',
  closing: 'close',
  change: 'changeIt',
  'call-up': 'callUp',
  notices: 'noticesOf',
} as const

const Shown = ({ of: training }: { readonly of: TrainingClass }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const { id, title, organiser, firstDay, lastDay, place, capacity, enrolled, waiting, state } = training
  const mayEnter = training.organises || seatsOf(me, 'institution').length > 0
  return (
    <>
      <PageHead
        title={title}
        back={
          training.organises
            ? { to: '/programmes/own', label: say.ownClasses }
            : me.staffId === null
              ? { to: '/programmes', label: say.find }
              : { to: '/classes', label: say.myClasses }
        }
        actions={
          <Link className="button" to={`/programme/${id}`}>
            {say.programme}
          </Link>
        }
      />
      <Panel title={say.about}>
        <Facts
          of={[
            [say.state, term('programmeState', state, language)],
            [say.organiser, organiser.name],
            [say.dates, period(firstDay, lastDay, language)],
            [say.place, place],
            [say.seats, fill(say.seatsText, { capacity, enrolled, waiting })],
          ]}
        />
        <Suspense>
          <FiledFacts id={id} />
        </Suspense>
      </Panel>
      {training.organises && state === 'accepted' && (
        <nav className="actions" aria-label={say.onPage}>
          {(['participants', 'attendance', 'closing', 'change', 'call-up', 'notices'] as const).map(
            (part) => (
              <a key={part} href={`#${part}`}>
                {say[wayTo[part]]}
              </a>
            ),
          )}
        </nav>
      )}
      {me.staffId !== null && <MyPlace of={training} staffId={me.staffId} />}
      {state === 'closed' && <EvaluatePanel of={training} />}
      {!training.organises && training.notices.length > 0 && <Notices of={training} />}
      <Sessions of={training} />
      {me.staffId !== null && state === 'accepted' && <Lacking staffId={me.staffId} />}
      {training.organises && (
        <Suspense fallback={<Loading />}>
          <ClassDeskPanels of={training} />
        </Suspense>
      )}
      {state === 'closed' && seatsOf(me, 'institution', 'department', 'authority', 'auditor').length > 0 && (
        <EvaluatedPanel id={id} />
      )}
      {state === 'accepted' && mayEnter && (
        <Suspense fallback={<Loading />}>
          <CallUp of={training} />
        </Suspense>
      )}
      {training.organises && <Notices of={training} />}
    </>
  )
}

/** A class: for who comes or may come, for who enters their people, and for its organiser. */
export const ClassPage = () => {
  const { id = '' } = useParams()
  const query = useQuery(classQuery(id))
  return <Answer of={query}>{(training) => <Shown of={training} />}</Answer>
}
