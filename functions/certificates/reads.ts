import { serve } from '../organisations/session.ts'
import { succeed } from '../platform/refusals.ts'
import { shown } from '../staff/look.ts'
import { certificatesOfPerson, findCertificate, viewCertificate } from './find-certificate.ts'
import { certificateReads } from './functions.ts'
import { vouchingHost } from './vouching-host.ts'
import { certificateFor } from './whole-for.ts'

/** A person holds a handful of certificates: they are one page. */

export const handler = serve(certificateReads, vouchingHost, {
  'GET /certificates': async ({ host, query, actor }) => {
    const staffId = query.staff ?? actor.staffId
    if (staffId === undefined) return succeed({ items: [], cursor: null })
    const found = await certificatesOfPerson(host.table, staffId, actor)
    await shown(host, actor, staffId, 'certificate', found)
    return found.ok ? succeed({ items: found.value.map(viewCertificate), cursor: null }) : found
  },
  'GET /certificates/{number}': async ({ host, params, actor }) => {
    const found = await findCertificate(host, params.number, actor)
    if (found.ok) await shown(host, actor, found.value.content.staffId, 'certificate', found)
    return found.ok ? succeed(await certificateFor(host.table, found.value, actor)) : found
  },
})
