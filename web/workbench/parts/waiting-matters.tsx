import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Waiting } from '../../shared/api/types.gen.ts'
import { newsQuery } from '../news.ts'
import { fill, useSay } from '../preferences.tsx'

/** What waits outside requests, by its kind. */
export const matterWords = {
  complaint: { zh: '投诉举报待办理', en: 'A complaint to deal with' },
  question: { zh: '政策咨询待答复', en: 'A question to answer' },
  check: { zh: '抽查督办待核实', en: 'An inspection to look at' },
  answer: { zh: '抽查督办待答复', en: 'An inspection to answer' },
  enrolment: { zh: '培训班报名待同意', en: 'An enrolment to agree to' },
} as const

const lists = {
  complaint: '/complaints/desk',
  question: '/questions/desk',
  check: '/inspections',
  answer: '/inspections',
  enrolment: '/classes/asked',
} as const

/** The page of one of them. */
export const wayToMatter = ({ matter, id }: { matter: Waiting['matter']; id: string }): string =>
  matter === 'enrolment'
    ? lists.enrolment
    : matter === 'complaint' || matter === 'question'
      ? `${lists[matter]}/${encodeURIComponent(id)}`
      : `/inspections/matters/${encodeURIComponent(id)}`

const words = {
  zh: {
    complaint: '{count} 件投诉举报待办理',
    question: '{count} 件政策咨询待答复',
    check: '{count} 件抽查督办待核实',
    answer: '{count} 件抽查督办待答复',
    enrolment: '{count} 人的培训班报名待同意',
    more: '{text}（另有更多）',
    late: '其中 {count} 件已过期限',
  },
  en: {
    complaint: 'Complaints to deal with: {count}',
    question: 'Questions to answer: {count}',
    check: 'Inspections to look at: {count}',
    answer: 'Inspections to answer: {count}',
    enrolment: 'Enrolments to agree to: {count}',
    more: '{text}, and more',
    late: '{count} of them overdue',
  },
} as const

/** How many complaints, questions and inspections wait for whoever is signed in: a row a kind. */
export const useWaitingMatters = () => useQuery(newsQuery).data?.waiting ?? []

export const WaitingMatters = ({ of: waiting }: { readonly of: readonly Waiting[] }) => {
  const { say } = useSay(words)
  return waiting.map(({ matter, count, more, late }) => {
    const text = fill(say[matter], { count })
    return (
      <li key={matter}>
        <Link className="strong" to={lists[matter]}>
          {more ? fill(say.more, { text }) : text}
        </Link>
        {late > 0 && <span className="fault">{fill(say.late, { count: late })}</span>}
      </li>
    )
  })
}
