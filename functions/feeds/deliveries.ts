import { actingHost } from '../platform/acting-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { settling } from '../settlement/settling.ts'
import { bindLearner } from './bind-learner.ts'
import { serveClient } from './client.ts'
import { deliver } from './deliver.ts'
import { deliveries } from './functions.ts'
import { listOwnRows } from './list-rows.ts'

export const handler = serveClient(deliveries, sealing(actingHost), {
  'POST /feeds/{provider}/completions': async ({ host, provider, body, language }) =>
    succeed(await deliver(settling(host))(provider, body, language)),
  'GET /feeds/{provider}/completions': async ({ host, provider, query, language }) =>
    succeed(await listOwnRows(host.table, provider.id, query, language)),
  'POST /feeds/{provider}/bindings': async ({ host, provider, body }) => bindLearner(host)(provider.id, body),
})
