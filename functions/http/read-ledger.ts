import { readLedger } from '../ledger/api.ts'
import { readLedger as act } from '../ledger/read-ledger.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readLedger, async ({ params, query, language, actor }) => {
  const ledger = await act({ table: table(), clock: clock() })(params.id, query, actor, language)
  return ledger.ok ? ok(ledger.value) : ledger
})
