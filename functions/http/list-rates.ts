import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { listRates } from '../registers/api.ts'
import { readRates } from '../registers/rate.ts'

export const handler = http(listRates, async () => {
  const versions = await readRates(table())
  return ok({ items: versions.reverse().map(({ by: _, ...version }) => version), cursor: null })
})
