import { useEffect, useRef, useState } from 'react'
import type { Decision, ReadTaskResponse } from '../shared/api/types.gen.ts'
import { Confirmation } from './confirmation.tsx'
import { type Choice, useDraft } from './draft.ts'
import { useWords } from './language.tsx'
import styles from './task.module.css'

/** A day of online hours has nobody who could correct it and send it again: it is never returned (Art. 41). */
const choices: readonly Choice[] = ['approve', 'return', 'reject']
const looks: Readonly<Record<Choice, string>> = { approve: 'primary', return: '', reject: 'danger' }

/** The three decisions, each apart and with a confirmation of its own. */
export const DecisionDesk = ({
  task,
  readerId,
  decide,
}: {
  readonly task: ReadTaskResponse
  readonly readerId: string
  readonly decide: (body: Decision) => Promise<void>
}) => {
  const { say } = useWords()
  const [draft, change] = useDraft(readerId, task.id)
  const [left, setLeft] = useState<Choice>()
  const buttons = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (left) buttons.current?.querySelector<HTMLButtonElement>(`[value=${left}]`)?.focus()
  }, [left])
  const { choice } = draft
  return (
    <section className={`${styles.card} ${styles.decide}`} aria-labelledby="decide">
      <h2 id="decide">{say.decide}</h2>
      {choice ? (
        <Confirmation
          task={task}
          choice={choice}
          draft={draft}
          change={change}
          decide={decide}
          back={() => {
            setLeft(choice)
            change({ choice: undefined })
          }}
        />
      ) : (
        <>
          <p className="quiet">{say.decideHint}</p>
          <p className="actions" ref={buttons}>
            {choices
              .filter((one) => one !== 'return' || task.type !== 'feed_batch')
              .map((one) => (
                <button
                  key={one}
                  type="button"
                  value={one}
                  className={looks[one]}
                  onClick={() => {
                    setLeft(undefined)
                    change({ choice: one })
                  }}
                >
                  {say[one]}
                </button>
              ))}
          </p>
        </>
      )}
    </section>
  )
}
