import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { subjects } from '../../../functions/platform/words.ts'
import { get } from '../../shared/api/client.ts'
import type { Result, Year } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { day } from '../../shared/dates.ts'
import { oneOf } from '../../shared/one-of.ts'
import { withQuery } from '../../shared/with-query.ts'
import { Answer } from '../parts/answer.tsx'
import { List } from '../parts/list.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { type MarkTone, StatusMark } from '../parts/status-mark.tsx'
import { Unread } from '../parts/unread.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { ResultsExport } from './export-buttons.tsx'
import { numberWords } from './words.ts'
import styles from './year.module.css'
import { YearHead } from './year-head.tsx'
import {
  assessedIn,
  countOf,
  type ResultChoice,
  type ResultStatus,
  resultStatuses,
  useChosenYear,
  yearQuery,
} from './year-query.ts'

const words = {
  zh: {
    title: '{year} 年度人员名单',
    choices: '按结果筛选',
    all: '全部',
    list: '{year} 年度结果名单',
    open: '这一年还没有结算，没有结果名单。',
    closing: '这一年正在结算，结束后这里列出每个人的结果。',
    openWay: '查看年度结果页',
    name: '姓名',
    institution: '所在单位',
    result: '结果',
    isProvisional: '暂定',
    madeUp: '补训后完成',
    missing: '还差学时',
    missingPublic: subjects.public.zh,
    missingProfessional: subjects.professional.zh,
    asOf: '评定日期',
    none: '没有符合筛选条件的人员。',
    clear: '查看全部',
    left: '本年度离册人员',
    leftText: '年度内在册、年末已不在册；没有年度学时要求，不列入以上结果（第7条）。',
    leftOn: '在册至 {day}',
    own: '只看这个单位',
    whole: '不限单位',
  },
  en: {
    title: 'Persons of {year}',
    choices: 'By result',
    all: 'All',
    list: 'Results of {year}, person by person',
    open: 'This year has not been closed: there are no results yet.',
    closing: 'This year is being closed; each person’s result stands here at its end.',
    openWay: 'Open the year',
    name: 'Name',
    institution: 'Institution',
    result: 'Result',
    isProvisional: 'provisional',
    madeUp: 'made up',
    missing: 'Hours missing',
    missingPublic: subjects.public.en,
    missingProfessional: subjects.professional.en,
    asOf: 'Assessed',
    none: 'Nobody fits these filters.',
    clear: 'Show all',
    left: 'Left the register in this year',
    leftText:
      'On the register in the year and no more at its end: the year asks nothing of them, and they are not among the results (Art. 7).',
    leftOn: 'there until {day}',
    own: 'This institution alone',
    whole: 'All institutions',
  },
} as const

const tones: Readonly<Record<ResultStatus, MarkTone>> = {
  met: 'good',
  deemed: 'good',
  inducting: 'wait',
  deferred: 'wait',
  short: 'bad',
  overdue: 'bad',
}

const useWords = () =>
  useSay({ zh: { ...numberWords.zh, ...words.zh }, en: { ...numberWords.en, ...words.en } })

/** One filter at a time, each with how many it shows; they stand in the address. */
const Choices = ({ of: year }: { readonly of: Year }) => {
  const { say } = useWords()
  const [query] = useSearchParams()
  const organisation = query.get('organisation')
  const status = query.get('status')
  const isProvisional = query.get('provisional') === 'true'
  const to = (choice: Readonly<Record<string, string>>) =>
    withQuery(`/year/${year.year}/results`, { organisation, ...choice })
  const choices = [
    { key: 'all', label: say.all, count: assessedIn(year), to: to({}), isOn: !status && !isProvisional },
    ...resultStatuses.map((one) => ({
      key: one,
      label: say[one],
      count: countOf(year, one),
      to: to({ status: one }),
      isOn: status === one,
    })),
    {
      key: 'provisional',
      label: say.provisional,
      count: year.provisional,
      to: to({ provisional: 'true' }),
      isOn: isProvisional && !status,
    },
  ]
  return (
    <nav className="tabs" aria-label={say.choices}>
      {choices.map(({ key, label, count, to, isOn }) => (
        <Link key={key} to={to} aria-current={isOn ? 'true' : undefined}>
          {label} <span className="number">{count}</span>
        </Link>
      ))}
    </nav>
  )
}

const Persons = ({ of: { year } }: { readonly of: Year }) => {
  const { say, language } = useWords()
  const [query] = useSearchParams()
  const choice: ResultChoice = {
    organisation: query.get('organisation'),
    status: oneOf(resultStatuses, query.get('status')),
    provisional: oneOf(['true', 'false'], query.get('provisional')),
  }
  const list = useList('/years/{year}/results', { path: { year }, query: choice })
  const hours = (title: string, of: keyof Result['missing']) => ({
    title,
    key: of,
    className: 'amount',
    render: (_: unknown, { missing }: Result) => (missing[of] === 0 ? '—' : missing[of].toFixed(1)),
  })
  return (
    <>
      <ResultsExport year={year} choice={choice} />
      <div className={styles.yearTable}>
        <List<Result>
          of={list}
          label={fill(say.list, { year })}
          rowKey={({ staffId }) => staffId}
          empty={<Empty action={<Link to={`/year/${year}/results`}>{say.clear}</Link>}>{say.none}</Empty>}
          columns={[
            {
              title: say.name,
              key: 'name',
              render: (_, { staffId, name }) => (
                <Link to={`/persons/${encodeURIComponent(staffId)}`}>{name}</Link>
              ),
            },
            {
              title: say.institution,
              key: 'institution',
              render: (_, { institution }) =>
                institution.id === choice.organisation ? (
                  institution.name
                ) : (
                  <Link to={withQuery(`/year/${year}/results`, { ...choice, organisation: institution.id })}>
                    {institution.name}
                  </Link>
                ),
            },
            {
              title: say.result,
              key: 'result',
              render: (_, { status, provisional, madeUp }) => (
                <>
                  <StatusMark tone={tones[status]}>{say[status]}</StatusMark>
                  {(provisional || madeUp) && (
                    <span className="quiet">
                      {' '}
                      {[provisional && say.isProvisional, madeUp && say.madeUp].filter(Boolean).join(' · ')}
                    </span>
                  )}
                </>
              ),
            },
            hours(say.missing, 'hours'),
            hours(say.missingPublic, 'public'),
            hours(say.missingProfessional, 'professional'),
            {
              title: say.asOf,
              key: 'asOf',
              className: 'nowrap',
              render: (_, { asOf }) => day(asOf, language),
            },
          ]}
        />
      </div>
    </>
  )
}

/** Who left an institution's register within the year, apart from the results. */
const Left = ({ year, organisation }: { readonly year: number; readonly organisation: string }) => {
  const { say, language } = useWords()
  const query = { organisation, limit: 1 }
  const asked = useQuery({
    queryKey: ['/years/{year}/results', year, query],
    queryFn: () => get('/years/{year}/results', { path: { year }, query }),
  })
  const left = asked.data?.left ?? []
  return left.length === 0 ? (
    <Unread of={asked} what={say.left} />
  ) : (
    <section aria-label={say.left}>
      <h3>{say.left}</h3>
      <p className="quiet">
        <Cited>{say.leftText}</Cited>
      </p>
      <ul>
        {left.map(({ staffId, name, leftOn }) => (
          <li key={staffId}>
            <Link to={`/persons/${encodeURIComponent(staffId)}`}>{name}</Link>{' '}
            <span className="quiet">{fill(say.leftOn, { day: day(leftOn, language) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who is short, deferred, overdue or provisional: the filters stand in the address, the export holds what they show. */
export const ResultsPage = () => {
  const { say } = useWords()
  const { year, organisation } = useChosenYear()
  const asked = useQuery(yearQuery(year, organisation))
  const title = fill(say.title, { year })
  return (
    <>
      <YearHead title={title} lead={asked.data && <p>{asked.data.organisation.name}</p>} />
      <Answer of={asked}>
        {(data) => (
          <Panel title={fill(say.list, { year })}>
            {data.status === 'closed' || data.run > 1 ? (
              <>
                <Choices of={data} />
                <Persons of={data} />
                {data.organisation.kind === 'institution' && (
                  <Left year={year} organisation={data.organisation.id} />
                )}
              </>
            ) : (
              <Empty action={<Link to={withQuery(`/year/${year}`, { organisation })}>{say.openWay}</Link>}>
                {data.status === 'closing' ? say.closing : say.open}
              </Empty>
            )}
          </Panel>
        )}
      </Answer>
    </>
  )
}
