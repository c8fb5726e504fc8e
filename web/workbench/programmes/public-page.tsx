import { Select } from 'antd'
import { useState } from 'react'
import type { PublicProgramme } from '../../shared/api/types.gen.ts'
import { yearNow } from '../../shared/dates.ts'
import { accessToken } from '../../shared/session.ts'
import { term } from '../../shared/terms.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { programmeColumns } from './columns.tsx'
import { words } from './words.ts'

const subjects = ['public', 'professional'] as const

/** This month and the eleven that follow, from Shanghai's calendar. */
const monthsAhead = (): string[] => {
  const now = new Date(Date.now() + 8 * 3_600_000).getUTCMonth()
  return Array.from({ length: 12 }, (_, ahead) => {
    const month = now + ahead
    return `${yearNow() + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

/** What is held where and when, for everybody to read: the accepted programmes of a month. */
export const PublicProgrammesPage = () => {
  const { say, language } = useSay(words)
  const [month, setMonth] = useState<string>()
  const [subject, setSubject] = useState<(typeof subjects)[number]>()
  const list = useList('/programmes', {
    query: { ...(month === undefined ? {} : { month }), ...(subject === undefined ? {} : { subject }) },
  })
  // The running month is the platform's to say.
  const shown = month ?? list.data?.pages[0]?.items[0]?.firstDay.slice(0, 7)
  const months = [...new Set([...(shown === undefined ? [] : [shown]), ...monthsAhead()])].sort()
  return (
    <>
      <PageHead title={say.publicTitle} lead={<p>{say.publicLead}</p>} />
      <Panel title={say.list}>
        <div className="fields">
          <div>
            <label htmlFor="programmes_month">{say.month}</label>{' '}
            <Select
              id="programmes_month"
              value={shown ?? months[0] ?? ''}
              options={months.map((value) => ({ value, label: value }))}
              onChange={setMonth}
            />
          </div>
          <div>
            <label htmlFor="programmes_subject">{say.subject}</label>{' '}
            <Select
              id="programmes_subject"
              value={subject ?? 'all'}
              options={[
                { value: 'all', label: say.all },
                ...subjects.map((value) => ({ value, label: term('subject', value, language) })),
              ]}
              onChange={(value) => setSubject(subjects.find((one) => one === value))}
            />
          </div>
        </div>
        <List<PublicProgramme>
          of={list}
          label={say.list}
          rowKey={({ id }) => id}
          empty={<Empty>{say.none}</Empty>}
          columns={programmeColumns(say, language, accessToken() !== undefined)}
        />
      </Panel>
    </>
  )
}
