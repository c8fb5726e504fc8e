import type { ListedTask } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { day, moment } from '../../shared/dates.ts'
import { stageTerm, term } from '../../shared/terms.ts'
import { type MarkTone, StatusMark } from '../parts/status-mark.tsx'
import type { Column } from '../parts/table.tsx'
import { ArticleLink } from '../policies/article-link.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './desk.module.css'
import { words } from './words.ts'

type Columns = readonly Column<ListedTask>[]

/** How long a task may still lie: in working days, in words and with a sign. */
const Due = ({ task: { late, dueOn, workingDaysLeft } }: { readonly task: ListedTask }) => {
  const { say, language } = useSay(words)
  const left = workingDaysLeft ?? 0
  const text = late
    ? left < 0
      ? fill(say.late, { days: -left })
      : say.lateJust
    : left === 0
      ? say.dueToday
      : fill(say.daysLeft, { days: left })
  return (
    <>
      <StatusMark tone={late ? 'bad' : left <= 1 ? 'wait' : 'plain'}>{text}</StatusMark>
      <div className="quiet number">{day(dueOn, language)}</div>
    </>
  )
}

const decisionTones: Readonly<Record<string, MarkTone>> = { approve: 'good', return: 'wait', reject: 'bad' }

/** How a task was decided, for whom and why. */
const Decision = ({
  of: { decision, reason, for: lender },
}: {
  readonly of: NonNullable<ListedTask['decided']>
}) => {
  const { say, language } = useSay(words)
  return (
    <>
      <StatusMark tone={decisionTones[decision] ?? 'plain'}>{term('act', decision, language)}</StatusMark>
      {lender !== null && <div className="quiet">{fill(say.forName, { name: lender.name })}</div>}
      {reason !== null && <div className="quiet">{reason}</div>}
    </>
  )
}

/** What the row's task has to look at first, in words. */
const Flags = ({ of }: { readonly of: ListedTask['flags'] }) => {
  const { say } = useSay(words)
  return of.length === 0 ? null : (
    <>
      <StatusMark tone="wait">{fill(say.flagCount, { count: of.length })}</StatusMark>
      {of.map(({ code, text }) => (
        <div className={styles.flagText} key={`${code} ${text}`}>
          <Cited>{text}</Cited>
        </div>
      ))}
    </>
  )
}

/** A plain link, because the task's page is another entry of the build. */
const Matter = ({ task }: { readonly task: ListedTask }) => {
  const { id, title, type, stage, subject, staffName, hours, status, decided, flags } = task
  const { say, language } = useSay(words)
  const kind = [term('type', type, language), stageTerm(type, stage, language)]
  return (
    <>
      <a href={`/task/${encodeURIComponent(id)}`}>{title}</a>
      <div className="quiet">
        {[...kind, ...(subject === null ? [] : [term('subject', subject, language)])].join(' · ')}
      </div>
      {status === 'open' && <Flags of={flags} />}
      <div className="on-narrow">
        {[staffName ?? say.several, hours === null ? undefined : fill(say.hoursOf, { hours })]
          .filter((part) => part !== undefined)
          .join(' · ')}
        {status === 'open' && (
          <div>
            <Due task={task} />
          </div>
        )}
        {decided !== null && (
          <div>
            <Decision of={decided} />
            <div className="quiet number">{moment(decided.at, language)}</div>
          </div>
        )}
      </div>
    </>
  )
}

const useShared = (): { matter: Columns[number]; person: Columns[number]; hours: Columns[number] } => {
  const { say } = useSay(words)
  return {
    matter: { title: say.matter, key: 'matter', render: (_, task) => <Matter task={task} /> },
    person: {
      title: say.person,
      key: 'person',
      className: `${styles.short} on-wide`,
      render: (_, { staffName }) => staffName ?? <span className="quiet">{say.several}</span>,
    },
    hours: {
      title: say.hours,
      key: 'hours',
      className: 'amount on-wide',
      render: (_, { hours }) => hours ?? '—',
    },
  }
}

/** What a desk has before it. */
export const useTodoColumns = (): Columns => {
  const { say } = useSay(words)
  const { matter, person, hours } = useShared()
  return [
    matter,
    person,
    hours,
    {
      title: say.article,
      key: 'article',
      className: `${styles.short} on-wide`,
      render: (_, task) => <ArticleLink of={task.article} />,
    },
    {
      title: say.due,
      key: 'due',
      className: `${styles.short} on-wide`,
      render: (_, task) => <Due task={task} />,
    },
  ]
}

/** What a desk has decided. */
export const useDoneColumns = (): Columns => {
  const { say, language } = useSay(words)
  const { matter, person, hours } = useShared()
  return [
    matter,
    person,
    hours,
    {
      title: say.decision,
      key: 'decision',
      className: 'on-wide',
      render: (_, { decided }) => (decided === null ? '—' : <Decision of={decided} />),
    },
    {
      title: say.decidedAt,
      key: 'at',
      className: `${styles.short} number on-wide`,
      render: (_, { decided }) => (decided === null ? '—' : moment(decided.at, language)),
    },
  ]
}
