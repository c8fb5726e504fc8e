import { serve } from '../organisations/session.ts'
import { decidingHost } from '../platform/deciding-host.ts'
import { redriveClose, startClose } from './close-start.ts'
import { yearWrites } from './functions.ts'

export const handler = serve(yearWrites, decidingHost, {
  'POST /years/{year}/close': async ({ host, params, actor }) => {
    return startClose(host)('close', params.year, actor.id)
  },
  'POST /years/{year}/rehearsal': async ({ host, params, actor }) => {
    return startClose(host)('rehearsal', params.year, actor.id)
  },
  'POST /years/{year}/redrive': async ({ host, params, query, actor }) => {
    return redriveClose(host)(query.of, params.year, actor.id)
  },
})
