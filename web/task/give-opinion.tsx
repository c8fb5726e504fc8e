import { type FormEvent, useState } from 'react'
import { ProblemNotice } from '../request/notice.tsx'
import { post } from '../shared/api/client.ts'
import type { ReadTaskResponse } from '../shared/api/types.gen.ts'
import { fill } from '../shared/fill.ts'
import { useWords } from './language.tsx'
import { Phrases } from './phrases.tsx'
import styles from './task.module.css'

/** Where the reader was asked for an opinion and has not given it: the question, and a field for the answer. */
export const GiveOpinion = ({
  task,
  readerId,
  done,
}: {
  readonly task: ReadTaskResponse
  readonly readerId: string
  readonly done: () => Promise<void>
}) => {
  const { say } = useWords()
  const [opinion, setOpinion] = useState('')
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const asked = task.opinions.find(({ of, given }) => of.id === readerId && given === null)
  if (asked === undefined || task.status !== 'open') return null
  const give = async (event?: FormEvent) => {
    event?.preventDefault()
    if (opinion.trim() === '' || isBusy) return
    setBusy(true)
    setError(undefined)
    try {
      await post('/tasks/{id}/opinions', { path: { id: task.id }, body: { opinion: opinion.trim() } })
      await done()
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <section className={`${styles.card} ${styles.flags}`} aria-labelledby="opinion-title">
      <h2 id="opinion-title">{fill(say.opinionAsked, { name: asked.by.name })}</h2>
      {asked.question !== null && <blockquote>{asked.question}</blockquote>}
      <form onSubmit={(event) => void give(event)}>
        <div className={styles.field}>
          <Phrases text={opinion} change={(text) => setOpinion(text.slice(0, 1000))} />
          <label htmlFor="opinion">{say.opinion}</label>
          <textarea
            id="opinion"
            rows={3}
            maxLength={1000}
            value={opinion}
            aria-describedby="opinion-hint"
            onChange={({ target }) => setOpinion(target.value)}
          />
          <p className="quiet" id="opinion-hint">
            {say.opinionHint}
          </p>
        </div>
        {error !== undefined && <ProblemNotice error={error} again={() => void give()} />}
        <p className="actions">
          <button type="submit" disabled={opinion.trim() === '' || isBusy}>
            {say.giveOpinion}
          </button>
        </p>
      </form>
    </section>
  )
}
