import { serve } from '../organisations/session.ts'
import { decidingHost } from '../platform/deciding-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { requestWrites } from './functions.ts'
import { resubmitRequest } from './resubmit-request.ts'
import { submitRequest } from './submit-request.ts'
import { summarise, viewRequest } from './view-request.ts'
import { withdrawRequest } from './withdraw-request.ts'

export const handler = serve(requestWrites, sealing(decidingHost), {
  'POST /requests': async ({ host, body, key, actor }) => {
    const submitted = await submitRequest(host)(body, key, actor)
    return submitted.ok ? succeed(summarise(submitted.value)) : submitted
  },
  'POST /requests/{id}/withdraw': async ({ host, params, language, actor }) => {
    const withdrawn = await withdrawRequest(host)(params.id, actor)
    return withdrawn.ok ? succeed(await viewRequest(host.table, withdrawn.value, language)) : withdrawn
  },
  'POST /requests/{id}/resubmit': async ({ host, params, body, actor }) => {
    const resubmitted = await resubmitRequest(host)(params.id, body, actor)
    return resubmitted.ok ? succeed(summarise(resubmitted.value)) : resubmitted
  },
})
