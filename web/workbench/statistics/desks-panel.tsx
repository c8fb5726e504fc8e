import { deskWords, statisticWords } from '../../../functions/statistics/words.ts'
import type { PlaceFigures, Statistics } from '../../shared/api/types.gen.ts'
import { Empty, Panel } from '../parts/panel.tsx'
import { Table } from '../parts/table.tsx'
import { useSay } from '../preferences.tsx'
import { percent } from '../year/year-query.ts'
import styles from './statistics.module.css'
import { words } from './words.ts'

type Row = Pick<PlaceFigures, 'organisation' | 'desk'>

/** Of how many decisions; a desk that has decided nothing has no rate. */
const shareOf = (part: number, { decided }: Row['desk']): string =>
  percent(decided === 0 ? null : part / decided)

/** Working days that a decision took, on average. */
const daysEach = ({ waitedDays, decided }: Row['desk']): string =>
  decided === 0 ? '–' : (waitedDays / decided).toLocaleString('en', { maximumFractionDigits: 1 })

/** Whether a desk had anything to do with the year. */
const wasAtWork = ({ desk: { decided, takenBack, corrected, open } }: Row): boolean =>
  decided + takenBack + corrected + open > 0

/** How the organisation's own desk and those right below it decide, side by side (Art. 35): no ranking, and no person. */
export const DesksPanel = ({ of, places }: { readonly of: Statistics; readonly places: readonly Row[] }) => {
  const { say, language } = useSay(words)
  const rows = [of, ...places].filter(wasAtWork)
  const amount = (key: string, title: string, value: (desk: Row['desk']) => number | string) => ({
    key,
    title,
    className: 'amount',
    render: (_: undefined, { desk }: Row) => {
      const said = value(desk)
      return typeof said === 'number' ? said.toLocaleString('en') : said
    },
  })
  return (
    <Panel title={statisticWords.desks[language]}>
      <p className="quiet">{say.desksNote}</p>
      {rows.length === 0 && <Empty>{say.noDesk}</Empty>}
      <div className={styles.places} hidden={rows.length === 0}>
        <Table
          items={rows}
          label={statisticWords.desks[language]}
          rowKey={({ organisation }) => organisation.id}
          columns={[
            {
              key: 'organisation',
              title: say.organisation,
              render: (_, { organisation }) => organisation.name,
            },
            amount('decided', deskWords.decided[language], ({ decided }) => decided),
            amount('days', say.daysEach, daysEach),
            amount('late', say.lateShare, (desk) => shareOf(desk.late, desk)),
            amount('returned', say.returnedShare, (desk) => shareOf(desk.returned, desk)),
            amount('refused', say.refusedShare, (desk) => shareOf(desk.refused, desk)),
            amount('takenBack', deskWords.takenBack[language], ({ takenBack }) => takenBack),
            amount('corrected', deskWords.corrected[language], ({ corrected }) => corrected),
            amount('open', deskWords.open[language], ({ open }) => open),
            amount('openLate', deskWords.openLate[language], ({ openLate }) => openLate),
          ]}
        />
      </div>
    </Panel>
  )
}
