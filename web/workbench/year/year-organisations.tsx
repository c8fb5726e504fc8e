import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { OrganisationYear } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { List } from '../parts/list.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useList, withQuery } from '../parts/use-list.ts'
import { fill, usePreferences, useSay } from '../preferences.tsx'
import type { Bar } from './rate-chart.ts'
import { numberWords } from './words.ts'
import { assessedIn, completionOf, countOf, percent, resultStatuses } from './year-query.ts'

const words = {
  zh: {
    title: '各机构的结果',
    organisation: '机构',
    caption: '各机构的完成率：（完成＋视同完成）÷ 参加结算人数，含其所属各级。数据时间：{moment}。',
    first: '图中为前 {count} 个机构，全部数字见下表。',
    chart: '条形图，各机构的完成率：{rows}。',
    table: '各机构的结果，单位：人',
    none: '下面没有机构参加这一年的结算。',
    list: '查看人员名单',
  },
  en: {
    title: 'By organisation',
    organisation: 'Organisation',
    caption: 'Completed by organisation: (met + deemed) ÷ assessed, all below it included. As of {moment}.',
    first: 'The chart shows the first {count}; the table below has all.',
    chart: 'Bar chart of the part that is complete: {rows}.',
    table: 'Results by organisation, in persons',
    none: 'No organisation below takes part in this year.',
    list: 'List the persons',
  },
} as const

const MOST_BARS = 30

const Chart = ({ bars }: { readonly bars: readonly Bar[] }) => {
  const { say, language } = useSay(words)
  const { isLarge } = usePreferences()
  const place = useRef<HTMLDivElement>(null)
  // Its library is fetched where a chart is drawn, and there alone.
  const { data: drawing } = useQuery({
    queryKey: ['rate-chart'],
    queryFn: () => import('./rate-chart.ts'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: large letters change the colours that are drawn with
  useEffect(
    () => (drawing && place.current ? drawing.drawRates(place.current, bars) : undefined),
    [drawing, bars, isLarge],
  )
  const rows = bars.map(({ name, label }) => `${name} ${label}`).join(language === 'zh' ? '，' : ', ')
  return (
    <div
      ref={place}
      role="img"
      aria-label={fill(say.chart, { rows })}
      style={drawing && { height: drawing.heightOf(bars.length) }}
    />
  )
}

export interface YearOrganisationsProps {
  readonly year: number
  /** Below which: the reader's own where nothing is said. */
  readonly parent: string | undefined
  readonly asOf: string
}

/** The organisations right below one, as a chart and as a table; each leads to its own year. */
export const YearOrganisations = ({ year, parent, asOf }: YearOrganisationsProps) => {
  const { say, language } = useSay({
    zh: { ...numberWords.zh, ...words.zh },
    en: { ...numberWords.en, ...words.en },
  })
  const list = useList<OrganisationYear>(withQuery(`/years/${year}/organisations`, { parent }))
  const rows = list.data?.pages.flatMap(({ items }) => items).filter((row) => assessedIn(row) > 0) ?? []
  const bars = rows.slice(0, MOST_BARS).map((row): Bar => {
    const part = completionOf(row)
    return { name: row.organisation.name, part, label: percent(part) }
  })
  const count = (title: string, of: (row: OrganisationYear) => number | string) => ({
    title,
    key: title,
    className: 'amount',
    render: (_: unknown, row: OrganisationYear) => of(row),
  })
  return (
    <Panel title={say.title}>
      {bars.length > 0 && (
        <figure className="rates">
          <figcaption className="quiet">
            {fill(say.caption, { moment: moment(asOf, language) })}{' '}
            {rows.length > MOST_BARS && fill(say.first, { count: MOST_BARS })}
          </figcaption>
          <Chart bars={bars} />
        </figure>
      )}
      <div className="year-table">
        <List<OrganisationYear>
          of={list}
          label={say.table}
          rowKey={({ organisation }) => organisation.id}
          only={(row) => assessedIn(row) > 0}
          empty={<Empty>{say.none}</Empty>}
          columns={[
            {
              title: say.organisation,
              key: 'organisation',
              render: (_, { organisation }) => (
                <Link to={withQuery(`/year/${year}`, { organisation: organisation.id })}>
                  {organisation.name}
                </Link>
              ),
            },
            count(say.completion, (row) => percent(completionOf(row))),
            count(say.assessed, assessedIn),
            ...resultStatuses.map((status) => count(say[status], (row) => countOf(row, status))),
            count(say.provisional, ({ provisional }) => provisional),
          ]}
        />
      </div>
    </Panel>
  )
}
