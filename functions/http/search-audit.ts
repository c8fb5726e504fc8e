import { searchAudit } from '../audit/api.ts'
import { searchAudit as act } from '../audit/search-audit.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(searchAudit, async ({ query, actor }) => {
  const found = await act(table())(query, actor)
  return found.ok ? ok(found.value) : found
})
