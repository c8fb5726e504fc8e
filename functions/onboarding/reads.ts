import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { shown } from '../staff/look.ts'
import { readChecklistFor } from './checklist.ts'
import { onboardingReads } from './functions.ts'
import { listAccountsFor, readAccountFor } from './view-account.ts'

export const handler = serve(onboardingReads, recordsHost, {
  'GET /accounts': ({ host, query, actor }) => listAccountsFor(host)(query, actor),
  'GET /accounts/{id}': async ({ host, params, actor }) => {
    const found = await readAccountFor(host)(params.id, actor)
    return found.ok ? shown(host, actor, found.value.staffId ?? undefined, 'account', found) : found
  },
  'GET /checklist': ({ host, actor }) => readChecklistFor(host)(actor),
})
