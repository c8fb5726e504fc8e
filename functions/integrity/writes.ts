import { serve } from '../organisations/session.ts'
import { decidingHost } from '../platform/deciding-host.ts'
import { sealing } from '../platform/sealing.ts'
import { confirmRestoration } from './confirm-restoration.ts'
import { integrityWrites } from './functions.ts'
import { headsFromEnvironment } from './integrity-host.ts'
import { proposeRestoration } from './propose-restoration.ts'

const restoringHost = () => ({ ...decidingHost(), ...headsFromEnvironment() })

export const handler = serve(integrityWrites, sealing(restoringHost), {
  'POST /staff/{id}/restoration': ({ host, params, body, actor }) =>
    proposeRestoration(host)(params.id, body, actor),
  'POST /staff/{id}/restoration/confirmation': ({ host, params, actor }) =>
    confirmRestoration(host)(params.id, actor),
})
