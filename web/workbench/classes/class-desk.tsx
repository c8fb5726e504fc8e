import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { ClassDesk, TrainingClass } from '../../shared/api/types.gen.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import { AttendanceList } from './attendance-list.tsx'
import { ChangePanel } from './change-panel.tsx'
import { EnrolmentMark, Hints, type Participant } from './class-marks.tsx'
import { deskQuery, useClassesAgain } from './class-query.ts'
import { ClosedPanel, ClosePanel } from './closing.tsx'
import { words } from './words.ts'

const enteredBy = { person: 'person', institution: 'byInstitution', organiser: 'byOrganiser' } as const

const Participants = ({ of: training, desk }: { readonly of: TrainingClass; readonly desk: ClassDesk }) => {
  const { say } = useSay(words)
  const again = useClassesAgain()
  const { id } = training
  return (
    <Panel anchor="participants" title={say.participants}>
      {desk.participants.length === 0 ? (
        <Empty>{say.noParticipants}</Empty>
      ) : (
        <Table<Participant>
          items={desk.participants}
          rowKey={({ staffId }) => staffId}
          label={say.participants}
          columns={[
            {
              title: say.name,
              key: 'name',
              render: (_, { name, institution, hints }) => (
                <>
                  <span className="strong">{name}</span>
                  <div className="quiet">{institution.name}</div>
                  <Hints of={hints} />
                </>
              ),
            },
            {
              title: say.state,
              key: 'state',
              render: (_, one) => (
                <>
                  <EnrolmentMark of={one} say={say} />
                  <div className="quiet">
                    {say[enteredBy[one.by]]}
                    {one.corrections > 0 && ` · ${fill(say.corrections, { count: one.corrections })}`}
                  </div>
                  {one.result !== null && (
                    <div>
                      {[
                        one.result.passed ? say.passed : say.failed,
                        one.result.mark,
                        `${say.halfDays} ${one.attendance.filter(({ presence }) => presence === 'present').length} / ${training.sessions.length}`,
                      ]
                        .filter((part) => part !== null)
                        .join(' · ')}
                    </div>
                  )}
                </>
              ),
            },
            {
              title: say.act,
              key: 'act',
              render: (_, { staffId, name, state }) =>
                training.state === 'accepted' &&
                (state === 'asked' || state === 'agreed') && (
                  <Confirm
                    danger
                    label={say.takeOut}
                    title={fill(say.takeOutTitle, { name })}
                    follows={say.takeOutFollows}
                    reason={{ hint: say.takeOutHint, required: true }}
                    act={async (reason) => {
                      await post('/classes/{id}/answers', {
                        path: { id },
                        body: { staffId, action: 'leave', reason },
                      })
                      await again()
                    }}
                  />
                ),
            },
          ]}
        />
      )}
    </Panel>
  )
}

const CancelPanel = ({ of: { id, title } }: { readonly of: TrainingClass }) => {
  const { say } = useSay(words)
  const again = useClassesAgain()
  return (
    <Panel title={say.cancel}>
      <Confirm
        danger
        label={say.cancel}
        title={fill(say.cancelTitle, { title })}
        follows={say.cancelFollows}
        reason={{ hint: say.cancelHint, required: true }}
        act={async (reason) => {
          await post('/classes/{id}/cancellation', { path: { id }, body: { reason } })
          await again()
        }}
      />
    </Panel>
  )
}

/** What the organiser does with a class: who comes, who was there, closing, cancelling. */
export const ClassDeskPanels = ({ of: training }: { readonly of: TrainingClass }) => {
  const query = useQuery(deskQuery(training.id))
  const [isChanged, setChanged] = useState(false)
  return (
    <Answer of={query}>
      {(desk) => (
        <>
          <Participants of={training} desk={desk} />
          {training.state === 'accepted' && (
            <>
              <AttendanceList of={training} desk={desk} />
              <ClosePanel of={training} desk={desk} />
              <ChangePanel
                key={JSON.stringify([training.place, training.sessions])}
                of={training}
                desk={desk}
                said={isChanged}
                setSaid={setChanged}
              />
              <CancelPanel of={training} />
            </>
          )}
          {desk.closed !== null && <ClosedPanel of={training} closed={desk.closed} />}
        </>
      )}
    </Answer>
  )
}
