import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { Link } from 'react-router'
import { get, post } from '../../shared/api/client.ts'
import { Cited } from '../../shared/cited.tsx'
import { Answer } from '../parts/answer.tsx'
import { ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { ArticleLink } from './article-link.tsx'
import { PolicyList } from './policy-list.tsx'

const words = {
  zh: {
    title: '实施细则',
    lead: '《内蒙古自治区事业单位工作人员培训实施细则》（2024年1月25日起施行）。每一条都可以打开，看原文、解释和平台怎样执行。',
    policies: '政策文件和解释',
    search: '搜索',
    ask: '在条文、文件标题和要点中搜索',
    missing: '请填写要找的词。',
    found: '找到的条文',
    foundPolicies: '找到的文件',
    none: '没有找到。换一个词再试。',
    all: '全部条文',
  },
  en: {
    title: 'Implementation rules',
    lead: 'The region’s rules on the training of staff of public institutions, in force since 25 January 2024. Each article opens with its text, its interpretation and how the platform applies it.',
    policies: 'Policies and interpretations',
    search: 'Search',
    ask: 'Search in articles, and in titles and summaries of documents',
    missing: 'Say what to look for.',
    found: 'Articles found',
    foundPolicies: 'Documents found',
    none: 'Nothing was found. Try another word.',
    all: 'All articles',
  },
} as const

interface Article {
  readonly article: string
  readonly paragraphs: readonly string[]
}

/** The most characters of an article in a list. */
const SHOWN = 60

const List = ({ of }: { readonly of: readonly Article[] }) => (
  <ul>
    {of.map(({ article, paragraphs: [first = ''] }) => (
      <li key={article}>
        <ArticleLink of={article} />{' '}
        <span lang="zh-CN">
          <Cited>{first.length > SHOWN ? `${first.slice(0, SHOWN)}…` : first}</Cited>
        </span>
      </li>
    ))}
  </ul>
)

const Search = () => {
  const { say } = useSay(words)
  const searching = useMutation({
    mutationFn: (asked: string) => post('/policies/search', { body: { words: asked } }),
  })
  const found = searching.data
  return (
    <Panel title={say.search}>
      <Form<{ words: string }>
        name="search"
        layout="vertical"
        onFinish={(values) => searching.mutate(values.words)}
      >
        <Form.Item name="words" label={say.ask} rules={[{ required: true, message: say.missing }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Button htmlType="submit" loading={searching.isPending}>
          {say.search}
        </Button>
      </Form>
      {searching.isError && <ProblemNotice error={searching.error} />}
      <div role="status">
        {found && found.articles.length + found.policies.length === 0 && <Empty>{say.none}</Empty>}
        {found && found.articles.length > 0 && (
          <>
            <h3>{say.found}</h3>
            <List of={found.articles} />
          </>
        )}
        {found && found.policies.length > 0 && (
          <>
            <h3>{say.foundPolicies}</h3>
            <PolicyList of={found.policies} label={say.foundPolicies} />
          </>
        )}
      </div>
    </Panel>
  )
}

/** The rules article by article, and a search over them and what was published. */
export const ArticlesPage = () => {
  const { say } = useSay(words)
  const articles = useQuery({ queryKey: ['/articles'], queryFn: () => get('/articles') })
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={<Link to="/policies">{say.policies}</Link>}
      />
      <Search />
      <Answer of={articles}>
        {({ items }) => {
          const chapters = [...Map.groupBy(items, ({ chapter }) => chapter)]
          return (
            <Panel title={say.all}>
              {chapters.map(([chapter, of]) => (
                <section key={chapter}>
                  <h3 lang="zh-CN">{chapter}</h3>
                  <List of={of} />
                </section>
              ))}
            </Panel>
          )
        }}
      </Answer>
    </>
  )
}
