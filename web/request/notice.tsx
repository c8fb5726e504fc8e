import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ProblemError } from '../shared/api/client.ts'
import { Cited } from '../shared/cited.tsx'
import { useWords } from './language.ts'

/** A message in place of the content, or of an act's result; it takes the focus. */
export const Notice = ({
  tone,
  title,
  as: Heading = 'h2',
  children,
  actions,
}: {
  readonly tone: 'good' | 'wait' | 'bad'
  readonly title: string
  /** `h1` where the message is the page's only content. */
  readonly as?: 'h1' | 'h2'
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={`banner ${tone}`} aria-live="polite">
      <Heading ref={heading} tabIndex={-1}>
        {title}
      </Heading>
      <Cited>{children}</Cited>
      {actions && <p className="actions">{actions}</p>}
    </section>
  )
}

const Tracking = ({ number }: { readonly number: string }) => {
  const { say } = useWords()
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard.writeText(number).then(() => setCopied(true))
  return (
    <>
      <code>{number}</code>{' '}
      <button type="button" className="small" onClick={copy}>
        {copied ? say.copied : say.copy}
      </button>
    </>
  )
}

/** A failed step: no network, a refusal in the API's words, or a fault with its tracking number. */
export const ProblemNotice = ({
  error,
  again,
  instead,
  as = 'h2',
}: {
  readonly error: unknown
  /** Tries once more; not given after a refusal, which would repeat. */
  readonly again?: () => void
  /** What to do instead, after a refusal. */
  readonly instead?: ReactNode
  readonly as?: 'h1' | 'h2'
}) => {
  const { say } = useWords()
  const retry = again && (
    <button type="button" onClick={again}>
      {say.again}
    </button>
  )
  // Outside the API's client the network fails as a TypeError of `fetch`.
  if (error instanceof TypeError || (error instanceof ProblemError && error.status === 0))
    return (
      <Notice as={as} tone="wait" title={say.offline} actions={retry}>
        <p>{say.offlineText}</p>
      </Notice>
    )
  if (error instanceof ProblemError && error.status < 500)
    return (
      <Notice as={as} tone="bad" title={error.message} actions={instead}>
        {error.details.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
      </Notice>
    )
  return (
    <Notice as={as} tone="wait" title={say.fault} actions={retry}>
      <p>
        {say.faultText}{' '}
        {error instanceof ProblemError && <Tracking number={error.tracking || String(error.status)} />}
      </p>
    </Notice>
  )
}
