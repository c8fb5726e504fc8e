import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { refuse } from '../platform/refusals.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'
import { submitRequest } from '../requests/api.ts'
import { submitRequest as act } from '../requests/submit-request.ts'
import { summarise } from '../requests/view-request.ts'

export const handler = http(submitRequest, async ({ body, event, actor }) => {
  const key = event.headers['idempotency-key']?.trim() ?? ''
  if (key === '' || key.length > 255) return refuse('IDEMPOTENCY_KEY_MISSING')
  const submitted = await act({ table: table(), workflows: workflows(), clock: clock() })(body, key, actor)
  return submitted.ok ? created(summarise(submitted.value)) : submitted
})
