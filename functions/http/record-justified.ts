import { recordJustified } from '../ledger/api.ts'
import { viewEntry } from '../ledger/read-entries.ts'
import { recordJustified as act } from '../ledger/record-justified.ts'
import { http } from '../organisations/session.ts'
import { created } from '../platform/reply.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = http(recordJustified, async ({ params, body, actor }) => {
  const recorded = await act(stepDeps())(params.id, body, actor)
  return recorded.ok ? created(viewEntry(recorded.value, new Map([[actor.id, actor.name]]))) : recorded
})
