import { Button } from 'antd'
import { Link } from 'react-router'
import { questionTerms } from '../../../rules/questions.ts'
import { Loading } from '../parts/loading.tsx'
import { ProblemNotice } from '../parts/notice.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { QuestionFacts } from './question-facts.tsx'

const words = {
  zh: {
    title: '我的咨询',
    lead: '您登录后提出的咨询和答复。办结 {days} 天后不再与您的账号关联。',
    ask: '咨询',
    none: '还没有咨询过。',
    more: '更多',
  },
  en: {
    title: 'My questions',
    lead: 'What you asked with your account, and the answers. {days} days after the end they are no longer tied to it.',
    ask: 'Ask',
    none: 'You have asked nothing yet.',
    more: 'More',
  },
} as const

/** What someone has asked with their account. */
export const OwnQuestionsPage = () => {
  const { say } = useSay(words)
  const list = useList('/questions/own', { query: {} })
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{fill(say.lead, { days: questionTerms.askerDays })}</p>}
        actions={
          <Link className="button primary" to="/questions/new">
            {say.ask}
          </Link>
        }
      />
      {list.isPending && <Loading />}
      {list.isError && <ProblemNotice error={list.error} again={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <Empty>{say.none}</Empty>}
      {items.map((one) => (
        <QuestionFacts key={one.code} of={one} />
      ))}
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say.more}
        </Button>
      )}
    </>
  )
}
