import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { get } from '../../shared/api/client.ts'
import { day } from '../../shared/dates.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { ArticleLink } from '../policies/article-link.tsx'
import { useSay } from '../preferences.tsx'
import styles from './questions.module.css'

const words = {
  zh: {
    title: '政策问答',
    back: '政策问答',
    question: '问',
    answer: '答',
    basis: '依据',
    desk: '答复部门',
    at: '公开日期',
    ask: '还有疑问，再问一个',
  },
  en: {
    title: 'Question and answer',
    back: 'Questions and answers',
    question: 'Question',
    answer: 'Answer',
    basis: 'Basis',
    desk: 'Answered by',
    at: 'Published',
    ask: 'Still unclear: ask',
  },
} as const

/** A published question with its answer. */
export const AnswerPage = () => {
  const { say, language } = useSay(words)
  const { id = '' } = useParams()
  const asked = useQuery({
    queryKey: ['/answers/{id}', id],
    queryFn: () => get('/answers/{id}', { path: { id } }),
    retry: false,
  })
  return (
    <>
      <PageHead title={say.title} back={{ to: '/answers', label: say.back }} />
      <Answer of={asked}>
        {({ question, answer, articles, desk, publishedAt }) => (
          <>
            <Panel title={say.question}>
              <p className={styles.said}>{question}</p>
            </Panel>
            <Panel title={say.answer}>
              <p className={styles.said}>{answer}</p>
              <Facts
                of={[
                  [say.basis, articles.length === 0 ? null : <ArticleLink key="a" of={articles} />],
                  [say.desk, desk],
                  [say.at, day(publishedAt.slice(0, 10), language)],
                ]}
              />
              <Link to="/questions/new">{say.ask}</Link>
            </Panel>
          </>
        )}
      </Answer>
    </>
  )
}
