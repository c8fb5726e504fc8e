import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { post } from '../../shared/api/client.ts'
import type { ClassDesk, TrainingClass } from '../../shared/api/types.gen.ts'
import { useMe } from '../me.ts'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { type Choices, changesOf, corrects } from './attendance-changes.ts'
import { hasSeat, type Participant, PresenceMark, sessionText } from './class-marks.tsx'
import { useClassesAgain } from './class-query.ts'
import styles from './classes.module.css'
import { words } from './words.ts'

const Row = ({
  of: participant,
  session,
  chosen,
  onChoose,
}: {
  readonly of: Participant
  readonly session: string
  readonly chosen: boolean | undefined
  /** Undefined: nothing can be entered for them. */
  readonly onChoose: ((present: boolean) => void) | undefined
}) => {
  const { say } = useSay(words)
  const { name, institution, attendance } = participant
  const noted = attendance.find((one) => one.session === session)
  return (
    <li className={styles.row}>
      <div>
        <span className="strong">{name}</span>
        <div className="quiet">{institution.name}</div>
        <PresenceMark of={noted} say={say} />
      </div>
      {onChoose === undefined ? (
        <span className="quiet">{say.own}</span>
      ) : (
        <fieldset className={styles.choices}>
          <legend className="visually-hidden">{name}</legend>
          {([true, false] as const).map((present) => (
            <label key={String(present)}>
              <input
                type="radio"
                name={participant.staffId}
                checked={(chosen ?? standing(noted?.presence)) === present}
                onChange={() => onChoose(present)}
              />
              {present ? say.present : say.absent}
            </label>
          ))}
        </fieldset>
      )}
    </li>
  )
}

const standing = (presence: string | undefined): boolean | undefined =>
  presence === 'present' ? true : presence === 'absent' ? false : undefined

/** The list of one half-day, entered, confirmed or corrected on any telephone. */
export const AttendanceList = ({
  of: { id, sessions },
  desk,
}: {
  readonly of: TrainingClass
  readonly desk: ClassDesk
}) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const again = useClassesAgain()
  const field = useId()
  const [session, setSession] = useState(
    () => (sessions.findLast(({ begun }) => begun) ?? sessions[0])?.id ?? '',
  )
  const [choices, setChoices] = useState<Choices>({})
  const [reason, setReason] = useState('')
  const participants = desk.participants.filter(hasSeat)
  const number = sessions.findIndex((one) => one.id === session) + 1
  const on = sessions[number - 1]
  const needsReason = corrects(participants, session, choices)
  const calls = changesOf(participants, session, choices)
  const saving = useMutation({
    mutationFn: async () => {
      let count = 0
      for (const entries of calls) {
        const said = reason.trim() === '' ? undefined : reason.trim()
        const { entered } = await post('/classes/{id}/lists', {
          path: { id },
          body: { session, entries, reason: needsReason ? said : undefined },
        })
        count += entered
      }
      await again()
      setChoices({})
      setReason('')
      return count
    },
  })
  if (on === undefined) return null
  return (
    <Panel
      anchor="attendance"
      title={say.attendanceOf}
      actions={
        <>
          {on.day === me.today && on.begun && (
            <Link className="button" to={`/classes/${id}/sessions/${number}/code`}>
              {say.showCode}
            </Link>
          )}
          <Link className="button" to={`/classes/${id}/sessions/${number}/list`}>
            {say.printList}
          </Link>
        </>
      }
    >
      <p className="quiet">{say.attendanceText}</p>
      <p className={styles.sessions}>
        <label htmlFor={field}>{say.chooseSession}</label>{' '}
        <Select
          id={field}
          value={session}
          onChange={(next) => {
            setSession(next)
            setChoices({})
            saving.reset()
          }}
          options={sessions.map((one) => ({
            value: one.id,
            label: `${sessionText(one, language)} ${one.course}`,
          }))}
        />
      </p>
      {on.day > me.today ? (
        <p>{say.future}</p>
      ) : participants.length === 0 ? (
        <Empty>{say.noParticipants}</Empty>
      ) : (
        <>
          <ul className={`plain ${styles.list}`}>
            {participants.map((one) => (
              <Row
                key={one.staffId}
                of={one}
                session={session}
                chosen={choices[one.staffId]}
                onChoose={
                  one.staffId === me.staffId
                    ? undefined
                    : (present) => {
                        saving.reset()
                        setChoices({ ...choices, [one.staffId]: present })
                      }
                }
              />
            ))}
          </ul>
          {needsReason && (
            <div className="field">
              <label htmlFor={`${field}-reason`}>{say.reason}</label>
              <Input
                id={`${field}-reason`}
                maxLength={1000}
                value={reason}
                aria-describedby={`${field}-hint`}
                onChange={({ target }) => setReason(target.value)}
              />
              <p id={`${field}-hint`} className="quiet">
                {say.reasonMissing}
              </p>
            </div>
          )}
          {saving.isError && <ProblemNotice error={saving.error} again={() => saving.mutate()} />}
          {saving.isSuccess && <Notice tone="good" title={fill(say.saved, { count: saving.data })} />}
          <p className="actions">
            <Button
              type="primary"
              disabled={calls.length === 0 || (needsReason && reason.trim() === '')}
              loading={saving.isPending}
              onClick={() => saving.mutate()}
            >
              {say.save}
            </Button>
            {calls.length === 0 && !saving.isSuccess && <span className="quiet">{say.nothingChanged}</span>}
          </p>
        </>
      )}
    </Panel>
  )
}
