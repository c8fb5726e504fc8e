import { http } from '../organisations/session.ts'
import { registerPerson } from '../persons/api.ts'
import { registerPerson as act } from '../persons/register-person.ts'
import { viewPerson } from '../persons/view-person.ts'
import { clock } from '../platform/clock.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { optionalKey } from './optional-key.ts'

export const handler = http(registerPerson, async ({ body, event, actor }) => {
  const key = optionalKey(event)
  if (!key.ok) return key
  const deps = { table: table(), clock: clock() }
  const registered = await act(deps)(body, key.value, actor)
  if (!registered.ok) return registered
  const { person, institution } = registered.value
  return created(await viewPerson(deps.table, person, institution, actor))
})
