import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { post } from '../../shared/api/client.ts'
import type { ClassClaim, ClassDesk, TrainingClass } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { useMe } from '../me.ts'
import { Confirm } from '../parts/confirm.tsx'
import type { Proof } from '../parts/evidence-upload.tsx'
import { ProblemNotice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import { hasSeat, type Participant } from './class-marks.tsx'
import { useClassesAgain } from './class-query.ts'
import styles from './classes.module.css'
import { words } from './words.ts'

/** Loaded when a class can be closed. */
const ClosingPapers = lazy(() => import('./closing-papers.tsx'))

interface Said {
  readonly passed?: boolean
  readonly mark?: string
}

const presentAt = ({ attendance }: Participant): number =>
  attendance.filter(({ presence }) => presence === 'present').length

const Row = ({
  of: participant,
  said,
  onSay,
}: {
  readonly of: Participant
  readonly said: Said
  readonly onSay: (said: Said) => void
}) => {
  const { say } = useSay(words)
  const { staffId, name } = participant
  return (
    <li className={styles.row}>
      <div>
        <span className="strong">{name}</span>
        <div className="quiet">
          {say.halfDays} {presentAt(participant)}
        </div>
      </div>
      <fieldset className={styles.choices}>
        <legend className="visually-hidden">
          {say.result} {name}
        </legend>
        {([true, false] as const).map((passed) => (
          <label key={String(passed)}>
            <input
              type="radio"
              name={`result ${staffId}`}
              checked={said.passed === passed}
              onChange={() => onSay({ ...said, passed })}
            />
            {passed ? say.passed : say.failed}
          </label>
        ))}
        <Input
          className={styles.mark ?? ''}
          maxLength={20}
          value={said.mark ?? ''}
          placeholder={say.mark}
          aria-label={`${say.mark} ${name}`}
          onChange={({ target }) => onSay({ ...said, mark: target.value })}
        />
      </fieldset>
    </li>
  )
}

/** Results for everybody who was there, and the step that closes the class for good (Art. 42). */
export const ClosePanel = ({
  of: { id, lastDay },
  desk,
}: {
  readonly of: TrainingClass
  readonly desk: ClassDesk
}) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const again = useClassesAgain()
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({})
  const [papers, setPapers] = useState<readonly Proof[]>([])
  const present = desk.participants.filter((one) => hasSeat(one) && presentAt(one) > 0)
  const missing = present.find(({ staffId }) => said[staffId]?.passed === undefined)
  if (me.today < lastDay)
    return (
      <Panel anchor="closing" title={say.close}>
        <p>{fill(say.closeEarly, { day: day(lastDay, language) })}</p>
      </Panel>
    )
  return (
    <Panel anchor="closing" title={say.close}>
      <p className="quiet">{say.closeText}</p>
      <ul className={`plain ${styles.list}`}>
        {present.map((one) => (
          <Row
            key={one.staffId}
            of={one}
            said={said[one.staffId] ?? {}}
            onSay={(next) => setSaid({ ...said, [one.staffId]: next })}
          />
        ))}
      </ul>
      <Suspense>
        <ClosingPapers value={papers} onChange={setPapers} />
      </Suspense>
      {missing !== undefined ? (
        <p>{fill(say.noResult, { name: missing.name })}</p>
      ) : (
        <Confirm
          label={say.close}
          title={say.closeTitle}
          follows={present.length === 0 ? say.closeNobody : fill(say.closeFollows, { count: present.length })}
          act={async () => {
            const results = present.map(({ staffId }) => {
              const { passed = false, mark = '' } = said[staffId] ?? {}
              return { staffId, passed, ...(mark.trim() === '' ? {} : { mark: mark.trim() }) }
            })
            await post('/classes/{id}/closing', {
              path: { id },
              body: { results, papers: papers.map((one) => one.id) },
            })
            await again()
          }}
        />
      )}
    </Panel>
  )
}

const Claim = ({ of: { parts, leftOut } }: { readonly of: ClassClaim }) => {
  const { say } = useSay(words)
  return (
    <>
      <ul>
        {parts.map(({ requestId, course, participants, authority, department }) => (
          <li key={requestId}>
            <Link to={`/request/${encodeURIComponent(requestId)}`}>
              {fill(say.part, {
                course,
                count: participants,
                desk: [department?.name, authority.name].filter((name) => name !== undefined).join(' → '),
              })}
            </Link>
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <>
          <h3>{say.leftOut}</h3>
          <ul>
            {leftOut.map(({ staffId, name, course, why }) => (
              <li key={`${staffId} ${course}`}>{fill(say.leftOutOne, { name, course, why })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What became of a closed class: the parts of its claim, and who is in none. */
export const ClosedPanel = ({
  of: { id, organiser },
  closed: { at, byName, claim },
}: {
  readonly of: TrainingClass
  readonly closed: NonNullable<ClassDesk['closed']>
}) => {
  const { say, language } = useSay(words)
  const again = useClassesAgain()
  // A further call answers the same claim, and finishes what a fault left undone: the first results stand.
  const finishing = useMutation({
    mutationFn: async () => {
      await post('/classes/{id}/closing', { path: { id }, body: { results: [] } })
      await again()
    },
  })
  return (
    <Panel title={say.parts}>
      <p>
        {fill(say.closedBy, { name: byName, at: moment(at, language) })}{' '}
        <Link to={`/classes/untrained?organisation=${encodeURIComponent(organiser.id)}&programme=${id}`}>
          {say.untrained}
        </Link>
      </p>
      {claim !== null ? (
        <Claim of={claim} />
      ) : (
        <>
          <p>{say.noClaim}</p>
          {finishing.isError && <ProblemNotice error={finishing.error} />}
          <Button loading={finishing.isPending} onClick={() => finishing.mutate()}>
            {say.finish}
          </Button>
        </>
      )}
    </Panel>
  )
}
