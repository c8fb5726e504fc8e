import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { policyWrites } from './functions.ts'
import { publishPolicy } from './publish-policy.ts'

export const handler = serve(policyWrites, recordsHost, {
  'POST /policies': async ({ host, body, key, actor }) => publishPolicy(host)(body, key, actor),
})
