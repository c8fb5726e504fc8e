import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { isRefusal, ProblemError } from '../../shared/api/client.ts'
import { Cited } from '../../shared/cited.tsx'
import { signIn } from '../../shared/session.ts'
import { fill, useSay } from '../preferences.tsx'

export type Tone = 'good' | 'wait' | 'bad'

export interface NoticeProps {
  readonly tone: Tone
  readonly title: string
  readonly children?: ReactNode
  /** What the reader can do next. */
  readonly actions?: ReactNode
}

/** A result or a fault, said in full: what happened, and what to do next. */
export const Notice = ({ tone, title, children, actions }: NoticeProps) => {
  const id = useId()
  return (
    <section className={`banner ${tone}`} role={tone === 'bad' ? 'alert' : 'status'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Cited>{children}</Cited>
      {actions && <div className="actions">{actions}</div>}
    </section>
  )
}

const words = {
  zh: {
    network: '网络不通',
    networkText: '没有连上平台。您填写的内容都还在，请检查网络后再试。',
    fault: '系统出了故障',
    faultText: '不是您的操作有误。请稍后再试；一直不行的，请把下面的编号告诉管理员。',
    tracking: '故障编号：',
    again: '再试一次',
    unread: '没有读到“{what}”：{title}',
    ended: '登录已过期',
    endedText: '请重新登录，之后会回到本页。',
    signIn: '重新登录',
  },
  en: {
    network: 'No connection',
    networkText:
      'The platform could not be reached. Everything you typed is still here: check your network and try again.',
    fault: 'Something failed on our side',
    faultText:
      'It is nothing you did. Please try again later; if it goes on, give this number to an administrator.',
    tracking: 'Tracking number: ',
    again: 'Try again',
    unread: '{what} could not be loaded: {title}',
    ended: 'Your session has ended',
    endedText: 'Please sign in again: you will come back to this page.',
    signIn: 'Sign in again',
  },
} as const

/** The sign-in page usually opens by itself; this is a link to it, should it not. */
const SessionEnded = () => {
  const { say } = useSay(words)
  const [isOffline, setOffline] = useState(false)
  const again = () => void signIn().catch(() => setOffline(true))
  return (
    <Notice tone="wait" title={say.ended} actions={<Button onClick={again}>{say.signIn}</Button>}>
      <p>{isOffline ? say.networkText : say.endedText}</p>
    </Notice>
  )
}

export interface ProblemNoticeProps {
  readonly error: unknown
  readonly again?: () => void
  /** What could not be read, where the page goes on without it. */
  readonly what?: string
}

/** What the API refused, in its own words; or that it did not answer, with what to do. */
export const ProblemNotice = ({ error, again, what }: ProblemNoticeProps) => {
  const { say } = useSay(words)
  const problem = error instanceof ProblemError ? error : undefined
  if (problem?.status === 401) return <SessionEnded />
  const isRefused = problem !== undefined && isRefusal(error)
  const isOffline = problem?.status === 0
  const title = isRefused ? problem.message : isOffline ? say.network : say.fault
  return (
    <Notice
      tone={isRefused ? 'wait' : 'bad'}
      title={what === undefined ? title : fill(say.unread, { what, title })}
      actions={again && !isRefused && <Button onClick={again}>{say.again}</Button>}
    >
      {isRefused ? (
        problem.details.map((detail) => <p key={detail}>{detail}</p>)
      ) : (
        <p>{isOffline ? say.networkText : say.faultText}</p>
      )}
      {problem !== undefined && !isRefused && problem.tracking !== '' && (
        <p>
          {say.tracking}
          <code>{problem.tracking}</code>
        </p>
      )}
    </Notice>
  )
}
