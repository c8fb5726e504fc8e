import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { Facts, Lines, Participants } from '../request/asked.tsx'
import { Evidence } from '../request/evidence.tsx'
import { Notice, ProblemNotice } from '../request/notice.tsx'
import { Timeline } from '../request/timeline.tsx'
import { get, ProblemError, post } from '../shared/api/client.ts'
import type { Decision, MeResponse, ReadTaskResponse } from '../shared/api/types.gen.ts'
import { Cited } from '../shared/cited.tsx'
import { day } from '../shared/dates.ts'
import { fill } from '../shared/fill.ts'
import { lookAt } from '../shared/looked-at.ts'
import { accessToken, dropSession, signIn } from '../shared/session.ts'
import { articleText, stageTerm, term } from '../shared/terms.ts'
import { DecisionDesk } from './decision.tsx'
import { type Choice, forgetDraft } from './draft.ts'
import { AnotherAccount, Face } from './faces.tsx'
import { Flags, HoursSoFar } from './flags.tsx'
import { useWords } from './language.tsx'
import styles from './task.module.css'

/** What a desk may do besides deciding: loaded when the page already stands. */
const AskOpinion = lazy(async () => ({ default: (await import('./hand-on.tsx')).AskOpinion }))
const Violations = lazy(async () => ({ default: (await import('./violations.tsx')).Violations }))
const RestsOn = lazy(async () => ({ default: (await import('./rests-on.tsx')).RestsOn }))
const GiveOpinion = lazy(async () => ({ default: (await import('./give-opinion.tsx')).GiveOpinion }))
const HandOn = lazy(async () => ({ default: (await import('./hand-on.tsx')).HandOn }))

type Seen =
  | { readonly state: 'loading' }
  | { readonly state: 'leaving' }
  | { readonly state: 'failed'; readonly error: unknown; readonly me: MeResponse | undefined }
  | {
      readonly state: 'there'
      readonly task: ReadTaskResponse
      readonly me: MeResponse
      readonly just?: Choice
    }

/**
 * Set while a refused session is renewed: when the new one is refused too, the page says so and does not
 * renew again.
 */
const REFUSED = 'session-refused'

/** Whether proofs stand beside the facts: then the first one is shown at once. */
const isWide = (): boolean => matchMedia('(min-width: 1100px)').matches

const Card = ({
  title,
  place,
  children,
}: {
  readonly title: string
  readonly place?: string | undefined
  readonly children: ReactNode
}) => (
  <section className={place === undefined ? styles.card : `${styles.card} ${place}`}>
    <h2>{title}</h2>
    {children}
  </section>
)

/** The lines that this desk decides on. */
const linesOf = ({ line, status, request }: ReadTaskResponse) =>
  line === null
    ? request.lines.filter((one) => one.status === 'in_review' || status !== 'open')
    : request.lines.filter((_, place) => place === line)

const Asked = ({ task }: { readonly task: ReadTaskResponse }) => {
  const { say } = useWords()
  const lines = linesOf(task)
  const others = task.request.lines.length - lines.length
  if (task.request.lines.length === 0 && task.request.participants.length === 0) return null
  return (
    <Card title={say.asked}>
      {lines.length > 0 && <Lines lines={lines} />}
      {others > 0 && <p className="quiet">{fill(say.otherLines, { count: others })}</p>}
      {task.request.participants.length > 0 && <Participants request={task.request} />}
      {task.type === 'feed_batch' && (
        <p>
          <a className="button" href={`/request/${encodeURIComponent(task.requestId)}`}>
            {say.rows}
          </a>
        </p>
      )}
    </Card>
  )
}

/** Until when a task is to be decided, and how many working days that leaves. */
const Due = ({ task: { late, dueOn, workingDaysLeft } }: { readonly task: ReadTaskResponse }) => {
  const { language, say } = useWords()
  const left = workingDaysLeft ?? 0
  return (
    <p className={late ? `${styles.due} ${styles.late}` : styles.due}>
      {fill(late ? say.late : say.dueBy, { day: day(dueOn, language) })}
      {left !== 0 && ` · ${fill(left < 0 ? say.daysOver : say.daysLeft, { days: Math.abs(left) })}`}
    </p>
  )
}

const Head = ({ task, me }: { readonly task: ReadTaskResponse; readonly me: MeResponse }) => {
  const { language, say } = useWords()
  const { request, article } = task
  return (
    <header className={styles.title}>
      <p className={`quiet ${styles.reader}`}>
        <a href="/tasks">{say.desk}</a> · {fill(say.reader, { name: me.name })}
      </p>
      <p className="quiet">
        {term('type', task.type, language)} · {stageTerm(task.type, task.stage, language)} ·{' '}
        <Cited>{articleText(article, language)}</Cited>
      </p>
      <h1>{request.title}</h1>
      <p>
        {request.staffId !== null && <span className="strong">{request.staffName}</span>}{' '}
        {request.classId === null ? request.institution : request.provider}
      </p>
      {task.status === 'open' && <Due task={task} />}
    </header>
  )
}

/** The page behind the mail's link. Reading it changes nothing; deciding is a call of its own. */
export const TaskPage = ({ id }: { readonly id: string }) => {
  const { language, say } = useWords()
  const [seen, setSeen] = useState<Seen>({ state: 'loading' })

  const leave = useCallback(() => {
    dropSession()
    setSeen({ state: 'leaving' })
    signIn().catch((error: unknown) => setSeen({ state: 'failed', error, me: undefined }))
  }, [])
  const read = useCallback(async () => {
    if (accessToken() === undefined) return leave()
    setSeen({ state: 'loading' })
    let me: MeResponse | undefined
    try {
      me = await get('/me')
      const task = await get('/tasks/{id}', { path: { id } })
      // The link of an earlier round leads to the task that waits now, unless the earlier decision may be taken back.
      if (task.waiting !== null && !task.mayTakeBack)
        return location.replace(`/task/${encodeURIComponent(task.waiting)}`)
      if (task.flags.length > 0) lookAt(me.id, task.id)
      setSeen({ state: 'there', task, me })
      sessionStorage.removeItem(REFUSED)
    } catch (error) {
      const isExpired =
        error instanceof ProblemError && error.status === 401 && sessionStorage.getItem(REFUSED) === null
      if (!isExpired) return setSeen({ state: 'failed', error, me })
      sessionStorage.setItem(REFUSED, 'yes')
      leave()
    }
  }, [id, leave])
  useEffect(() => void read(), [read])

  const title = seen.state === 'there' ? seen.task.request.title : say.task
  useEffect(() => {
    document.title = `${title} · ${say.region} ${say.brand}`
  }, [title, say])

  if (seen.state === 'loading' || seen.state === 'leaving')
    return <p role="status">{seen.state === 'loading' ? say.loading : say.signingIn}</p>
  if (seen.state === 'failed') {
    const { error, me } = seen
    const isUnknown = error instanceof ProblemError && (error.status === 404 || error.status === 400)
    return isUnknown ? (
      <Notice as="h1" tone="wait" title={say.unknown} actions={<AnotherAccount />}>
        <p>{fill(say.unknownText, { name: me?.name ?? '' })}</p>
      </Notice>
    ) : (
      <ProblemNotice as="h1" error={error} again={() => void read()} instead={<AnotherAccount />} />
    )
  }

  const { task, me, just } = seen
  const notices = task.request.notices.filter((notice) => !task.flags.some(({ text }) => text === notice))
  // What has no proofs by its nature shows in their place what it rests on.
  const restsOnOther =
    task.type === 'programme_filing' || task.type === 'feed_batch' || task.request.classId !== null
  const decide = async (body: Decision): Promise<void> => {
    try {
      const decided = await post('/tasks/{id}/decision', { path: { id }, body })
      forgetDraft(me.id, task.id)
      setSeen({ state: 'there', task: { ...decided, mayDecide: false }, me, just: body.decision })
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401) return leave()
      // Someone else decided, the submitter withdrew, or a colleague reassigned it: loads the task anew.
      if (!(error instanceof ProblemError) || (error.status !== 409 && error.status !== 403)) throw error
      const now = await get('/tasks/{id}', { path: { id } })
      if (now.status === 'open' && now.mayDecide) throw error
      setSeen({ state: 'there', task: now, me })
    }
  }
  const readAgain = async (): Promise<void> =>
    setSeen({ state: 'there', task: await get('/tasks/{id}', { path: { id } }), me })
  const takeBack = async (): Promise<void> => {
    try {
      const again = await post('/tasks/{id}/taking-back', { path: { id } })
      setSeen({ state: 'there', task: again, me })
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 401) throw error
      leave()
    }
  }
  return (
    <div lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <Face key={`${task.status} ${just}`} task={task} me={me} just={just} takeBack={takeBack} />
      <Head task={task} me={me} />
      <div className={styles.columns}>
        {task.opinions.length > 0 && (
          <Suspense>
            <GiveOpinion task={task} readerId={me.id} done={readAgain} />
          </Suspense>
        )}
        <Flags flags={task.flags} />
        <Suspense>
          <Violations task={task} me={me} />
        </Suspense>
        {notices.length > 0 && (
          <Card title={say.notices}>
            {notices.map((notice) => (
              <p key={notice}>{notice}</p>
            ))}
          </Card>
        )}
        <Asked task={task} />
        {restsOnOther && (
          <Suspense>
            <RestsOn task={task} />
          </Suspense>
        )}
        <Card title={say.facts}>
          <HoursSoFar hoursSoFar={task.hoursSoFar} />
          <Facts request={task.request} />
        </Card>
        {(!restsOnOther || task.request.evidence.length > 0) && (
          <Card title={say.evidence} place={styles.proofs}>
            <Evidence request={task.request} leave={leave} isFirstShown={isWide()} />
          </Card>
        )}
        <Card title={say.history}>
          <Timeline request={task.request} />
        </Card>
        {task.mayDecide && task.status === 'open' && (
          <>
            <Suspense>
              <AskOpinion task={task} readerId={me.id} done={readAgain} />
              <HandOn task={task} readerId={me.id} done={readAgain} />
            </Suspense>
            <DecisionDesk task={task} readerId={me.id} decide={decide} />
          </>
        )}
      </div>
    </div>
  )
}
