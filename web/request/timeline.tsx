import type { ReactNode } from 'react'
import type { Request, TimelineEntry } from '../shared/api/types.gen.ts'
import { day, moment } from '../shared/dates.ts'
import { fill } from '../shared/fill.ts'
import { stageTerm, term } from '../shared/terms.ts'
import { scopeText } from './asked.tsx'
import { useWords } from './language.ts'
import styles from './request.module.css'

const tones: Readonly<Record<string, string | undefined>> = {
  approve: styles.passed,
  credit: styles.passed,
  record: styles.passed,
  return: styles.stopped,
  reject: styles.stopped,
  refuse: styles.stopped,
}

const Act = ({ entry, where }: { readonly entry: TimelineEntry; readonly where: string }) => {
  const { language, say } = useWords()
  const { act, at, actorName, forName, toName, reason, grantedHours, scope } = entry
  return (
    <li className={tones[act]}>
      <p>
        <span className="strong">{term('act', act, language)}</span>
        {toName !== null && ` ${fill(say.actTo, { name: toName })}`} <span className="quiet">{where}</span>
      </p>
      <p className="quiet">
        {actorName}
        {forName !== null && fill(say.actFor, { name: forName })}{' '}
        <time dateTime={at}>{moment(at, language)}</time>
      </p>
      {grantedHours !== null && (
        <p>
          {say.grantedHours} {grantedHours}
        </p>
      )}
      {scope !== null && <p>{scopeText(scope, say)}</p>}
      {reason !== null && <blockquote>{reason}</blockquote>}
    </li>
  )
}

/** Every act so far, and the desks that hold the request now. */
export const Timeline = ({
  request,
  children,
}: {
  readonly request: Request
  /** What is still to come, as further items. */
  readonly children?: ReactNode
}) => {
  const { language, say } = useWords()
  const where = ({ stage, line }: Pick<TimelineEntry, 'stage' | 'line'>): string => {
    const subject = request.lines.length > 1 && line !== null ? request.lines[line]?.subject : undefined
    return [stage && stageTerm(request.type, stage, language), subject && term('subject', subject, language)]
      .filter((part) => part)
      .join(' · ')
  }
  return (
    <ol className={styles.timeline}>
      {request.timeline.map((entry) => (
        <Act
          key={`${entry.at} ${entry.act} ${entry.line} ${entry.stage}`}
          entry={entry}
          where={where(entry)}
        />
      ))}
      {request.tasks.map((task) => (
        <li key={task.id} className={styles.now} aria-current="step">
          <p>
            <span className="strong">{say.waiting}</span> <span className="quiet">{where(task)}</span>
          </p>
          <p className="quiet">{fill(say.dueBy, { day: day(task.dueOn, language) })}</p>
        </li>
      ))}
      {children}
    </ol>
  )
}
