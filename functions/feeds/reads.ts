import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { feedReads } from './functions.ts'
import { listBatchRows, listHeldRows } from './list-rows.ts'

export const handler = serve(feedReads, recordsHost, {
  'GET /feeds/held': async ({ host, query, actor, language }) =>
    succeed(await listHeldRows(host.table, actor, query, language)),
  'GET /requests/{id}/completions': ({ host, params, query, actor, language }) =>
    listBatchRows(host.table, params.id, actor, query.cursor, language),
})
