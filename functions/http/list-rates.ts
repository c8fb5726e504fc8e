import { listRates } from '../api/registers.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { readRates } from '../store/rate.ts'

export const handler = http(listRates, async () => {
  const versions = await readRates(table())
  return ok({ items: versions.reverse().map(({ by: _, ...version }) => version), cursor: null })
})
