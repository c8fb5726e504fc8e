import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { download, downloadText } from '../platform/reply.ts'
import { exportedStatistics } from './export-statistics.ts'
import { statisticsReads } from './functions.ts'
import { statisticsCsv, statisticsXlsx } from './statistics-file.ts'
import { listStatistics, viewStatistics } from './view-statistics.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const handler = serve(statisticsReads, recordsHost, {
  'GET /statistics/{year}': ({ host, params, query, actor }) =>
    viewStatistics(host)(params.year, query, actor),
  'GET /statistics/{year}/organisations': ({ host, params, query, actor }) =>
    listStatistics(host)(params.year, query, actor),
  'GET /statistics/{year}/export': async ({ host, params: { year }, query, actor }) => {
    const found = await exportedStatistics(host)(year, query, actor)
    if (!found.ok) return found
    const { of, places } = found.value
    return query.format === 'xlsx'
      ? succeed(download(await statisticsXlsx(of, places), XLSX, `statistics-${year}.xlsx`))
      : succeed(downloadText(statisticsCsv(of, places), 'text/csv; charset=utf-8', `statistics-${year}.csv`))
  },
})
