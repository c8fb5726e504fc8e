import { Button } from 'antd'
import { useState } from 'react'
import { Link, Navigate } from 'react-router'
import { accessToken, signIn } from '../../shared/session.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '事业单位工作人员培训，办在这里',
    lead: '按照《内蒙古自治区事业单位工作人员培训实施细则》：申报学时、查看台账、办理补训和认定，达到规定学时后合格证书自动生成。',
    signIn: '登录',
    staff: '工作人员',
    staffText: '看今年还差多少学时、可以怎样补齐；在线申报，随时知道事项到了谁那里。',
    desk: '办理人员',
    deskText: '从邮件里的链接直接进入要办的事项；待办按办理期限排列，一次可以办理一批。',
    open: '不用登录',
    calculator: '测算学时',
    calculatorText: '填入培训情况，看一年算不算达标。',
    programmes: '培训班',
    programmesText: '看各地已备案的培训班：时间、地点、收费和报名范围。',
    verify: '验证证书',
    verifyText: '输入证书上的验证码，核对真伪。',
  },
  en: {
    title: 'Training of public institutions’ staff, in one place',
    lead: 'Under the region’s Implementation Rules: file hours, read your ledger, make up a year, have one recognised. A certificate is made by itself once the hours suffice.',
    signIn: 'Sign in',
    staff: 'Staff',
    staffText:
      'See what this year still lacks and how to close it; file online and always know who holds your request.',
    desk: 'Desks',
    deskText:
      'The link in the mail opens the matter itself; what is due first stands first, and a batch is done at once.',
    open: 'Without signing in',
    calculator: 'Calculate hours',
    calculatorText: 'Enter your training and see whether a year is met.',
    programmes: 'Programmes',
    programmesText: 'See what is held where, when, for whom and at what fee.',
    verify: 'Verify a certificate',
    verifyText: 'Enter the code printed on it.',
  },
} as const

/** What visitors see first; whoever is signed in goes on to their own page. */
export const StartPage = () => {
  const { say } = useSay(words)
  const [error, setError] = useState<unknown>()
  if (accessToken() !== undefined) return <Navigate to="/my" replace />
  return (
    <div className="start">
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          <Button
            type="primary"
            size="large"
            onClick={() => {
              setError(undefined)
              signIn({ returnTo: '/my' }).catch(setError)
            }}
          >
            {say.signIn}
          </Button>
        }
      />
      {error !== undefined && <ProblemNotice error={error} />}
      <div className="columns">
        <section>
          <h2>{say.staff}</h2>
          <p>{say.staffText}</p>
        </section>
        <section>
          <h2>{say.desk}</h2>
          <p>{say.deskText}</p>
        </section>
        <section>
          <h2>{say.open}</h2>
          <ul>
            <li>
              <Link to="/calculator">{say.calculator}</Link> {say.calculatorText}
            </li>
            <li>
              <Link to="/programmes">{say.programmes}</Link> {say.programmesText}
            </li>
            <li>
              <a href="/verify">{say.verify}</a> {say.verifyText}
            </li>
          </ul>
        </section>
      </div>
    </div>
  )
}
