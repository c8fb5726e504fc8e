import { figureWords } from '../../../functions/statistics/words.ts'
import type { Statistics } from '../../shared/api/types.gen.ts'
import { Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './statistics.module.css'
import { words } from './words.ts'

type Months = Statistics['months']

const WIDTH = 720
const HEIGHT = 180
const FOOT = 22
const STEP = WIDTH / 12
const BAR = 34

/** Hours of each month as bars, the two subjects one on the other. */
const Bars = ({ of: months }: { readonly of: Months }) => {
  const { say, language } = useSay(words)
  const highest = Math.max(1, ...months.map((one) => one.public + one.professional))
  const scale = (hours: number) => (hours / highest) * (HEIGHT - FOOT - 16)
  const rows = months
    .map((one) => `${fill(say.monthOf, { month: one.month })} ${one.public + one.professional}`)
    .join(language === 'zh' ? '，' : ', ')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={fill(say.monthsChart, { rows })}>
      {months.map((one, place) => {
        const left = place * STEP + (STEP - BAR) / 2
        const [low, high] = [scale(one.public), scale(one.professional)]
        const base = HEIGHT - FOOT
        return (
          <g key={one.month}>
            <rect className={styles.publicBar} x={left} y={base - low} width={BAR} height={low} />
            <rect
              className={styles.professionalBar}
              x={left}
              y={base - low - high}
              width={BAR}
              height={high}
            />
            <text x={left + BAR / 2} y={HEIGHT - 6} textAnchor="middle">
              {one.month}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

/** The hours of each month, as a chart and as a table. */
export const MonthsPanel = ({
  of: months,
  beside,
}: {
  readonly of: Months
  readonly beside: Statistics['beside']
}) => {
  const { say, language } = useSay(words)
  return (
    <Panel title={say.months}>
      <figure className={styles.months}>
        <figcaption className="quiet">
          {say.monthsNote}
          <span className={`${styles.key} ${styles.publicKey}`} />
          {figureWords.public[language]}
          <span className={`${styles.key} ${styles.professionalKey}`} />
          {figureWords.professional[language]}
        </figcaption>
        <Bars of={months} />
      </figure>
      <div className={styles.narrow}>
        <Table
          items={months}
          label={say.months}
          rowKey={({ month }) => String(month)}
          columns={[
            { key: 'month', title: say.month, render: (_, { month }) => fill(say.monthOf, { month }) },
            ...(['public', 'professional'] as const).map((subject) => ({
              key: subject,
              title: figureWords[subject][language],
              className: 'amount',
              render: (_: undefined, one: Months[number]) => one[subject].toLocaleString('en'),
            })),
            ...(beside === null
              ? []
              : (['public', 'professional'] as const).map((subject) => ({
                  key: `${subject} ${beside.year}`,
                  title: `${figureWords[subject][language]} · ${fill(say.ofYear, { year: beside.year })}`,
                  className: 'amount',
                  render: (_: undefined, { month }: Months[number]) =>
                    beside.months.find((one) => one.month === month)?.[subject].toLocaleString('en') ?? '',
                }))),
          ]}
        />
      </div>
    </Panel>
  )
}
