import { readEligibility } from '../ledger/api.ts'
import { readEligibility as act } from '../ledger/read-eligibility.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readEligibility, async ({ params, query, language, actor }) => {
  const row = await act({ table: table(), clock: clock() })(params.id, query, actor, language)
  return row.ok ? ok(row.value) : row
})
