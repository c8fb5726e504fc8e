import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { OrganisationYear } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { List } from '../parts/list.tsx'
import { Empty } from '../parts/panel.tsx'
import { RateBars } from '../parts/rate-bars.tsx'
import type { ListAnswer } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import type { Bar } from './rate-chart.ts'
import { numberWords } from './words.ts'
import styles from './year.module.css'
import { assessedIn, completionOf, countOf, percent, resultStatuses } from './year-query.ts'

const words = {
  zh: {
    caption: '各行的完成率：（完成＋视同完成）÷ 参加结算人数，含其所属各级。数据时间：{moment}。',
    first: '图中为前 {count} 行，全部数字见下表。',
    table: '{what}，单位：人',
    none: '下面没有机构参加这一年的结算。',
  },
  en: {
    caption: 'The part that is complete: (met + deemed) ÷ assessed, all below it included. As of {moment}.',
    first: 'The chart shows the first {count}; the table below has all.',
    table: '{what}, in persons',
    none: 'No organisation below takes part in this year.',
  },
} as const

const MOST_BARS = 30

export interface OrganisationRatesProps {
  readonly of: ListAnswer<OrganisationYear>
  /** What the rows are, as the table is called. */
  readonly label: string
  /** What the first column is called. */
  readonly column: ReactNode
  readonly asOf: string
  /** What a row is called where not as its organisation. */
  readonly nameOf: (row: OrganisationYear) => string
  /** Where a row leads; undefined: nowhere. */
  readonly linkOf: (row: OrganisationYear) => string | undefined
}

/** Organisations with their numbers of a year, as a chart and as a table. Those without anybody are left out. */
export const OrganisationRates = ({
  of: list,
  label,
  column,
  asOf,
  nameOf,
  linkOf,
}: OrganisationRatesProps) => {
  const { say, language } = useSay({
    zh: { ...numberWords.zh, ...words.zh },
    en: { ...numberWords.en, ...words.en },
  })
  const rows = list.data?.pages.flatMap(({ items }) => items).filter((row) => assessedIn(row) > 0) ?? []
  const bars = rows.slice(0, MOST_BARS).map((row): Bar => {
    const part = completionOf(row)
    return { name: nameOf(row), part, label: percent(part) }
  })
  const count = (title: string, of: (row: OrganisationYear) => number | string) => ({
    title,
    key: title,
    className: 'amount',
    render: (_: unknown, row: OrganisationYear) => of(row),
  })
  return (
    <>
      {bars.length > 0 && (
        <figure className={styles.rates}>
          <figcaption className="quiet">
            {fill(say.caption, { moment: moment(asOf, language) })}{' '}
            {rows.length > MOST_BARS && fill(say.first, { count: MOST_BARS })}
          </figcaption>
          <RateBars bars={bars} />
        </figure>
      )}
      <div className={styles.yearTable}>
        <List<OrganisationYear>
          of={list}
          label={fill(say.table, { what: label })}
          rowKey={({ organisation }) => organisation.id}
          only={(row) => assessedIn(row) > 0}
          empty={<Empty>{say.none}</Empty>}
          columns={[
            {
              title: column,
              key: 'organisation',
              render: (_, row) => {
                const to = linkOf(row)
                return to === undefined ? nameOf(row) : <Link to={to}>{nameOf(row)}</Link>
              },
            },
            count(say.completion, (row) => percent(completionOf(row))),
            count(say.assessed, assessedIn),
            ...resultStatuses.map((status) => count(say[status], (row) => countOf(row, status))),
            count(say.provisional, ({ provisional }) => provisional),
          ]}
        />
      </div>
    </>
  )
}
