import type { ClassDesk, TrainingClass } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import type { Language } from '../../shared/language.ts'
import { term } from '../../shared/terms.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import { fill } from '../preferences.tsx'
import styles from './classes.module.css'
import type { Say } from './words.ts'

export type Participant = ClassDesk['participants'][number]
export type Session = TrainingClass['sessions'][number]
type Enrolment = Pick<Participant, 'state' | 'waiting'> & { readonly unheard?: boolean }
type Noted = Participant['attendance'][number]

/** Whether somebody has a seat: enrolled, and not on the waiting list. */
export const hasSeat = ({ state, waiting }: Enrolment): boolean =>
  (state === 'asked' || state === 'agreed') && waiting === 0

/** A half-day as people name it. */
export const sessionText = (session: Session, language: Language): string =>
  `${day(session.day, language)} ${term('half', session.half, language)}`

const tones = { asked: 'wait', agreed: 'good', declined: 'bad', left: 'plain' } as const

/** How somebody's enrolment stands, and their place where they wait. */
export const EnrolmentMark = ({ of, say }: { readonly of: Enrolment; readonly say: Say }) => (
  <div className={styles.enrolment}>
    <StatusMark tone={tones[of.state]}>{say[of.state]}</StatusMark>
    {of.waiting > 0 && <div className="quiet">{fill(say.waitingPlace, { place: of.waiting })}</div>}
    {of.unheard && <div className="fault">{say.unheard}</div>}
  </div>
)

const presences = { present: 'good', to_confirm: 'wait', absent: 'bad' } as const

/** What was noted of a half-day. */
export const PresenceMark = ({ of, say }: { readonly of: Noted | undefined; readonly say: Say }) =>
  of === undefined ? (
    <StatusMark tone="plain">{say.none}</StatusMark>
  ) : (
    <>
      <StatusMark tone={presences[of.presence]}>{say[of.presence]}</StatusMark>
      <div className="quiet">
        {of.by === 'code' ? say.byCode : say.byList}
        {of.reason !== null && ` · ${of.reason}`}
      </div>
    </>
  )

/** Hints to an enrolment; nothing where there are none. */
export const Hints = ({ of }: { readonly of: Participant['hints'] }) =>
  of.length === 0 ? null : (
    <ul>
      {of.map(({ code, text }) => (
        <li key={`${code} ${text}`}>{text}</li>
      ))}
    </ul>
  )
