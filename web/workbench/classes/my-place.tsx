import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { post } from '../../shared/api/client.ts'
import type { TrainingClass } from '../../shared/api/types.gen.ts'
import { useMe, yearOf } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Facts } from '../parts/facts.tsx'
import { Panel } from '../parts/panel.tsx'
import { ledgerQuery } from '../person/ledger-query.ts'
import { YearFigures } from '../person/ledger-year.tsx'
import { fill, useSay } from '../preferences.tsx'
import { EnrolmentMark, Hints } from './class-marks.tsx'
import { useClassesAgain } from './class-query.ts'
import { words } from './words.ts'

/** One's own place in a class: enrolling, leaving, the result; before it what speaks to enrolling (Art. 29). */
export const MyPlace = ({
  of: training,
  staffId,
}: {
  readonly of: TrainingClass
  readonly staffId: string
}) => {
  const { say } = useSay(words)
  const again = useClassesAgain()
  const { today } = useMe()
  const { id, title, mine, hints } = training
  const isIn = mine?.state === 'asked' || mine?.state === 'agreed'
  const result = mine?.result
  return (
    <Panel title={say.mine}>
      {mine === null ? (
        <p>{say.notEnrolled}</p>
      ) : (
        <Facts
          of={[
            [say.state, <EnrolmentMark key="state" of={mine} say={say} />],
            [
              say.result,
              result && [result.passed ? say.passed : say.failed, result.mark ?? ''].join(' ').trim(),
            ],
          ]}
        />
      )}
      {training.state === 'accepted' && !isIn && hints.length > 0 && (
        <>
          <h3>{say.hints}</h3>
          <Hints of={hints} />
          <p className="quiet">{say.hintsText}</p>
        </>
      )}
      {training.state === 'accepted' && (
        <div className="actions">
          {isIn && mine.waiting === 0 && training.sessions.some(({ day }) => day === today) && (
            <Link className="button primary" to={`/classes/${id}/attend`}>
              {say.scan}
            </Link>
          )}
          {isIn ? (
            <Confirm
              danger
              label={say.leave}
              title={fill(say.leaveTitle, { title })}
              follows={say.leaveFollows}
              act={async () => {
                await post('/classes/{id}/answers', { path: { id }, body: { staffId, action: 'leave' } })
                await again()
              }}
            />
          ) : (
            <Confirm
              label={say.enrol}
              title={fill(say.enrolTitle, { title })}
              follows={say.enrolFollows}
              act={async () => {
                await post('/classes/{id}/enrolments', { path: { id }, body: { staffIds: [staffId] } })
                await again()
              }}
            />
          )}
        </div>
      )}
    </Panel>
  )
}

/** What one still lacks of the year, beside the class that may fill it. */
export const Lacking = ({ staffId }: { readonly staffId: string }) => {
  const { say } = useSay(words)
  const ledger = useQuery(ledgerQuery(staffId, yearOf(useMe())))
  return (
    <Panel title={say.lacking}>
      <p className="quiet">{say.lackingText}</p>
      <Answer of={ledger}>{({ assessment }) => <YearFigures assessment={assessment} />}</Answer>
    </Panel>
  )
}
