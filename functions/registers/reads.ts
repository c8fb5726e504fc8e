import { serve } from '../organisations/session.ts'
import { today } from '../platform/clock.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { registerReads } from './functions.ts'
import { listProviders, viewProvider } from './keep-providers.ts'
import { readRates } from './rate.ts'
import { viewParameters } from './set-parameters.ts'

export const handler = serve(registerReads, recordsHost, {
  'GET /providers': async ({ host, query }) =>
    succeed({ items: (await listProviders(host.table, query.on)).map(viewProvider), cursor: null }),
  'GET /rates': async ({ host }) => {
    const versions = await readRates(host.table)
    return succeed({ items: versions.reverse().map(({ by: _, ...version }) => version), cursor: null })
  },
  'GET /parameters': async ({ host, language }) =>
    succeed(await viewParameters(host.table, today(host.clock), language)),
})
