import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { readChecklistFor } from './checklist.ts'
import { onboardingReads } from './functions.ts'
import { listAccountsFor, readAccountFor } from './view-account.ts'

export const handler = serve(onboardingReads, recordsHost, {
  'GET /accounts': ({ host, query, actor }) => listAccountsFor(host)(query, actor),
  'GET /accounts/{id}': ({ host, params, actor }) => readAccountFor(host)(params.id, actor),
  'GET /checklist': ({ host, actor }) => readChecklistFor(host)(actor),
})
