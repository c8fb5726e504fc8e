import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { get } from '../../shared/api/client.ts'
import type { Programme } from '../../shared/api/types.gen.ts'
import { day, moment, period } from '../../shared/dates.ts'
import { enumerate } from '../../shared/fill.ts'
import { stageTerm, term } from '../../shared/terms.ts'
import { Facts } from '../parts/facts.tsx'
import { Loading } from '../parts/loading.tsx'
import { ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { Unread } from '../parts/unread.tsx'
import { fill, useSay } from '../preferences.tsx'
import { Done } from '../registers/done.tsx'
import { audienceText, feeText, isHeld, StateMark } from './columns.tsx'
import { words } from './words.ts'

const Courses = ({ of: { filing, lecturers, courses } }: { readonly of: Programme }) => {
  const { say, language } = useSay(words)
  const nameOf = (id: string) => {
    const one = lecturers.find((lecturer) => lecturer.id === id)
    return one?.removed ? fill(say.removed, { name: one.name }) : (one?.name ?? id)
  }
  return (
    <Panel title={say.courses}>
      {filing.courses.map((course, index) => (
        // The courses of a filing never change their order.
        // biome-ignore lint/suspicious/noArrayIndexKey: a course has no other name than its place.
        <section key={index}>
          <h3>{course.title}</h3>
          <Facts
            of={[
              [
                say.subject,
                `${term('subject', course.subject, language)} · ${term('category', course.category, language)} · ${term('mode', course.mode, language)}`,
              ],
              [
                say.teachingKind,
                `${term('teachingKind', course.kind, language)}，${course.minutes} ${say.minutes}`,
              ],
              [
                say.fee,
                fill(say.most, {
                  fee: feeText(course.feeFen, say),
                  most: feeText(courses[index]?.mostFen ?? 0, say),
                }),
              ],
              [say.lecturers, enumerate(course.lecturers.map(nameOf), language)],
              [
                say.sessions,
                course.from === undefined || course.to === undefined
                  ? filing.sessions
                      .filter((session) => session.course === index)
                      .map(
                        (session) => `${day(session.day, language)} ${term('half', session.half, language)}`,
                      )
                      .join('；')
                  : period(course.from, course.to, language),
              ],
            ]}
          />
        </section>
      ))}
    </Panel>
  )
}

/** Of a filing that is decided: by whom, until when, and the way to reminding and withdrawing. */
const UnderWay = ({ id }: { readonly id: string }) => {
  const { say, language } = useSay(words)
  const query = useQuery({
    queryKey: ['/requests', id],
    queryFn: () => get('/requests/{id}', { path: { id } }),
  })
  if (query.data === undefined) return <Unread what={say.underWay} of={query} />
  const { holder, tasks, type } = query.data
  const [task] = tasks
  return (
    <Panel title={say.underWay}>
      <p>
        {holder === null || task === undefined
          ? say.underWayNobody
          : fill(say.underWayText, {
              holder: holder.name,
              stage: stageTerm(type, task.stage, language),
              day: day(task.dueOn, language),
            })}
      </p>
      <p className="actions">
        <Link className="button" to={`/request/${encodeURIComponent(id)}`}>
          {say.request}
        </Link>
      </p>
    </Panel>
  )
}

const Shown = ({ of: programme }: { readonly of: Programme }) => {
  const { say, language } = useSay(words)
  const { filing } = programme
  return (
    <>
      <PageHead
        title={programme.title}
        back={{ to: '/programmes/own', label: say.ownTitle }}
        lead={
          <p>
            <StateMark of={programme} language={language} />{' '}
            {programme.acceptedUnanswered ? say.unanswered : ''}
          </p>
        }
        actions={
          <>
            {programme.state === 'returned' && (
              <Link className="button primary" to={`/programme/${programme.id}/correction`}>
                {say.correct}
              </Link>
            )}
            {isHeld(programme) && (
              <Link className="button primary" to={`/classes/${programme.id}`}>
                {programme.state === 'accepted' ? say.class : say.classOver}
              </Link>
            )}
          </>
        }
      />
      <Done />
      {programme.state === 'in_review' && <UnderWay id={programme.id} />}
      <Panel title={say.title}>
        <Facts
          of={[
            [say.organiser, programme.organiser.name],
            [say.entrusted, programme.entrusted],
            [say.dates, period(programme.firstDay, programme.lastDay, language)],
            [say.place, programme.place],
            [say.capacity, fill(say.people, { count: programme.capacity })],
            [say.fee, feeText(programme.feeFen, say)],
            [say.audience, audienceText(programme, say, language)],
            'why' in filing.plan
              ? [say.planWhy, filing.plan.why]
              : [say.plan, `${filing.plan.year} ${filing.plan.item}`],
            [say.budget, filing.budget],
            [say.task, filing.task],
          ]}
        />
      </Panel>
      <Courses of={programme} />
      <Panel title={say.acts}>
        <Facts
          of={programme.acts.map(({ at, act, actorName, reason }) => [
            moment(at, language),
            [term('programmeAct', act, language), actorName, reason]
              .filter((part) => part !== null)
              .join(' · '),
          ])}
        />
      </Panel>
    </>
  )
}

/** A programme with its filing, for its organiser, the desks and, once accepted, whoever is signed in. */
export const ProgrammePage = () => {
  const { id = '' } = useParams()
  const query = useQuery({
    queryKey: ['/programmes/{id}', id],
    queryFn: () => get('/programmes/{id}', { path: { id } }),
  })
  if (query.isPending) return <Loading />
  if (query.data === undefined)
    return <ProblemNotice error={query.error} again={() => void query.refetch()} />
  return <Shown of={query.data} />
}
