import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { changePerson } from './change-person.ts'
import { confirmMerge } from './confirm-merge.ts'
import { personWrites } from './functions.ts'
import { proposeMerge } from './propose-merge.ts'
import { registerPerson } from './register-person.ts'
import { tellCorrected } from './tell-corrected.ts'
import { tellTransfer } from './tell-transfer.ts'
import { viewPerson } from './view-person.ts'

export const handler = serve(personWrites, sealing(actingHost), {
  'POST /persons': async ({ host, body, key, actor }) => {
    const registered = await registerPerson(host)(body, key, actor)
    if (!registered.ok) return registered
    const { person, institution } = registered.value
    return succeed(await viewPerson(host.table, person, institution, actor))
  },
  'POST /persons/{id}': async ({ host, params, body, actor }) => {
    const changed = await changePerson(host)(params.id, body, actor)
    if (!changed.ok) return changed
    const { before, person, institution } = changed.value
    await tellTransfer(host, before, person, actor)
    await tellCorrected(host, before, person, { reason: body.reason, actor })
    return succeed(await viewPerson(host.table, person, institution, actor))
  },
  'POST /persons/{id}/merge': ({ host, params, body, actor }) => proposeMerge(host)(params.id, body, actor),
  'POST /persons/{id}/merge/confirmation': ({ host, params, actor }) => confirmMerge(host)(params.id, actor),
})
