import { registerOrganisation } from '../organisations/organisations-api.ts'
import { registerOrganisation as act } from '../organisations/register-organisation.ts'
import { http } from '../organisations/session.ts'
import { viewOrganisation } from '../organisations/view-organisation.ts'
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
