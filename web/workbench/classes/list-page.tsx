import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useParams } from 'react-router'
import type { TrainingClass } from '../../shared/api/types.gen.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { hasSeat, type Participant, type Session, sessionText } from './class-marks.tsx'
import { classQuery, deskQuery } from './class-query.ts'
import styles from './classes.module.css'
import { NoSession } from './no-session.tsx'
import { scanWords } from './scan-words.ts'

const Sheet = ({
  of: training,
  session,
  participants,
}: {
  readonly of: TrainingClass
  readonly session: Session
  readonly participants: readonly Participant[]
}) => {
  const { say, language } = useSay(scanWords)
  return (
    <>
      <PageHead
        title={`${say.listTitle} · ${training.title}`}
        back={{ to: `/classes/${training.id}`, label: say.back }}
        lead={
          <p>
            {fill(say.facts, {
              session: sessionText(session, language),
              course: session.course,
              place: training.place,
            })}
          </p>
        }
        actions={<Button onClick={() => window.print()}>{say.print}</Button>}
      />
      {participants.length === 0 ? (
        <Empty>{say.nobody}</Empty>
      ) : (
        <table className={styles.sheet}>
          <thead>
            <tr>
              <th scope="col">{say.number}</th>
              <th scope="col">{say.name}</th>
              <th scope="col">{say.institution}</th>
              <th scope="col">{say.signature}</th>
            </tr>
          </thead>
          <tbody>
            {participants.map(({ staffId, name, institution }, index) => (
              <tr key={staffId}>
                <td>{index + 1}</td>
                <td>{name}</td>
                <td>{institution.name}</td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.signed}>
        <span>{say.signed}</span>
        <span>{say.day}</span>
      </p>
    </>
  )
}

/** The list of a half-day on paper: who has a seat, with room to sign; the organiser enters it afterwards. */
export const ListPage = () => {
  const { id = '', n } = useParams()
  const training = useQuery(classQuery(id))
  const desk = useQuery(deskQuery(id))
  return (
    <Answer of={training}>
      {(of) => {
        const session = of.sessions[Number(n) - 1]
        if (session === undefined) return <NoSession id={id} />
        return (
          <Answer of={desk}>
            {({ participants }) => (
              <Sheet of={of} session={session} participants={participants.filter(hasSeat)} />
            )}
          </Answer>
        )
      }}
    </Answer>
  )
}
