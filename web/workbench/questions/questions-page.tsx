import { Link } from 'react-router'
import { questionStatuses } from '../../../functions/questions/words.ts'
import { questionTerms } from '../../../rules/questions.ts'
import type { QuestionRow } from '../../shared/api/types.gen.ts'
import { day, moment } from '../../shared/dates.ts'
import { ForDesks } from '../parts/for-desks.tsx'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '政策咨询',
    lead: '{days} 个工作日内答复（第8、48条）。属于个案的，告知按申请办理；有普遍意义的，隐去姓名后公开。',
    answers: '公开的问答',
    at: '本部门答复',
    above: '下级逾期，可以提级办理',
    question: '问题',
    asked: '收到',
    due: '期限',
    overdue: '已逾期',
    status: '状态',
    published: '已公开',
    none: '没有咨询。',
  },
  en: {
    title: 'Questions',
    lead: 'Answered within {days} working days (Art. 8, 48). A single case is led to its request; what matters to many is published without names.',
    answers: 'Published',
    at: 'At this desk',
    above: 'Overdue below: may be taken over',
    question: 'Question',
    asked: 'Received',
    due: 'Due',
    overdue: 'overdue',
    status: 'Status',
    published: 'published',
    none: 'Nothing here.',
  },
} as const

/** The most characters of a question in a list. */
const SHOWN = 60

const Box = ({ box }: { readonly box: 'at' | 'above' }) => {
  const { say, language } = useSay(words)
  const list = useList('/questions', { query: { box } })
  return (
    <Panel title={say[box]}>
      <List<QuestionRow>
        of={list}
        label={say[box]}
        rowKey={({ id }) => id}
        empty={<Empty>{say.none}</Empty>}
        columns={[
          {
            key: 'question',
            title: say.question,
            render: (_, { id, text }) => (
              <Link to={`/questions/desk/${id}`}>
                {text.slice(0, SHOWN)}
                {text.length > SHOWN && '…'}
              </Link>
            ),
          },
          { key: 'asked', title: say.asked, render: (_, { askedAt }) => moment(askedAt, language) },
          {
            key: 'due',
            title: say.due,
            render: (_, { status, dueOn, overdue }) =>
              status === 'received' ? (
                <>
                  {day(dueOn, language)} {overdue && <StatusMark tone="bad">{say.overdue}</StatusMark>}
                </>
              ) : (
                '—'
              ),
          },
          {
            key: 'status',
            title: say.status,
            render: (_, { status, published }) => (
              <>
                {questionStatuses[status][language]}{' '}
                {published && <StatusMark tone="plain">{say.published}</StatusMark>}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

/** The questions at one's desk, and those overdue below it. */
export const QuestionsPage = () => {
  const { say } = useSay(words)
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{fill(say.lead, { days: questionTerms.answerWorkingDays })}</p>}
        actions={<Link to="/answers">{say.answers}</Link>}
      />
      <ForDesks>
        <Box box="at" />
        <Box box="above" />
      </ForDesks>
    </>
  )
}
