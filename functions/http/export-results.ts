import { http } from '../organisations/session.ts'
import { refuse } from '../platform/refusals.ts'
import { download, downloadText } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { exportResults } from '../year/api.ts'
import { MOST_EXPORTED, resultsCsv, resultsXlsx } from '../year/close-export.ts'
import { allResults } from '../year/close-results.ts'
import { chosenOrganisation } from '../year/close-view.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const handler = http(exportResults, async ({ params: { year }, query, actor }) => {
  const chosen = await chosenOrganisation(table(), actor, query.organisation)
  if (!chosen.ok) return chosen
  const rows = await allResults(table(), chosen.value, year, query, MOST_EXPORTED)
  if (rows === undefined) return refuse('EXPORT_TOO_LARGE')
  return query.format === 'xlsx'
    ? download(await resultsXlsx(year, rows), XLSX, `results-${year}.xlsx`)
    : downloadText(resultsCsv(rows), 'text/csv; charset=utf-8', `results-${year}.csv`)
})
