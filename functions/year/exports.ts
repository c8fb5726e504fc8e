import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { download, downloadText } from '../platform/reply.ts'
import { noteList } from '../staff/look.ts'
import { MOST_EXPORTED, resultsCsv, resultsXlsx } from './close-export.ts'
import { allResults } from './close-results.ts'
import { chosenOrganisation } from './close-view.ts'
import { yearExports } from './functions.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const handler = serve(yearExports, recordsHost, {
  'GET /years/{year}/export': async ({ host, params: { year }, query, actor }) => {
    const chosen = await chosenOrganisation(host.table, actor, query.organisation)
    if (!chosen.ok) return chosen
    const rows = await allResults(host.table, chosen.value, year, query, MOST_EXPORTED)
    if (rows === undefined) return refuse('EXPORT_TOO_LARGE')
    await noteList(host, actor, {
      ...{ list: 'results_file', organisation: chosen.value, filter: { year, status: query.status } },
      count: rows.length,
    })
    return query.format === 'xlsx'
      ? succeed(download(await resultsXlsx(year, rows), XLSX, `results-${year}.xlsx`))
      : succeed(downloadText(resultsCsv(rows), 'text/csv; charset=utf-8', `results-${year}.csv`))
  },
})
