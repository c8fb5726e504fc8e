import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../request/notice.tsx'
import type { Decision, ReadTaskResponse } from '../shared/api/types.gen.ts'
import { Cited } from '../shared/cited.tsx'
import { fill } from '../shared/fill.ts'
import type { Choice, Draft } from './draft.ts'
import { decisionFrom, type Fault, faultOf, grantOf } from './grant.ts'
import { useWords } from './language.tsx'
import { Phrases } from './phrases.tsx'
import { ScopeFields } from './scope-fields.tsx'
import styles from './task.module.css'
import type { Words } from './words.ts'

/** Loaded when a request is returned: most are not. */
const Marks = lazy(async () => ({ default: (await import('./marks.tsx')).Marks }))

const followsOf = (choice: Choice, { type, stage }: ReadTaskResponse, say: Words): string => {
  if (choice === 'reject' && type === 'objection') return say.follows_reject_objection
  if (choice === 'reject' && type === 'justified_reason' && stage === 'institution')
    return say.follows_reject_opinion
  if (choice !== 'approve') return say[`follows_${choice}`]
  if (type === 'justified_reason' && stage === 'institution') return say.follows_approve_opinion
  switch (type) {
    case 'make_up_delay':
    case 'post_change':
    case 'record_change':
    case 'justified_reason':
    case 'objection':
      return say[`follows_approve_${type}`]
    default:
      return say[`follows_approve_${stage}`]
  }
}

/** The confirmation of one decision: says what follows before the approver decides. */
export const Confirmation = ({
  task,
  choice,
  draft,
  change,
  decide,
  back,
}: {
  readonly task: ReadTaskResponse
  readonly choice: Choice
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly decide: (body: Decision) => Promise<void>
  readonly back: () => void
}) => {
  const { say } = useWords()
  const grant = grantOf(task)
  const granted = choice === 'approve' ? grant : {}
  const isFewer =
    granted.hours !== undefined && Number(draft.hours ?? granted.hours.most) < granted.hours.most
  const [fault, setFault] = useState<Fault>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(
    () => form.current?.querySelector<HTMLElement>(choice === 'approve' ? 'h3' : '#reason')?.focus(),
    [choice],
  )
  useEffect(() => {
    if (fault) form.current?.querySelector<HTMLElement>(`#${fault.field}`)?.focus()
  }, [fault])

  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    const found = faultOf(draft, grant, say)
    setFault(found)
    setError(undefined)
    if (found || isBusy) return
    setBusy(true)
    try {
      await decide(decisionFrom(choice, draft, grant))
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  const isAt = (field: Fault['field']) => fault?.field === field
  const describedBy = (field: Fault['field']) => (isAt(field) ? `${field}-hint fault` : `${field}-hint`)
  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDown={({ key }) => {
        if (key === 'Escape') back()
      }}
    >
      <h3 tabIndex={-1}>{say[`confirm_${choice}`]}</h3>
      <p>
        <Cited>{followsOf(choice, task, say)}</Cited>
      </p>
      {granted.hours && (
        <div className={styles.field}>
          <label htmlFor="hours">{say.grantedHours}</label>
          <input
            id="hours"
            type="number"
            inputMode="decimal"
            min={granted.hours.isOffline ? 4 : 0.1}
            max={granted.hours.most}
            step={granted.hours.isOffline ? 4 : 0.1}
            value={draft.hours ?? granted.hours.most}
            aria-invalid={isAt('hours')}
            aria-describedby={describedBy('hours')}
            onChange={({ target }) => change({ hours: target.value })}
          />
          <p className="quiet" id="hours-hint">
            <Cited>
              {fill(granted.hours.isOffline ? say.grantedMostHalfDays : say.grantedMost, {
                most: granted.hours.most,
              })}
            </Cited>
          </p>
        </div>
      )}
      {granted.scope && (
        <ScopeFields scope={draft.scope ?? granted.scope} change={(scope) => change({ scope })} />
      )}
      <div className={styles.field}>
        {/* Before the reason: from there the next step is the decision. */}
        <Phrases text={draft.reason} change={(reason) => change({ reason: reason.slice(0, 1000) })} />
        <label htmlFor="reason">
          {choice === 'approve' && !isFewer ? say.reasonOptional : say.reasonRequired}
        </label>
        <textarea
          id="reason"
          rows={3}
          maxLength={1000}
          value={draft.reason}
          aria-invalid={isAt('reason')}
          aria-describedby={describedBy('reason')}
          onChange={({ target }) => change({ reason: target.value })}
        />
        <p className="quiet" id="reason-hint">
          {say.reasonHint}
        </p>
      </div>
      {choice === 'return' && (
        <Suspense>
          <Marks task={task} marked={draft.marked ?? []} change={(marked) => change({ marked })} />
        </Suspense>
      )}
      <div role="alert">
        {fault && (
          <p className="fault" id="fault">
            {fault.text}
          </p>
        )}
      </div>
      {error !== undefined && <ProblemNotice error={error} again={() => void submit()} />}
      <p className="actions">
        <button
          type="submit"
          className={choice === 'reject' ? 'primary danger' : 'primary'}
          disabled={isBusy}
        >
          {say[`confirm_${choice}`]}
        </button>
        <button type="button" onClick={back}>
          {say.notNow}
        </button>
      </p>
    </form>
  )
}
