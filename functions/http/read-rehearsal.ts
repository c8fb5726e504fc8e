import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { readRehearsal } from '../year/api.ts'
import { viewRehearsal } from '../year/close-view.ts'

export const handler = http(readRehearsal, async ({ params, query, actor }) => {
  const rehearsal = await viewRehearsal(table(), actor, params.year, query.organisation, query)
  return rehearsal.ok ? ok(rehearsal.value) : rehearsal
})
