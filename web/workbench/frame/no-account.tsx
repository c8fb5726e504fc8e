import { Button } from 'antd'
import { ProblemError } from '../../shared/api/client.ts'
import { signIn } from '../../shared/session.ts'
import { Notice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    unbound: '这个登录还没有账号',
    suspended: '账号已停用',
    ambiguous: '不能确定您的账号',
    another: '换一个登录',
  },
  en: {
    unbound: 'This login has no account yet',
    suspended: 'The account is suspended',
    ambiguous: 'Your account is not certain',
    another: 'Use another login',
  },
} as const

const titles = {
  ACCOUNT_UNKNOWN: 'unbound',
  ACCOUNT_SUSPENDED: 'suspended',
  CLAIM_AMBIGUOUS: 'ambiguous',
} as const

const isOne = (code: string | undefined): code is keyof typeof titles =>
  code !== undefined && Object.hasOwn(titles, code)

/** Whether the API knows the login and has no account for it to act by. */
export const isWithoutAccount = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && isOne(error.code)

/** For a login without a usable account: why, what to do, and a way to another login. */
export const NoAccount = ({ error: { code, message } }: { readonly error: ProblemError }) => {
  const { say } = useSay(words)
  return (
    <>
      <PageHead title={isOne(code) ? say[titles[code]] : say.unbound} />
      <Notice
        tone="wait"
        title={message}
        actions={
          <Button onClick={() => void signIn({ another: true, returnTo: '/my' })}>{say.another}</Button>
        }
      />
    </>
  )
}
