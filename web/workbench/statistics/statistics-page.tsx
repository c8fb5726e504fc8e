import { useQuery } from '@tanstack/react-query'
import { get } from '../../shared/api/client.ts'
import { useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { fill, useSay } from '../preferences.tsx'
import { YearHead } from '../year/year-head.tsx'
import { useChosenYear } from '../year/year-query.ts'
import { type Choice, useChoice } from './choice.ts'
import { DesksPanel } from './desks-panel.tsx'
import { StatisticsExport } from './export-buttons.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { Filters } from './filters.tsx'
import { MonthsPanel } from './months.tsx'
import { PartsPanel } from './parts-panel.tsx'
import { PlacesPanel } from './places-panel.tsx'
import { words } from './words.ts'

const useStatistics = (year: number | undefined, choice: Choice) =>
  useQuery({
    queryKey: ['/statistics', year, choice],
    queryFn: () => get('/statistics/{year}', { path: { year: year ?? 0 }, query: choice }),
    enabled: year !== undefined,
  })

/** A year of an organisation and all below it in numbers: filtered, as of a day, beside another year (Art. 8). */
export const StatisticsPage = () => {
  const { say } = useSay(words)
  const { year } = useChosenYear()
  const me = useMe()
  const chosen = useChoice()
  const { choice } = chosen
  const asked = useStatistics(year, choice)
  // Lists are today's: beside numbers of a past day it is said how far those have gone since.
  const { asOf: _, beside: __, ...filters } = choice
  const isPast = asked.data !== undefined && asked.data.asOf < me.today
  const now = useStatistics(
    isPast && asked.data?.organisation.kind === 'institution' ? year : undefined,
    filters,
  )
  return (
    <>
      <YearHead title={fill(say.title, { year })} lead={<p>{say.lead}</p>} />
      <Filters of={chosen} year={year} />
      <Answer of={asked}>
        {(found) => (
          <>
            <FiguresPanel of={found} now={isPast ? now.data : undefined} />
            <StatisticsExport year={year} choice={choice} />
            <MonthsPanel of={found.months} beside={found.beside} />
            <PartsPanel of={found} />
            {found.organisation.kind === 'institution' ? (
              <DesksPanel of={found} places={[]} />
            ) : (
              <PlacesPanel of={found} chosen={chosen} />
            )}
          </>
        )}
      </Answer>
    </>
  )
}
