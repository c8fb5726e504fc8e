import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { readYear } from '../year/api.ts'
import { viewYear } from '../year/close-view.ts'

export const handler = http(readYear, async ({ params, query, actor }) => {
  const year = await viewYear(table(), actor, params.year, query.organisation)
  return year.ok ? ok(year.value) : year
})
