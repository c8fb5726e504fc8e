import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { requestActs } from '../../functions/requests/words.ts'
import { ProblemNotice } from '../request/notice.tsx'
import { get, post } from '../shared/api/client.ts'
import type { ReadTaskResponse } from '../shared/api/types.gen.ts'
import { enumerate, fill } from '../shared/fill.ts'
import { useWords } from './language.tsx'
import styles from './task.module.css'

/** Loaded once the page stands, so its words stand here. */
const own = {
  zh: {
    handOn: '转给同事办理',
    handHint: '转办后由这位同事办理，并以邮件告知；本环节负责人仍可办理。',
    handTo: '转给',
    handChoose: '选择同事',
    handReason: '说明（选填）',
    hand: requestActs.reassign.zh,
    handNobody: '本环节没有其他人员。',
    askOpinion: '征求同事意见',
    askedOf: '已征求 {names} 的意见，尚未提出。',
    askWhom: '征求谁的意见',
    question: '要请教的问题（选填）',
    ask: '征求意见',
  },
  en: {
    handOn: 'Hand it to a colleague',
    handHint: 'The colleague is told by mail; heads of the desk may still decide it.',
    handTo: 'To',
    handChoose: 'Choose a colleague',
    handReason: 'Remark (optional)',
    hand: 'Hand on',
    handNobody: 'Nobody else sits at this desk.',
    askOpinion: 'Ask a colleague for an opinion',
    askedOf: 'Asked and not answered yet: {names}.',
    askWhom: 'Whose opinion',
    question: 'Your question (optional)',
    ask: 'Ask',
  },
} as const

const useOwn = () => {
  const { language, say } = useWords()
  return { language, say: { ...say, ...own[language] } }
}

interface Colleague {
  readonly id: string
  readonly name: string
}

/** The others at a task's desk. */
const colleaguesAt = async (task: ReadTaskResponse, readerId: string): Promise<Colleague[]> => {
  const role = task.acting === null ? task.stage : 'authority'
  const { items } = await get('/organisations/{id}/seats', { path: { id: task.organisation } })
  return items
    .filter((seat) => seat.role === role && seat.accountId !== readerId)
    .map(({ accountId, name }) => ({ id: accountId, name }))
}

interface Colleagues {
  readonly task: ReadTaskResponse
  readonly readerId: string
  readonly done: () => Promise<void>
}

interface Chosen extends Colleagues {
  /** What the text beside the choice is, and what the button does. */
  readonly words: { readonly to: string; readonly text: string; readonly send: string }
  readonly send: (to: string, text: string | undefined) => Promise<unknown>
}

/** Chooses a colleague at the same desk, with a text for them. */
const Choice = ({ task, readerId, done, words, send }: Chosen) => {
  const { say } = useOwn()
  const id = useId()
  const [colleagues, setColleagues] = useState<readonly Colleague[]>()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  useEffect(() => void colleaguesAt(task, readerId).then(setColleagues, setError), [task, readerId])
  const hand = async (event?: FormEvent) => {
    event?.preventDefault()
    if (to === '' || isBusy) return
    setBusy(true)
    setError(undefined)
    try {
      await send(to, reason.trim() === '' ? undefined : reason.trim())
      await done()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  if (colleagues === undefined)
    return error === undefined ? <p role="status">{say.loading}</p> : <ProblemNotice error={error} />
  if (colleagues.length === 0) return <p>{say.handNobody}</p>
  return (
    <form onSubmit={(event) => void hand(event)}>
      <div className={styles.field}>
        <label htmlFor={`${id}-to`}>{words.to}</label>
        <select id={`${id}-to`} value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="">{say.handChoose}</option>
          {colleagues.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-reason`}>{words.text}</label>
        <textarea
          id={`${id}-reason`}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      {error !== undefined && <ProblemNotice error={error} again={() => void hand()} />}
      <p className="actions">
        <button type="submit" disabled={to === '' || isBusy}>
          {words.send}
        </button>
      </p>
    </form>
  )
}

/** A way that is closed until it is asked for. */
const Way = ({
  title,
  hint,
  children,
}: {
  readonly title: string
  readonly hint: string
  readonly children: ReactNode
}) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.card} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      <p className="quiet">{hint}</p>
      {isOpen && children}
    </details>
  )
}

/** Hands the task to a colleague (转办), who is told by mail. */
export const HandOn = (props: Colleagues) => {
  const { say } = useOwn()
  const path = { id: props.task.id }
  return (
    <Way title={say.handOn} hint={say.handHint}>
      <Choice
        {...props}
        words={{ to: say.handTo, text: say.handReason, send: say.hand }}
        send={(to, reason) =>
          post('/tasks/{id}/reassignment', {
            path,
            body: { to, ...(reason === undefined ? {} : { reason }) },
          })
        }
      />
    </Way>
  )
}

/** Asks a colleague for an opinion before deciding (加签), who is told by mail. */
export const AskOpinion = (props: Colleagues) => {
  const { language, say } = useOwn()
  const path = { id: props.task.id }
  const open = props.task.opinions.filter(({ given }) => given === null)
  return (
    <Way title={say.askOpinion} hint={say.opinionHint}>
      {open.length > 0 && (
        <p role="status">
          {fill(say.askedOf, {
            names: enumerate(
              open.map(({ of }) => of.name),
              language,
            ),
          })}
        </p>
      )}
      <Choice
        {...props}
        words={{ to: say.askWhom, text: say.question, send: say.ask }}
        send={(to, question) =>
          post('/tasks/{id}/opinions', {
            path,
            body: { to, ...(question === undefined ? {} : { question }) },
          })
        }
      />
    </Way>
  )
}
