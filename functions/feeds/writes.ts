import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { settling } from '../settlement/settling.ts'
import { createLearnerCode } from './bind-learner.ts'
import { deliverFile } from './deliver-file.ts'
import { feedWrites } from './functions.ts'
import { resolveRow } from './resolve-row.ts'
import { viewDeskRow } from './view-row.ts'

export const handler = serve(feedWrites, sealing(actingHost), {
  'POST /feeds/files': ({ host, body, actor, language }) =>
    deliverFile(settling(host))(body.file, actor, language),
  'POST /feeds/resolutions': async ({ host, body, actor, language }) => {
    const resolved = await resolveRow(host)(body, actor)
    return resolved.ok ? succeed(viewDeskRow(resolved.value, language)) : resolved
  },
  'POST /staff/{id}/learner-codes': ({ host, params, actor }) => createLearnerCode(host)(params.id, actor),
})
