import { readEntries } from '../ledger/api.ts'
import { readHistory } from '../ledger/read-entries.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readEntries, async ({ params, actor }) => {
  const history = await readHistory(table())(params.id, actor)
  return history.ok ? ok(history.value) : history
})
