import { Link } from 'react-router'
import { figureWords } from '../../../functions/statistics/words.ts'
import type { Statistics } from '../../shared/api/types.gen.ts'
import { day } from '../../shared/dates.ts'
import { withQuery } from '../../shared/with-query.ts'
import { useMe } from '../me.ts'
import { Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import { ListsNote } from './lists-note.tsx'
import styles from './statistics.module.css'
import { words } from './words.ts'

const names = [
  ...(['persons', 'complete', 'short', 'hours', 'public', 'professional', 'offline', 'online'] as const),
  ...(['missingPublic', 'missingProfessional', 'costYuan'] as const),
] as const

type Total = Statistics['total']

const rateOf = ({ rate }: Total): string => (rate === null ? '—' : `${rate.toFixed(1)}%`)

/** By how many percentage points a rate is another one, as both are written. */
const changeOf = (now: Total, before: Total, words: string): string =>
  now.rate === null || before.rate === null
    ? '—'
    : fill(words, { value: (Number(now.rate.toFixed(1)) - Number(before.rate.toFixed(1))).toFixed(1) })

const written = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 })

interface FiguresProps {
  readonly of: Statistics
  /** Today's, where the figures are of a past day: the lists are today's. */
  readonly now: Statistics | undefined
}

/** The organisation's figures, beside those of another year; an institution's lead to its lists. */
export const FiguresPanel = ({ of, now }: FiguresProps) => {
  const { say, language } = useSay(words)
  const { organisation, total, year, beside } = of
  const { today } = useMe()
  const rows = [
    ...names.map((name) => ({
      key: name as string,
      name: figureWords[name][language],
      value: written(total[name]),
      ...(beside && {
        before: written(beside.total[name]),
        change: written(Math.round((total[name] - beside.total[name]) * 100) / 100),
      }),
    })),
    {
      key: 'rate',
      name: say.rate,
      value: rateOf(total),
      ...(beside && { before: rateOf(beside.total), change: changeOf(total, beside.total, say.points) }),
    },
  ]
  const amount = (key: 'value' | 'before' | 'change', title: string) => ({
    key,
    title,
    className: 'amount',
    render: (_: undefined, row: (typeof rows)[number]) => row[key] ?? '',
  })
  return (
    <Panel title={say.figures}>
      <p className="quiet">
        {fill(say.figuresNote, { asOf: day(of.asOf, language), name: organisation.name })}
      </p>
      {beside && (
        <p className="quiet">
          {fill(say.besideNote, {
            own: day(of.asOf, language),
            year: beside.year,
            other: day(beside.asOf, language),
          })}
        </p>
      )}
      <div className={styles.narrow}>
        <Table
          items={rows}
          label={say.figures}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', title: say.figure, render: (_, { name }) => name },
            amount('value', fill(say.ofYear, { year })),
            ...(beside
              ? [amount('before', fill(say.ofYear, { year: beside.year })), amount('change', say.change)]
              : []),
          ]}
        />
      </div>
      {organisation.kind === 'institution' && (
        <ListsNote asOf={of.asOf} today={today}>
          {now && fill(say.shortNow, { before: written(total.short), now: written(now.total.short) })}
        </ListsNote>
      )}
      {organisation.kind === 'institution' && (
        <nav className="actions" aria-label={say.lists}>
          <Link to={withQuery('/persons', { institution: organisation.id })}>{say.register}</Link>
          <Link to={withQuery('/progress', { institution: organisation.id })}>{say.shortList}</Link>
          <Link to={withQuery(`/year/${year}/results`, { organisation: organisation.id })}>
            {say.results}
          </Link>
        </nav>
      )}
    </Panel>
  )
}
