import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { setRates } from '../registers/api.ts'
import { setRates as act } from '../registers/set-rates.ts'

export const handler = http(setRates, async ({ body, actor }) => {
  const rates = await act({ table: table(), clock: clock() })(body, actor)
  if (!rates.ok) return rates
  const { by: _, ...version } = rates.value
  return created(version)
})
