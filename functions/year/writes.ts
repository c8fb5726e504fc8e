import { isRegion } from '../organisations/region.ts'
import { serve } from '../organisations/session.ts'
import { decidingHost } from '../platform/deciding-host.ts'
import { refuse } from '../platform/refusals.ts'
import { redriveClose, startClose } from './close-start.ts'
import { yearWrites } from './functions.ts'

export const handler = serve(yearWrites, decidingHost, {
  'POST /years/{year}/close': async ({ host, params, actor }) => {
    if (!(await isRegion(host.table, actor))) return refuse('NOT_ALLOWED', { article: '32' })
    return startClose(host)('close', params.year, actor.id)
  },
  'POST /years/{year}/rehearsal': async ({ host, params, actor }) => {
    if (!(await isRegion(host.table, actor))) return refuse('NOT_ALLOWED', { article: '32' })
    return startClose(host)('rehearsal', params.year, actor.id)
  },
  'POST /years/{year}/redrive': async ({ host, params, query, actor }) => {
    if (!(await isRegion(host.table, actor))) return refuse('NOT_ALLOWED', { article: '32' })
    return redriveClose(host)(query.of, params.year, actor.id)
  },
})
