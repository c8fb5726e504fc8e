import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { certifyAnew } from './certify-anew.ts'
import { certificateWrites } from './functions.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { certificateFor } from './whole-for.ts'

export const handler = serve(certificateWrites, sealing(actingHost), {
  'POST /certificates/{number}/revocation': async ({ host, params, body, actor }) => {
    const revoked = await revokeCertificate(host)(params.number, body.reason, actor)
    return revoked.ok ? succeed(await certificateFor(host.table, revoked.value, actor)) : revoked
  },
  'POST /certificates/{number}/new-issue': async ({ host, params, body, actor }) => {
    const superseded = await certifyAnew(host)(params.number, body.reason, actor)
    return superseded.ok ? succeed(await certificateFor(host.table, superseded.value, actor)) : superseded
  },
})
