import { changePerson as act } from '../acts/change-person.ts'
import { viewPerson } from '../acts/view-person.ts'
import { changePerson } from '../api/persons.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

export const handler = http(changePerson, async ({ params, body, actor }) => {
  const deps = { table: table(), workflows: workflows(), clock: clock() }
  const changed = await act(deps)(params.id, body, actor)
  if (!changed.ok) return changed
  const { person, institution } = changed.value
  return ok(await viewPerson(deps.table, person, institution, actor))
})
