import { readHistory } from '../acts/read-entries.ts'
import { readEntries } from '../api/staff.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(readEntries, async ({ params, actor }) => {
  const history = await readHistory(table())(params.id, actor)
  return history.ok ? ok(history.value) : history
})
