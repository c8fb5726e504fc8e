import { populationWords, statisticWords } from '../../../functions/statistics/words.ts'
import type { Statistics } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { useSay } from '../preferences.tsx'
import styles from './statistics.module.css'
import { words } from './words.ts'

interface Row {
  readonly key: string
  readonly name: string
  readonly hours: number
  readonly persons?: number
  readonly complete?: number
}

const PartTable = ({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) => {
  const { say } = useSay(words)
  const amount = (key: 'persons' | 'complete' | 'hours', name: string) => ({
    key,
    title: name,
    className: 'amount',
    render: (_: undefined, row: Row) => row[key]?.toLocaleString('en') ?? '',
  })
  const hasPeople = rows.some(({ persons }) => persons !== undefined)
  return (
    <Table
      items={rows}
      label={title}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', title, render: (_, { name }) => name },
        ...(hasPeople ? [amount('persons', say.persons), amount('complete', say.complete)] : []),
        amount('hours', say.hours),
      ]}
    />
  )
}

/** The numbers by each dimension, a table each. */
export const PartsPanel = ({ of }: { readonly of: Statistics }) => {
  const { say, language } = useSay(words)
  const tables: readonly (readonly [string, readonly Row[]])[] = [
    [
      statisticWords.postType[language],
      of.postTypes.map((one) => ({ ...one, name: term('postType', one.key, language) })),
    ],
    [
      statisticWords.quota[language],
      of.quota.map((one) => ({
        ...one,
        key: String(one.key),
        name: (one.key ? statisticWords.quotaStaff : statisticWords.established)[language],
      })),
    ],
    [
      statisticWords.population[language],
      of.populations.map((one) => ({ ...one, name: populationWords[one.key][language] })),
    ],
    [
      statisticWords.level[language],
      of.levels.map((one) => ({ ...one, name: term('level', one.key, language) })),
    ],
    [
      statisticWords.subject[language],
      of.subjects.map((one) => ({ ...one, name: term('subject', one.key, language) })),
    ],
    [
      statisticWords.category[language],
      of.categories.map((one) => ({ ...one, name: term('category', one.key, language) })),
    ],
    [
      statisticWords.mode[language],
      of.modes.map((one) => ({ ...one, name: term('mode', one.key, language) })),
    ],
    [
      statisticWords.provider[language],
      of.providers.map(({ id, name, hours }) => ({
        key: id,
        name: name ?? statisticWords.others[language],
        hours,
      })),
    ],
  ]
  return (
    <Panel title={say.parts}>
      <p className="quiet">{say.partsNote}</p>
      <div className={styles.parts}>
        {tables.map(([title, rows]) => (
          <PartTable key={title} title={title} rows={rows} />
        ))}
      </div>
    </Panel>
  )
}
