import { readEligibility as act } from '../acts/read-eligibility.ts'
import { readEligibility } from '../api/staff.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(readEligibility, async ({ params, query, language, actor }) => {
  const row = await act({ table: table(), clock: clock() })(params.id, query, actor, language)
  return row.ok ? ok(row.value) : row
})
