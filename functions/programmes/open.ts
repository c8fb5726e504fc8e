import { viewLibrary } from '../libraries/view-library.ts'
import { serveOpen } from '../platform/http.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { openProgrammes } from './functions.ts'
import { listPublic } from './list-public.ts'

export const handler = serveOpen(openProgrammes, recordsHost, {
  'GET /programmes': async ({ host, query }) => succeed(await listPublic(host, query)),
  'GET /libraries/{kind}': async ({ host, params, query }) =>
    succeed(await viewLibrary(host, params.kind, query)),
})
