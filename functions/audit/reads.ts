import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { auditReads } from './functions.ts'
import { searchAudit } from './search-audit.ts'

export const handler = serve(auditReads, recordsHost, {
  'GET /audit': async ({ host, query, actor }) => searchAudit(host.table)(query, actor),
})
