import { useEffect, useState } from 'react'
import { Notice } from '../request/notice.tsx'
import { get } from '../shared/api/client.ts'
import type { ListedTask, MeResponse, ReadTaskResponse } from '../shared/api/types.gen.ts'
import { moment } from '../shared/dates.ts'
import { fill } from '../shared/fill.ts'
import { signIn } from '../shared/session.ts'
import { stageTerm, term } from '../shared/terms.ts'
import type { Choice } from './draft.ts'
import { useWords } from './language.tsx'
import { TakeBack } from './take-back.tsx'

/** The first of the reader's other tasks; undefined until it is known, null where none waits or none could be asked for. */
const useNextTask = (taskId: string) => {
  const [next, setNext] = useState<Pick<ListedTask, 'id' | 'title'> | null>()
  useEffect(() => {
    // The list may still have the task that was decided a moment ago.
    get('/tasks', { query: { limit: 2 } })
      .then(({ items }) => setNext(items.find(({ id }) => id !== taskId) ?? null))
      .catch(() => setNext(null))
  }, [taskId])
  return next
}

const Onwards = ({ taskId, requestId }: { readonly taskId: string; readonly requestId: string }) => {
  const { say } = useWords()
  const next = useNextTask(taskId)
  return (
    <>
      {next && (
        <a className="button primary" href={`/task/${encodeURIComponent(next.id)}`}>
          {fill(say.next, { title: next.title })}
        </a>
      )}
      <a className={next ? 'button' : 'button primary'} href="/tasks">
        {say.desk}
      </a>
      <a className="button" href={`/request/${encodeURIComponent(requestId)}`}>
        {say.request}
      </a>
    </>
  )
}

export const AnotherAccount = () => {
  const { say } = useWords()
  return (
    <button type="button" className="primary" onClick={() => void signIn({ another: true })}>
      {say.anotherAccount}
    </button>
  )
}

/**
 * Why the reader has nothing to decide, and the next step: they have decided; someone else has; it was
 * withdrawn, or the desk before took its decision back; it is their own; it was reassigned; or it is another desk's.
 */
export const Face = ({
  task,
  me,
  just,
  takeBack,
}: {
  readonly task: ReadTaskResponse
  readonly me: MeResponse
  readonly just: Choice | undefined
  readonly takeBack?: () => Promise<void>
}) => {
  const { language, say } = useWords()
  const { decided, request, assignee } = task
  const back = task.mayTakeBack && takeBack !== undefined && <TakeBack act={takeBack} />
  const onwards = <Onwards taskId={task.id} requestId={task.requestId} />
  if (just !== undefined)
    return (
      <Notice tone="good" title={say.done} actions={onwards}>
        <p>{say[`done_${just}`]}</p>
        {back}
      </Notice>
    )
  if (decided !== null)
    return (
      <Notice tone="good" title={say.handled} actions={onwards}>
        <p>
          {fill(say.handledText, {
            name: decided.byName + (decided.for ? fill(say.actFor, { name: decided.for.name }) : ''),
            at: moment(decided.at, language),
            decision: term('act', decided.decision, language),
          })}
        </p>
        {decided.reason !== null && <blockquote>{decided.reason}</blockquote>}
        {back}
      </Notice>
    )
  if (task.status === 'withdrawn')
    return (
      <Notice tone="wait" title={say.withdrawn} actions={onwards}>
        <p>{say.withdrawnText}</p>
      </Notice>
    )
  if (task.status === 'taken_back')
    return (
      <Notice tone="wait" title={say.takenBack} actions={onwards}>
        <p>{say.takenBackText}</p>
      </Notice>
    )
  if (task.mayDecide) return null
  const isOwn = request.submittedBy === me.id || (request.staffId !== null && request.staffId === me.staffId)
  const other = (title: string, text: string) => (
    <Notice
      tone="wait"
      title={title}
      actions={
        <>
          <AnotherAccount />
          <a className="button" href={`/request/${encodeURIComponent(task.requestId)}`}>
            {say.request}
          </a>
        </>
      }
    >
      <p>{text}</p>
    </Notice>
  )
  if (isOwn) return other(say.own, say.ownText)
  if (assignee !== null && assignee.id !== me.id)
    return other(say.reassigned, fill(say.reassignedText, { name: assignee.name }))
  return other(
    say.notYours,
    fill(say.notYoursText, { name: me.name, stage: stageTerm(task.type, task.stage, language) }),
  )
}
