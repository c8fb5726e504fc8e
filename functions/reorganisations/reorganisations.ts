import { serve } from '../organisations/session.ts'
import { decidingHost } from '../platform/deciding-host.ts'
import { sealing } from '../platform/sealing.ts'
import { eventually } from '../platform/table.ts'
import { reorganisations } from './functions.ts'
import { preview } from './preview.ts'
import { reorganise } from './reorganise.ts'

export const handler = serve(reorganisations, sealing(decidingHost), {
  'GET /organisations/{id}/reorganisation': ({ host, params, query, actor }) =>
    preview(eventually(host.table), params.id, query.into, actor),
  'POST /organisations/{id}/reorganisation': ({ host, params, body, actor }) =>
    reorganise(host)(params.id, body, actor),
})
