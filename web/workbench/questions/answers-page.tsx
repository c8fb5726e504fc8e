import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { get } from '../../shared/api/client.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import { AnswerList } from './answer-list.tsx'

const words = {
  zh: {
    title: '政策问答',
    lead: '各级部门答复过、有普遍意义的咨询，已隐去姓名（第8、48条）。',
    ask: '咨询',
    list: '全部问答',
  },
  en: {
    title: 'Questions and answers',
    lead: 'What was asked about the rules and matters to many, without names (Art. 8, 48).',
    ask: 'Ask',
    list: 'All of them',
  },
} as const

/** The published questions, the latest first. */
export const AnswersPage = () => {
  const { say } = useSay(words)
  const answers = useQuery({ queryKey: ['/answers'], queryFn: () => get('/answers') })
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          <Link className="button primary" to="/questions/new">
            {say.ask}
          </Link>
        }
      />
      <Answer of={answers}>
        {({ items }) => (
          <Panel title={say.list}>
            <AnswerList of={items} label={say.list} />
          </Panel>
        )}
      </Answer>
    </>
  )
}
