import { http } from '../organisations/session.ts'
import { changePerson } from '../persons/api.ts'
import { changePerson as act } from '../persons/change-person.ts'
import { viewPerson } from '../persons/view-person.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'

export const handler = http(changePerson, async ({ params, body, actor }) => {
  const deps = { table: table(), workflows: workflows(), clock: clock() }
  const changed = await act(deps)(params.id, body, actor)
  if (!changed.ok) return changed
  const { person, institution } = changed.value
  return ok(await viewPerson(deps.table, person, institution, actor))
})
