import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { get, ProblemError, post } from '../../shared/api/client.ts'
import type { ReadInvitationResponse } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { accessToken, signIn } from '../../shared/session.ts'
import { term } from '../../shared/terms.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '开通账号',
    lead: '您收到了培训综合管理平台的邀请。分两步：先用您平时使用的统一身份认证登录，再确认把这个登录绑定到账号。以后直接登录即可。',
    steps: '怎样开通',
    stepSignIn: '登录：会到登录页去，登录后回到这里。',
    stepBind: '绑定：核对姓名和席位，确认是您本人的，再按“绑定”。',
    once: '链接 14 天有效，只能用一次。打开这个页面不会改变任何东西。',
    signIn: '第一步：登录',
    who: '核对邀请',
    name: '姓名',
    seats: '席位',
    head: '负责人',
    until: '链接有效期至',
    bind: '第二步：把我的登录绑定到这个账号',
    another: '换一个登录',
    bound: '账号已开通，{name}',
    boundText: '以后直接登录就能使用。',
    go: '开始使用',
    next: '可以怎么办',
    usedText: '如果是您本人用过的，直接进入平台；不是的，请联系发送邀请的单位。',
    enter: '进入平台',
    askAgain: '请联系发送邀请的单位，重新发送一封。之前的邮件里的链接不能再用。',
    unknown: '没有这个邀请',
    unknownText: '链接可能不完整，或者已经重新发送、取消。请用最近一封邀请邮件里的链接。',
  },
  en: {
    title: 'Open your account',
    lead: 'You were invited to the training platform. Two steps: sign in with the login that you use at work, then confirm that this login belongs to the account. From then on you just sign in.',
    steps: 'How it goes',
    stepSignIn: 'Sign in: you are led to the sign-in page and back here.',
    stepBind: 'Bind: check name and seat; if they are yours, confirm.',
    once: 'The link lasts 14 days and serves once. Opening this page changes nothing.',
    signIn: 'First: sign in',
    who: 'Check the invitation',
    name: 'Name',
    seats: 'Seats',
    head: 'head',
    until: 'The link holds until',
    bind: 'Second: bind my login to this account',
    another: 'Use another login',
    bound: 'Your account is open, {name}',
    boundText: 'From now on you just sign in.',
    go: 'Begin',
    next: 'What to do',
    usedText: 'If it was you who used it, go on to the platform; if not, tell whoever invited you.',
    enter: 'To the platform',
    askAgain: 'Ask whoever invited you to send it again. Links of earlier mails serve no more.',
    unknown: 'There is no such invitation',
    unknownText:
      'The link may be incomplete, or the invitation was sent again or withdrawn. Use the link of the latest mail.',
  },
} as const

/** Loads the platform anew, because another account is signed in now. */
const enter = () => location.assign('/my')

/** Why the link does not serve, each with what to do. */
const Unusable = ({ error }: { readonly error: unknown }) => {
  const { say } = useSay(words)
  if (!(error instanceof ProblemError)) return <ProblemNotice error={error} />
  switch (error.status) {
    case 404:
      return (
        <Notice tone="wait" title={say.unknown}>
          <p>{say.unknownText}</p>
        </Notice>
      )
    case 409:
      return (
        <Notice tone="wait" title={error.message} actions={<Button onClick={enter}>{say.enter}</Button>}>
          {error.code === 'ALREADY_BOUND' && <p>{say.usedText}</p>}
        </Notice>
      )
    case 410:
      return (
        <Notice tone="wait" title={error.message}>
          <p>{say.askAgain}</p>
        </Notice>
      )
    default:
      return <ProblemNotice error={error} />
  }
}

const Invited = ({
  token,
  invitation,
}: {
  readonly token: string
  readonly invitation: ReadInvitationResponse
}) => {
  const { say, language } = useSay(words)
  const queries = useQueryClient()
  const binding = useMutation({
    mutationFn: () => post('/invitations/{token}/binding', { path: { token } }),
    onSuccess: () => queries.removeQueries({ queryKey: ['me'] }),
  })
  if (binding.data)
    return (
      <Notice
        tone="good"
        title={fill(say.bound, { name: binding.data.name })}
        actions={
          <Button type="primary" onClick={enter}>
            {say.go}
          </Button>
        }
      >
        <p>{say.boundText}</p>
      </Notice>
    )
  const { name, seats, expiresAt } = invitation
  return (
    <Panel title={say.who}>
      {binding.isError && <Unusable error={binding.error} />}
      <Facts
        of={[
          [say.name, name],
          [
            say.seats,
            seats.length > 0 &&
              seats.map(({ role, organisation, head }) => (
                <div key={`${role} ${organisation.id}`}>
                  {organisation.name} · {term('role', role, language)}
                  {head && ` · ${say.head}`}
                </div>
              )),
          ],
          [say.until, moment(expiresAt, language)],
        ]}
      />
      <p className="actions">
        <Button type="primary" size="large" loading={binding.isPending} onClick={() => binding.mutate()}>
          {say.bind}
        </Button>
        <Button onClick={() => void signIn({ another: true })}>{say.another}</Button>
      </p>
    </Panel>
  )
}

const OpenInvitation = ({ token }: { readonly token: string }) => {
  const asked = useQuery({
    queryKey: ['/invitations', token],
    queryFn: () => get('/invitations/{token}', { path: { token } }),
    // Read once: the binding uses the invitation up, and the page shows that itself.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  if (asked.isError && asked.data === undefined) return <Unusable error={asked.error} />
  return <Answer of={asked}>{(invitation) => <Invited token={token} invitation={invitation} />}</Answer>
}

/** The page of an invitation's link: explains it, signs in, and binds by a button. */
export const InvitationPage = () => {
  const { say } = useSay(words)
  const { token = '' } = useParams()
  const [error, setError] = useState<unknown>()
  const isSignedIn = accessToken() !== undefined
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      {isSignedIn ? (
        <OpenInvitation key={token} token={token} />
      ) : (
        <Panel title={say.steps}>
          <ol>
            <li>{say.stepSignIn}</li>
            <li>{say.stepBind}</li>
          </ol>
          <p className="quiet">{say.once}</p>
          {error !== undefined && <ProblemNotice error={error} />}
          <p className="actions">
            <Button
              type="primary"
              size="large"
              onClick={() => {
                setError(undefined)
                // Someone else may be signed in at the issuer, so it asks who it is.
                signIn({ another: true }).catch(setError)
              }}
            >
              {say.signIn}
            </Button>
          </p>
        </Panel>
      )}
    </>
  )
}
