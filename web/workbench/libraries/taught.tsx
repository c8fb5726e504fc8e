import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { get } from '../../shared/api/client.ts'
import type { LibraryEntry, TaughtClasses } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { evaluationWords } from '../classes/evaluation-words.ts'
import { Answer } from '../parts/answer.tsx'
import { Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import { upheldText } from './upheld.ts'
import { words as libraryWords } from './words.ts'

const words = {
  zh: {
    none: '还没有结业的培训班用到它。',
    lead: '结业的培训班 {held} 个；{answers} 人评价，满分 5 分（结业两周以后、5 人以上评价的才计入，评价不记名）。',
    notYet: '暂无可以显示的评价',
    class: '培训班',
    passed: '合格人数',
    averages: '平均分',
    all: '合计',
  },
  en: {
    none: 'No class that had it was closed yet.',
    lead: '{held} {held|closed class|closed classes}; {answers} {answers|person|people} evaluated them, 5 is best (two weeks after the closing, from five answers on, without names).',
    notYet: 'nothing to show yet',
    class: 'Class',
    passed: 'Passed',
    averages: 'Averages',
    all: 'Together',
  },
} as const

const QUESTIONS = [0, 1, 2, 3, 4] as const

const Averages = ({ of: averages }: { readonly of: readonly number[] | null }) => {
  const { say } = useSay(evaluationWords)
  const own = useSay(words)
  if (averages === null) return <span className="quiet">{own.say.notYet}</span>
  return (
    <>
      {QUESTIONS.map((question) => (
        <div key={question}>
          {say[`question${question}`]} {averages[question]?.toFixed(1)}
        </div>
      ))}
    </>
  )
}

const Classes = ({ of: { held, answers, averages, classes } }: { readonly of: TaughtClasses }) => {
  const { say, language } = useSay(words)
  if (held === 0) return <p className="quiet">{say.none}</p>
  return (
    <>
      <p>{fill(say.lead, { held, answers })}</p>
      {averages !== null && <Averages of={averages} />}
      <Table<TaughtClasses['classes'][number]>
        items={classes}
        rowKey={({ id }) => id}
        label={say.class}
        columns={[
          {
            title: say.class,
            key: 'class',
            render: (_, { id, title, organiser, lastDay }) => (
              <>
                <Link to={`/classes/${id}`}>{title}</Link>
                <div className="quiet">
                  {organiser} · {day(lastDay, language)}
                </div>
              </>
            ),
          },
          { title: say.passed, key: 'passed', align: 'right', render: (_, { passed }) => passed },
          { title: say.averages, key: 'averages', render: (_, one) => <Averages of={one.averages} /> },
        ]}
      />
    </>
  )
}

/** What is known of an entry from its use: upheld complaints about its body, and what participants thought of its classes. */
export const TaughtPanel = ({ of: { id, kind, upheld } }: { readonly of: LibraryEntry }) => {
  const { say, language } = useSay(libraryWords)
  const query = useQuery({
    queryKey: ['/library-entries/{id}', id, 'classes'],
    queryFn: () => get('/library-entries/{id}/classes', { path: { id } }),
  })
  return (
    <Panel title={say.experience}>
      {kind !== 'lecturer' && <p>{upheldText(upheld, say, language) ?? say.upheldNone}</p>}
      <Answer of={query}>{(taught) => <Classes of={taught} />}</Answer>
    </Panel>
  )
}
