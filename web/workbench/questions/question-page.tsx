import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { questionActs, questionStatuses } from '../../../functions/questions/words.ts'
import { get } from '../../shared/api/client.ts'
import type { QuestionView } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { ArticleLink } from '../policies/article-link.tsx'
import { useSay } from '../preferences.tsx'
import { QuestionActs } from './question-acts.tsx'
import styles from './questions.module.css'

const words = {
  zh: {
    title: '咨询',
    back: '政策咨询',
    about: '问题',
    status: '状态',
    dueOn: '期限',
    overdue: '已逾期',
    askedAt: '收到',
    desk: '答复部门',
    asker: '咨询人',
    nobody: '没有留下姓名',
    answer: '答复',
    basis: '依据',
    request: '按这件申请办理',
    published: '公开的问答',
    open: '查看',
    course: '经过',
    byAsker: '咨询人',
    system: '系统',
  },
  en: {
    title: 'Question',
    back: 'Questions',
    about: 'Question',
    status: 'Status',
    dueOn: 'Due',
    overdue: 'overdue',
    askedAt: 'Received',
    desk: 'Desk',
    asker: 'Asked by',
    nobody: 'no name was given',
    answer: 'Answer',
    basis: 'Basis',
    request: 'Dealt with by this request',
    published: 'Published as',
    open: 'Open',
    course: 'What was done',
    byAsker: 'the asker',
    system: 'the system',
  },
} as const

const Course = ({ of: { entries } }: { readonly of: QuestionView }) => {
  const { say, language } = useSay(words)
  const whose = { asker: say.byAsker, system: say.system }
  return (
    <Panel title={say.course}>
      <ol className={styles.course}>
        {entries.map(({ at, by, byName, act, text }) => (
          <li key={`${at} ${act}`}>
            <span className="strong">{questionActs[act][language]}</span>{' '}
            <span className="quiet">
              {moment(at, language)} {by === 'desk' ? byName : whose[by]}
            </span>
            {text !== '' && <p className={styles.said}>{text}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

const About = ({ of }: { readonly of: QuestionView }) => {
  const { say, language } = useSay(words)
  const { answer, asker } = of
  return (
    <Panel title={say.about}>
      <p className={styles.said}>{of.text}</p>
      <Facts
        of={[
          [say.status, questionStatuses[of.status][language]],
          [
            say.dueOn,
            of.status !== 'received' ? null : (
              <span key="due">
                {day(of.dueOn, language)} {of.overdue && <StatusMark tone="bad">{say.overdue}</StatusMark>}
              </span>
            ),
          ],
          [say.askedAt, moment(of.askedAt, language)],
          [say.asker, asker === null ? say.nobody : `${asker.name} ${asker.mail}`],
          [say.desk, of.desk.name],
          [
            say.answer,
            answer && (
              <span key="w" className={styles.said}>
                {answer.text}
              </span>
            ),
          ],
          [
            say.basis,
            answer && answer.articles.length > 0 ? <ArticleLink key="a" of={answer.articles} /> : null,
          ],
          [
            say.request,
            of.requestId && (
              <Link key="l" to={`/requests/${of.requestId}`}>
                {say.open}
              </Link>
            ),
          ],
          [
            say.published,
            of.published && (
              <Link key="l" to={`/answers/${of.id}`}>
                {say.open}
              </Link>
            ),
          ],
        ]}
      />
    </Panel>
  )
}

/** A question at one's desk: what was asked, what was done, what may be done now. */
export const QuestionPage = () => {
  const { say } = useSay(words)
  const { id = '' } = useParams()
  const question = useQuery({
    queryKey: ['/questions/{id}', id],
    queryFn: () => get('/questions/{id}', { path: { id } }),
    retry: false,
  })
  return (
    <>
      <PageHead title={say.title} back={{ to: '/questions/desk', label: say.back }} />
      <Answer of={question}>
        {(of) => (
          <>
            <About of={of} />
            <QuestionActs of={of} />
            <Course of={of} />
          </>
        )}
      </Answer>
    </>
  )
}
