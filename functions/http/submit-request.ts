import { submitRequest as act } from '../acts/submit-request.ts'
import { summarise } from '../acts/view-request.ts'
import { submitRequest } from '../api/requests.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { refuse } from '../kit/refusals.ts'
import { created } from '../kit/reply.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

export const handler = http(submitRequest, async ({ body, event, actor }) => {
  const key = event.headers['idempotency-key']?.trim() ?? ''
  if (key === '' || key.length > 255) return refuse('IDEMPOTENCY_KEY_MISSING')
  const submitted = await act({ table: table(), workflows: workflows(), clock: clock() })(body, key, actor)
  return submitted.ok ? created(summarise(submitted.value)) : submitted
})
