import { Link } from 'react-router'
import type { PlaceFigures, Statistics } from '../../shared/api/types.gen.ts'
import { withQuery } from '../../shared/with-query.ts'
import { useMe } from '../me.ts'
import { List } from '../parts/list.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { RateBars } from '../parts/rate-bars.tsx'
import { useList } from '../parts/use-list.ts'
import { fill, useSay } from '../preferences.tsx'
import type { Bar } from '../year/rate-chart.ts'
import type { useChoice } from './choice.ts'
import { DesksPanel } from './desks-panel.tsx'
import { ListsNote } from './lists-note.tsx'
import styles from './statistics.module.css'
import { words } from './words.ts'

const MOST_BARS = 30

const rateText = (rate: number | null): string => (rate === null ? '—' : `${rate.toFixed(1)}%`)

const rateOf = ({ figures }: PlaceFigures): number | null =>
  figures.persons === 0 ? null : figures.complete / figures.persons

interface PlacesProps {
  readonly of: Statistics
  readonly chosen: ReturnType<typeof useChoice>
}

/** The organisations right below, side by side: in the order of the register, and no ranking. */
export const PlacesPanel = ({ of, chosen }: PlacesProps) => {
  const { say } = useSay(words)
  const { choice, filters, by } = chosen
  const { year, organisation } = of
  const { today } = useMe()
  const list = useList('/statistics/{year}/organisations', {
    path: { year },
    query: { ...choice, ...(by ? { by } : {}) },
  })
  const bars = (list.data?.pages.flatMap(({ items }) => items) ?? [])
    .filter(({ figures }) => figures.persons > 0)
    .slice(0, MOST_BARS)
    .map(
      (row): Bar => ({ name: row.organisation.name, part: rateOf(row), label: rateText(row.figures.rate) }),
    )
  const here = (more: Readonly<Record<string, unknown>>) =>
    withQuery(`/year/${year}/statistics`, { ...choice, ...more })
  const amount = (key: string, title: string, value: (row: PlaceFigures) => number | string) => ({
    key,
    title,
    className: 'amount',
    render: (_: unknown, row: PlaceFigures) => {
      const said = value(row)
      return typeof said === 'number' ? said.toLocaleString('en') : said
    },
  })
  return (
    <>
      <Panel title={say.places}>
        {organisation.kind === 'authority' && organisation.level === 'region' && (
          <nav className="tabs" aria-label={say.ways}>
            <Link to={here({})} aria-current={by === undefined ? 'true' : undefined}>
              {say.byOrganisation}
            </Link>
            <Link to={here({ by: 'department' })} aria-current={by === undefined ? undefined : 'true'}>
              {say.byDepartment}
            </Link>
          </nav>
        )}
        <p className="quiet">{by === undefined ? say.placesNote : say.sectorsNote}</p>
        {year < Number(today.slice(0, 4)) && <p className="quiet">{say.placesOver}</p>}
        <ListsNote asOf={of.asOf} today={today} />
        {bars.length > 0 && <RateBars className={styles.chart} bars={bars} />}
        <div className={styles.places}>
          <List<PlaceFigures>
            of={list}
            label={say.places}
            rowKey={(row) => row.organisation.id}
            empty={<Empty>{say.nobody}</Empty>}
            columns={[
              {
                key: 'organisation',
                title: say.organisation,
                render: (_, { organisation: { id, name } }) => (
                  <Link
                    to={withQuery(`/year/${year}/statistics`, {
                      ...filters,
                      ...(choice.beside ? { beside: choice.beside } : {}),
                      organisation: id,
                    })}
                  >
                    {name}
                  </Link>
                ),
              },
              amount('persons', say.persons, ({ figures }) => figures.persons),
              amount('complete', say.complete, ({ figures }) => figures.complete),
              amount('rate', say.rate, ({ figures }) => rateText(figures.rate)),
              {
                key: 'short',
                title: say.short,
                className: 'amount',
                render: (_, { organisation: { id, kind }, figures }) =>
                  kind === 'institution' && figures.short > 0 ? (
                    <Link to={withQuery('/progress', { institution: id })}>{figures.short}</Link>
                  ) : (
                    figures.short.toLocaleString('en')
                  ),
              },
              amount('hours', say.hours, ({ figures }) => figures.hours),
              ...(of.beside === null
                ? []
                : [
                    amount('besideRate', fill(say.besideRate, { year: of.beside.year }), ({ beside }) =>
                      rateText(beside?.rate ?? null),
                    ),
                    amount(
                      'besideHours',
                      fill(say.besideHours, { year: of.beside.year }),
                      ({ beside }) => beside?.hours ?? '',
                    ),
                  ]),
              amount(
                'missing',
                say.missing,
                ({ figures }) => Math.round((figures.missingPublic + figures.missingProfessional) * 10) / 10,
              ),
              amount('atDesk', say.atDesk, ({ desk }) => desk.open),
            ]}
          />
        </div>
      </Panel>
      <DesksPanel of={of} places={list.data?.pages.flatMap(({ items }) => items) ?? []} />
    </>
  )
}
