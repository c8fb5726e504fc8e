import { Link } from 'react-router'
import { questionStatuses } from '../../../functions/questions/words.ts'
import type { FollowedQuestion } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { Facts } from '../parts/facts.tsx'
import { Panel } from '../parts/panel.tsx'
import { ArticleLink } from '../policies/article-link.tsx'
import { useSay } from '../preferences.tsx'
import styles from './questions.module.css'

const words = {
  zh: {
    status: '状态',
    code: '查询码',
    desk: '答复部门',
    askedAt: '提交时间',
    dueOn: '答复期限',
    basis: '依据',
    request: '按这件申请办理',
    open: '打开申请',
    published: '公开的问答',
    toPublished: '查看',
  },
  en: {
    status: 'Status',
    code: 'Code',
    desk: 'Desk',
    askedAt: 'Sent',
    dueOn: 'Answered by',
    basis: 'Basis',
    request: 'Dealt with by this request',
    open: 'Open the request',
    published: 'Published as',
    toPublished: 'Question and answer',
  },
} as const

/** A question of one's own: what was asked, where it stands, and its answer. */
export const QuestionFacts = ({ of }: { readonly of: FollowedQuestion }) => {
  const { say, language } = useSay(words)
  const { answer } = of
  return (
    <Panel title={questionStatuses[of.status][language]}>
      <p className={styles.said}>{of.text}</p>
      {answer && <p className={`${styles.said} ${styles.answer}`}>{answer.text}</p>}
      <Facts
        of={[
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
            of.publishedId && (
              <Link key="l" to={`/answers/${of.publishedId}`}>
                {say.toPublished}
              </Link>
            ),
          ],
          [say.desk, of.desk],
          [say.askedAt, moment(of.askedAt, language)],
          [say.dueOn, of.dueOn === null ? null : day(of.dueOn, language)],
          [say.code, of.code.toUpperCase()],
        ]}
      />
    </Panel>
  )
}
