import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { succeed } from '../platform/refusals.ts'
import { sealing } from '../platform/sealing.ts'
import { answerMatter } from './answer-matter.ts'
import { findViolation, orderSupervision } from './begin-matter.ts'
import { checkMatter } from './check-matter.ts'
import { inspectionWrites } from './functions.ts'
import { orderDraw } from './order-draw.ts'
import { drawRow } from './view-inspections.ts'

export const handler = serve(inspectionWrites, sealing(actingHost), {
  'POST /inspections/draws': async ({ host, body, key, actor }) => {
    const ordered = await orderDraw(host)(body, key, actor)
    return ordered.ok ? succeed(drawRow(ordered.value)) : ordered
  },
  'POST /inspections/orders': async ({ host, body, key, actor }) => {
    const ordered = await orderSupervision(host)(body, key, actor)
    return ordered.ok ? succeed({ id: ordered.value.id, status: ordered.value.status }) : ordered
  },
  'POST /inspections/violations': async ({ host, body, key, actor }) => {
    const found = await findViolation(host)(body, key, actor)
    return found.ok ? succeed({ id: found.value.id, status: found.value.status }) : found
  },
  'POST /inspections/{id}/answers': ({ host, params, body, actor }) =>
    answerMatter(host)(params.id, body, actor),
  'POST /inspections/{id}/checks': ({ host, params, body, actor }) =>
    checkMatter(host)(params.id, body, actor),
})
