import { Link } from 'react-router'
import type { PublishedQuestion } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { Empty } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { ArticleLink } from '../policies/article-link.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    question: '问题',
    articles: '相关条款',
    desk: '答复部门',
    at: '公开日期',
    none: '还没有公开的问答。',
  },
  en: {
    question: 'Question',
    articles: 'Articles',
    desk: 'Answered by',
    at: 'Published',
    none: 'Nothing is published yet.',
  },
} as const

/** Published questions, each leading to its answer. */
export const AnswerList = ({
  of,
  label,
}: {
  readonly of: readonly PublishedQuestion[]
  readonly label: string
}) => {
  const { say, language } = useSay(words)
  if (of.length === 0) return <Empty>{say.none}</Empty>
  return (
    <Table<PublishedQuestion>
      items={of}
      label={label}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'question',
          title: say.question,
          render: (_, { id, question }) => <Link to={`/answers/${id}`}>{question}</Link>,
        },
        { key: 'articles', title: say.articles, render: (_, { articles }) => <ArticleLink of={articles} /> },
        { key: 'desk', title: say.desk, render: (_, { desk }) => desk },
        {
          key: 'at',
          title: say.at,
          render: (_, { publishedAt }) => day(publishedAt.slice(0, 10), language),
        },
      ]}
    />
  )
}
