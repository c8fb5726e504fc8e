import { registerOrganisation as act } from '../acts/register-organisation.ts'
import { viewOrganisation } from '../acts/view-organisation.ts'
import { registerOrganisation } from '../api/organisations.ts'
import { http } from '../kit/http.ts'
import { clock } from '../platform/clock.ts'
import { created } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { optionalKey } from './optional-key.ts'

export const handler = http(registerOrganisation, async ({ body, event, actor }) => {
  const key = optionalKey(event)
  if (!key.ok) return key
  const registered = await act({ table: table(), clock: clock() })(body, key.value, actor)
  return registered.ok ? created(await viewOrganisation(table(), registered.value, actor)) : registered
})
