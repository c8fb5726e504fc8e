import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { findAnything } from '../search/find-anything.ts'
import { findOrganisations } from '../search/find-organisations.ts'
import { noteFound } from '../search/note-found.ts'
import { shown } from '../staff/look.ts'
import { auditReads } from './functions.ts'
import { searchAudit } from './search-audit.ts'

export const handler = serve(auditReads, recordsHost, {
  'POST /search': async ({ host, body, actor }) => {
    const found = await findAnything(host.table)(body.text, actor)
    await noteFound(host, actor, found)
    return succeed(found)
  },
  'POST /search/organisations': ({ host, body, actor }) => findOrganisations(host.table)(body, actor),
  'GET /audit': async ({ host, query, actor }) =>
    shown(host, actor, query.person, 'audit', await searchAudit(host.table)(query, actor)),
})
