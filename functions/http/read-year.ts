import { viewYear } from '../acts/close-view.ts'
import { readYear } from '../api/years.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readYear, async ({ params, query, actor }) => {
  const year = await viewYear(table(), actor, params.year, query.organisation)
  return year.ok ? ok(year.value) : year
})
