import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Decision as Body, ReadTaskResponse, Scope } from '../shared/api/types.gen.ts'
import { useWords } from './language.tsx'
import { ProblemNotice } from './notice.tsx'
import { fill, type Words } from './words.ts'

export type Choice = Body['decision']
const choices: readonly Choice[] = ['approve', 'return', 'reject']
const looks: Readonly<Record<Choice, string>> = { approve: 'primary', return: '', reject: 'danger' }

/** The most hours that this desk may grant, where it grants hours at all. */
const grantOf = ({ type, stage, line, request }: ReadTaskResponse) => {
  const claimed =
    type === 'recognition' && stage !== 'institution' && line !== null ? request.lines[line] : undefined
  return claimed && { most: claimed.grantedHours ?? claimed.hours, isOffline: claimed.mode === 'offline' }
}

const followsOf = (choice: Choice, stage: ReadTaskResponse['stage'], say: Words): string =>
  choice === 'approve' ? say[`follows_approve_${stage}`] : say[`follows_${choice}`]

/** What was typed stays with the tab, should the session or the network go before it is sent. */
const useDraft = (key: string) => {
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '')
  useEffect(() => {
    if (text === '') sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, text)
  }, [key, text])
  return [text, setText] as const
}

const ScopeFields = ({
  scope,
  change,
}: {
  readonly scope: Scope
  readonly change: (scope: Scope) => void
}) => {
  const { say } = useWords()
  const hours = scope === 'all' ? { public: 0, professional: 0 } : scope
  const field = (subject: 'public' | 'professional', label: string) => (
    <label>
      {label}
      <input
        type="number"
        min="0"
        step="0.1"
        inputMode="decimal"
        value={hours[subject]}
        onChange={({ target }) => change({ ...hours, [subject]: Number(target.value) })}
      />
    </label>
  )
  return (
    <fieldset>
      <legend>{say.scope}</legend>
      <label className="choice">
        <input type="radio" name="scope" checked={scope === 'all'} onChange={() => change('all')} />
        {say.scopeAll}
      </label>
      <label className="choice">
        <input type="radio" name="scope" checked={scope !== 'all'} onChange={() => change(hours)} />
        {say.scopeHours}
      </label>
      {scope !== 'all' && (
        <div className="pair">
          {field('public', say.publicHours)}
          {field('professional', say.professionalHours)}
        </div>
      )}
    </fieldset>
  )
}

/** One decision, thought over: what follows is said before it is done. */
const Confirmation = ({
  task,
  choice,
  decide,
  back,
}: {
  readonly task: ReadTaskResponse
  readonly choice: Choice
  readonly decide: (body: Body) => Promise<void>
  readonly back: () => void
}) => {
  const { say } = useWords()
  const grant = choice === 'approve' ? grantOf(task) : undefined
  const isScoped = choice === 'approve' && task.request.kind === 'discretionary' && task.stage === 'authority'
  const [reason, setReason] = useDraft(`draft ${task.id}`)
  const [hours, setHours] = useState(String(grant?.most ?? ''))
  const [scope, setScope] = useState<Scope>(task.request.scope ?? 'all')
  const [unfit, setUnfit] = useState<{ readonly field: 'reason' | 'hours'; readonly text: string }>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  const first = useRef<HTMLHeadingElement>(null)
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const hoursField = useRef<HTMLInputElement>(null)
  useEffect(() => (choice === 'approve' ? first.current : reasonField.current)?.focus(), [choice])
  useEffect(() => {
    if (unfit) (unfit.field === 'hours' ? hoursField : reasonField).current?.focus()
  }, [unfit])

  const unfitness = (text: string) => {
    if (grant && !(Number(hours) > 0 && Number(hours) <= grant.most))
      return { field: 'hours', text: fill(say.grantedWrong, { most: grant.most }) } as const
    if (text !== '') return undefined
    if (choice !== 'approve') return { field: 'reason', text: say.reasonMissing } as const
    return grant && Number(hours) < grant.most
      ? ({ field: 'reason', text: say.reasonFewer } as const)
      : undefined
  }
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    const text = reason.trim()
    const found = unfitness(text)
    setUnfit(found)
    setError(undefined)
    if (found || isBusy) return
    setBusy(true)
    try {
      await decide({
        decision: choice,
        ...(text === '' ? {} : { reason: text }),
        ...(grant && Number(hours) !== grant.most ? { grantedHours: Number(hours) } : {}),
        ...(isScoped ? { scope } : {}),
      })
      sessionStorage.removeItem(`draft ${task.id}`)
    } catch (fault) {
      setError(fault)
      setBusy(false)
    }
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={({ key }) => {
        if (key === 'Escape') back()
      }}
    >
      <h3 ref={first} tabIndex={-1}>
        {say[`confirm_${choice}`]}
      </h3>
      <p>{followsOf(choice, task.stage, say)}</p>
      {grant && (
        <div className="field">
          <label htmlFor="hours">{say.grantedHours}</label>
          <input
            id="hours"
            ref={hoursField}
            type="number"
            inputMode="decimal"
            min={grant.isOffline ? 4 : 0.1}
            max={grant.most}
            step={grant.isOffline ? 4 : 0.1}
            value={hours}
            aria-invalid={unfit?.field === 'hours'}
            aria-describedby="hours-hint"
            onChange={({ target }) => setHours(target.value)}
          />
          <p className="quiet" id="hours-hint">
            {fill(grant.isOffline ? say.grantedMostHalfDays : say.grantedMost, { most: grant.most })}
          </p>
        </div>
      )}
      {isScoped && <ScopeFields scope={scope} change={setScope} />}
      <div className="field">
        <label htmlFor="reason">{choice === 'approve' ? say.reasonOptional : say.reasonRequired}</label>
        <textarea
          id="reason"
          ref={reasonField}
          rows={3}
          maxLength={1000}
          value={reason}
          aria-invalid={unfit?.field === 'reason'}
          aria-describedby="reason-hint"
          onChange={({ target }) => setReason(target.value)}
        />
        <p className="quiet" id="reason-hint">
          {say.reasonHint}
        </p>
      </div>
      <div role="alert">{unfit && <p className="fault">{unfit.text}</p>}</div>
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

/** The three decisions, apart from one another, each with its own step of confirmation. */
export const DecisionDesk = ({
  task,
  decide,
}: {
  readonly task: ReadTaskResponse
  readonly decide: (body: Body) => Promise<void>
}) => {
  const { say } = useWords()
  const [choice, setChoice] = useState<Choice>()
  const [left, setLeft] = useState<Choice>()
  const buttons = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (left) buttons.current?.querySelector<HTMLButtonElement>(`[value=${left}]`)?.focus()
  }, [left])
  return (
    <section className="card decide" aria-labelledby="decide">
      <h2 id="decide">{say.decide}</h2>
      {choice ? (
        <Confirmation
          task={task}
          choice={choice}
          decide={decide}
          back={() => {
            setLeft(choice)
            setChoice(undefined)
          }}
        />
      ) : (
        <>
          <p className="quiet">{say.decideHint}</p>
          <p className="actions" ref={buttons}>
            {choices.map((one) => (
              <button
                key={one}
                type="button"
                value={one}
                className={looks[one]}
                onClick={() => {
                  setLeft(undefined)
                  setChoice(one)
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
