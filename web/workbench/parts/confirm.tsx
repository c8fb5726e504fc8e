import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Cited } from '../../shared/cited.tsx'
import { fill, useSay } from '../preferences.tsx'
import { ProblemNotice } from './notice.tsx'

const words = {
  zh: { back: '再想想', reason: '理由', missing: '请写明理由。', missingText: '请填写“{label}”。' },
  en: {
    back: 'Not yet',
    reason: 'Reason',
    missing: 'Please give a reason.',
    missingText: 'Please fill in “{label}”.',
  },
} as const

export interface ConfirmProps {
  /** The button that opens the step. */
  readonly label: string
  readonly danger?: boolean
  /** What has to be given on the page before the step opens, in a sentence; undefined: it is all there. */
  readonly first?: string | undefined
  /** The act, and what follows from it. */
  readonly title: string
  readonly follows: ReactNode
  /** Whether a reason belongs to it, and who will read it. */
  readonly reason?: {
    /** What it is called, where it is more than a reason. */
    readonly label?: string
    readonly hint: string
    readonly required: boolean
    /** What stands beside the field and may write into it. */
    readonly beside?: (text: string, change: (text: string) => void) => ReactNode
  }
  readonly act: (reason: string) => Promise<unknown>
}

/** An act in two steps within the page: the second says what follows and takes the reason. */
export const Confirm = ({ label, danger = false, first, title, follows, reason, act }: ConfirmProps) => {
  const { say } = useSay(words)
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const [isTold, setTold] = useState(false)
  // A mutation, so that an ended session leads to the sign-in.
  const sending = useMutation({ mutationFn: act })
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isOpen) heading.current?.focus()
  }, [isOpen])
  if (!isOpen || first !== undefined)
    return (
      <>
        <Button
          danger={danger}
          ref={opener}
          aria-describedby={isTold && first !== undefined ? `${id}-first` : undefined}
          onClick={() => {
            setTold(first !== undefined)
            setOpen(first === undefined)
          }}
        >
          {label}
        </Button>
        {isTold && first !== undefined && (
          <p id={`${id}-first`} className="fault" role="alert">
            {first}
          </p>
        )}
      </>
    )
  const missing = reason?.label === undefined ? say.missing : fill(say.missingText, { label: reason.label })
  const submit = () => {
    const isWithout = reason?.required === true && text.trim() === ''
    setMissing(isWithout)
    if (isWithout || sending.isPending) return
    sending.mutate(text.trim(), {
      onSuccess: () => {
        setOpen(false)
        setText('')
      },
    })
  }
  return (
    <section className="confirm" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} tabIndex={-1} ref={heading}>
        {title}
      </h3>
      <div>
        <Cited>{follows}</Cited>
      </div>
      {reason && (
        <div className="field">
          {reason.beside?.(text, setText)}
          <label htmlFor={`${id}-reason`}>{reason.label ?? say.reason}</label>
          <Input.TextArea
            id={`${id}-reason`}
            rows={3}
            maxLength={1000}
            value={text}
            status={isMissing ? 'error' : ''}
            aria-invalid={isMissing}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setText(target.value)}
          />
          <p
            id={`${id}-hint`}
            className={isMissing ? 'fault' : 'quiet'}
            role={isMissing ? 'alert' : undefined}
          >
            {isMissing ? missing : reason.hint}
          </p>
        </div>
      )}
      {sending.isError && <ProblemNotice error={sending.error} again={submit} />}
      <div className="actions">
        <Button type="primary" danger={danger} loading={sending.isPending} onClick={submit}>
          {title}
        </Button>
        <Button
          onClick={() => {
            sending.reset()
            setOpen(false)
          }}
        >
          {say.back}
        </Button>
      </div>
    </section>
  )
}
