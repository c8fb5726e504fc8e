import { http } from '../organisations/session.ts'
import { clock } from '../platform/clock.ts'
import { objects } from '../platform/objects.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { completeEvidence } from '../requests/evidence-api.ts'
import { completeEvidence as act } from '../requests/keep-evidence.ts'

export const handler = http(completeEvidence, async ({ params, actor }) => {
  const kept = await act({ table: table(), objects: objects(), clock: clock() })(params.id, actor)
  if (!kept.ok) return kept
  const { id, sha256, size, type } = kept.value
  return ok({ id, sha256, size, type })
})
