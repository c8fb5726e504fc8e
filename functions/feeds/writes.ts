import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { createLearnerCode } from './bind-learner.ts'
import { feedWrites } from './functions.ts'
import { resolveRow } from './resolve-row.ts'
import { viewDeskRow } from './view-row.ts'

export const handler = serve(feedWrites, recordsHost, {
  'POST /feeds/resolutions': async ({ host, body, actor, language }) => {
    const resolved = await resolveRow(host)(body, actor)
    return resolved.ok ? succeed(viewDeskRow(resolved.value, language)) : resolved
  },
  'POST /staff/{id}/learner-codes': ({ host, params, actor }) => createLearnerCode(host)(params.id, actor),
})
