import { viewEntry } from '../acts/read-entries.ts'
import { recordJustified as act } from '../acts/record-justified.ts'
import { recordJustified } from '../api/staff.ts'
import { http } from '../organisations/session.ts'
import { created } from '../platform/reply.ts'
import { stepDeps } from '../platform/step-deps.ts'

export const handler = http(recordJustified, async ({ params, body, actor }) => {
  const recorded = await act(stepDeps())(params.id, body, actor)
  return recorded.ok ? created(viewEntry(recorded.value, new Map([[actor.id, actor.name]]))) : recorded
})
