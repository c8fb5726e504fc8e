import { correctEntry } from '../ledger/api.ts'
import { correctEntry as act } from '../ledger/correct-entry.ts'
import { viewEntry } from '../ledger/read-entries.ts'
import { http } from '../organisations/session.ts'
import { refuse } from '../platform/refusals.ts'
import { created } from '../platform/reply.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = http(correctEntry, async ({ params, body, event, actor }) => {
  const key = event.headers['idempotency-key']?.trim() ?? ''
  if (key === '' || key.length > 255) return refuse('IDEMPOTENCY_KEY_MISSING')
  const corrected = await act(stepDeps())(params.id, body, key, actor)
  return corrected.ok ? created(viewEntry(corrected.value, new Map([[actor.id, actor.name]]))) : corrected
})
