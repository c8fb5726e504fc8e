import { setRates as act } from '../acts/set-rates.ts'
import { setRates } from '../api/registers.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { created } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(setRates, async ({ body, actor }) => {
  const rates = await act({ table: table(), clock: clock() })(body, actor)
  if (!rates.ok) return rates
  const { by: _, ...version } = rates.value
  return created(version)
})
