import { serve } from '../organisations/session.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { integrityReads } from './functions.ts'
import { headsHost } from './integrity-host.ts'
import { listBroken } from './list-broken.ts'
import { viewRestoration } from './view-restoration.ts'

export const handler = serve(integrityReads, sealing(headsHost), {
  'GET /ledgers/broken': async ({ host, query }) => succeed(await listBroken(host.table, query)),
  'GET /staff/{id}/restoration': ({ host, params, actor }) => viewRestoration(host)(params.id, actor),
})
