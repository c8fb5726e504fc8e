import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { newsWrites } from './functions.ts'
import { markSeen } from './news.ts'

export const handler = serve(newsWrites, recordsHost, {
  'POST /news/seen': async ({ host, body, actor }) =>
    succeed({ seenUntil: await markSeen(host)(body.asOf, actor) }),
})
