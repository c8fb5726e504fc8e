import { serve } from '../organisations/session.ts'
import { today } from '../platform/clock.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { asSeenBy, findRequest } from './find-request.ts'
import { requestReads } from './functions.ts'
import { listRequests } from './list-requests.ts'
import { noteRequest } from './note-request.ts'
import { viewRequest } from './view-request.ts'

export const handler = serve(requestReads, sealing(recordsHost), {
  'GET /requests': async ({ host, query, actor }) => succeed(await listRequests(host.table, actor, query)),
  'GET /requests/{id}': async ({ host, params, language, actor }) => {
    const found = await findRequest(host.table, params.id, actor)
    if (!found.ok) return found
    await noteRequest(host, actor, found.value.request)
    const seen = await asSeenBy(host.table, found.value, actor)
    return succeed(await viewRequest(host.table, seen, language, today(host.clock)))
  },
})
