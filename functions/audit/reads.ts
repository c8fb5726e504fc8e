import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { shown } from '../staff/look.ts'
import { auditReads } from './functions.ts'
import { searchAudit } from './search-audit.ts'

export const handler = serve(auditReads, recordsHost, {
  'GET /audit': async ({ host, query, actor }) =>
    shown(host, actor, query.person, 'audit', await searchAudit(host.table)(query, actor)),
})
