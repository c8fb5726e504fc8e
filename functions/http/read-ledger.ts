import { readLedger as act } from '../acts/read-ledger.ts'
import { readLedger } from '../api/staff.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(readLedger, async ({ params, query, language, actor }) => {
  const ledger = await act({ table: table(), clock: clock() })(params.id, query, actor, language)
  return ledger.ok ? ok(ledger.value) : ledger
})
