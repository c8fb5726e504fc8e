import { Select } from 'antd'
import { useSearchParams } from 'react-router'
import { libraryNames } from '../../../functions/libraries/words.ts'
import type { PublicLibraryEntry } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { term } from '../../shared/terms.ts'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { StatusMark } from '../parts/status-mark.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import { kindOf, kinds } from './kinds.ts'
import { upheldText } from './upheld.ts'
import { words } from './words.ts'

const About = ({ of: { details } }: { readonly of: PublicLibraryEntry }) => {
  const { say, language } = useSay(words)
  const { subject, periods, field, body, rank, courses, edition, provider, place, fields } = details
  const said = [
    ...[field, body, rank, courses, edition],
    ...(subject === undefined ? [] : [term('subject', subject, language)]),
    ...(periods === undefined ? [] : [fill(say.periods, { count: periods })]),
    ...[provider, place, fields],
  ]
  return <>{said.filter((one) => one !== undefined).join(language === 'zh' ? '；' : '; ')}</>
}

/** What the libraries list, for everybody to read. */
export const LibrariesPage = () => {
  const { say, language } = useSay(words)
  const [query, setQuery] = useSearchParams()
  const kind = kindOf(query.get('kind')) ?? 'lecturer'
  const list = useList('/libraries/{kind}', { path: { kind } })
  return (
    <>
      <PageHead title={say.title} lead={<p>{say.lead}</p>} />
      <Panel title={libraryNames[kind][language]}>
        <div className="fields">
          <div>
            <label htmlFor="library_kind">{say.which}</label>{' '}
            <Select
              id="library_kind"
              value={kind}
              options={kinds.map((value) => ({ value, label: libraryNames[value][language] }))}
              onChange={(value) => setQuery({ kind: value })}
            />
          </div>
        </div>
        <List<PublicLibraryEntry>
          of={list}
          label={say.list}
          rowKey={({ id }) => id}
          empty={<Empty>{say.none}</Empty>}
          columns={[
            {
              title: say.name,
              key: 'name',
              render: (_, { name, excellent, upheld }) => (
                <>
                  <span className="strong">{name}</span>
                  {excellent && (
                    <div>
                      <StatusMark tone="good">{say.excellent}</StatusMark>
                    </div>
                  )}
                  {upheld.length > 0 && <div className="quiet">{upheldText(upheld, say, language)}</div>}
                </>
              ),
            },
            { title: say.about, key: 'about', render: (_, entry) => <About of={entry} /> },
            {
              title: say.until,
              key: 'until',
              className: 'nowrap',
              render: (_, { until }) => day(until, language),
            },
          ]}
        />
      </Panel>
    </>
  )
}
