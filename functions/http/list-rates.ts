import { listRates } from '../api/registers.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { readRates } from '../store/rate.ts'
import { table } from '../store/table.ts'

export const handler = http(listRates, async () => {
  const versions = await readRates(table())
  return ok({ items: versions.reverse().map(({ by: _, ...version }) => version), cursor: null })
})
