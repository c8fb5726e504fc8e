import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { sha256 } from '../platform/identifiers.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { asSeenBy } from './find-request.ts'
import { requestWrites } from './functions.ts'
import { prepareObjecting, prepareSent } from './prepare-request.ts'
import { resubmitRequest } from './resubmit-request.ts'
import { fileRequest, submitRequest } from './submit-request.ts'
import { summarise, viewRequest } from './view-request.ts'
import { withdrawRequest } from './withdraw-request.ts'

export const handler = serve(requestWrites, sealing(actingHost), {
  'POST /requests': async ({ host, body, key, actor }) => {
    const submitted = await submitRequest(host, prepareSent)(body, key, actor)
    return submitted.ok ? succeed(summarise(submitted.value)) : submitted
  },
  'POST /objections': async ({ host, body, key, actor }) => {
    // Without a key the same words are the same objection, sent again.
    const named = key ?? sha256(JSON.stringify(body))
    const submitted = await fileRequest(host, prepareObjecting)({ type: 'objection', ...body }, named, actor)
    return submitted.ok ? succeed(summarise(submitted.value)) : submitted
  },
  'POST /requests/{id}/withdraw': async ({ host, params, language, actor }) => {
    const withdrawn = await withdrawRequest(host)(params.id, actor)
    if (!withdrawn.ok) return withdrawn
    const seen = await asSeenBy(host.table, withdrawn.value, actor)
    return succeed(await viewRequest(host.table, seen, language))
  },
  'POST /requests/{id}/resubmit': async ({ host, params, body, actor }) => {
    const resubmitted = await resubmitRequest(host, prepareSent)(params.id, body, actor)
    return resubmitted.ok ? succeed(summarise(resubmitted.value)) : resubmitted
  },
})
