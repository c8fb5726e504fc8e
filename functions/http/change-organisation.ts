import { changeOrganisation } from '../organisations/organisations-api.ts'
import { changeOrganisation as act } from '../organisations/register-organisation.ts'
import { http } from '../organisations/session.ts'
import { viewOrganisation } from '../organisations/view-organisation.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(changeOrganisation, async ({ params, body, actor }) => {
  const changed = await act({ table: table(), clock: clock() })(params.id, body, actor)
  return changed.ok ? ok(await viewOrganisation(table(), changed.value, actor)) : changed
})
