import { setRates as act } from '../acts/set-rates.ts'
import { setRates } from '../api/registers.ts'
import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(setRates, async ({ body, actor }) => {
  const rates = await act({ table: table(), clock: clock() })(body, actor)
  if (!rates.ok) return rates
  const { by: _, ...version } = rates.value
  return created(version)
})
