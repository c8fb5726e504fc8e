import { useEffect, useId, useState } from 'react'
import { ProblemNotice } from '../request/notice.tsx'
import { changePhrases, phraseIn, readPhrases, withPhrase } from '../shared/phrases.ts'
import { useWords } from './language.tsx'
import styles from './task.module.css'

/** One's own phrases beside a field: one is put into it, what it holds is kept, and one is removed. */
export const Phrases = ({
  text,
  change,
}: {
  readonly text: string
  readonly change: (text: string) => void
}) => {
  const { say } = useWords()
  const id = useId()
  const [phrases, setPhrases] = useState<readonly string[]>([])
  const [chosen, choose] = useState('')
  const [error, setError] = useState<unknown>()
  useEffect(() => void readPhrases().then(setPhrases, setError), [])
  const fresh = phraseIn(text, phrases)
  const send = (what: Parameters<typeof changePhrases>[0]) => {
    setError(undefined)
    changePhrases(what).then((now) => {
      setPhrases(now)
      choose('')
    }, setError)
  }
  return (
    <div className={styles.phrases}>
      {phrases.length > 0 && (
        <>
          <label htmlFor={id}>{say.phrases}</label>
          <select id={id} value={chosen} onChange={({ target }) => choose(target.value)}>
            <option value="">{say.phraseChoose}</option>
            {phrases.map((phrase) => (
              <option key={phrase}>{phrase}</option>
            ))}
          </select>
          <button
            type="button"
            className="small"
            disabled={chosen === ''}
            onClick={() => change(withPhrase(text, chosen))}
          >
            {say.phraseInsert}
          </button>
          <button
            type="button"
            className="small"
            disabled={chosen === ''}
            onClick={() => send({ remove: chosen })}
          >
            {say.phraseRemove}
          </button>
        </>
      )}
      {fresh !== undefined && (
        <button type="button" className="small" onClick={() => send({ keep: fresh })}>
          {say.phraseKeep}
        </button>
      )}
      {error !== undefined && <ProblemNotice error={error} />}
    </div>
  )
}
