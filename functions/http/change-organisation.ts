import { changeOrganisation as act } from '../acts/register-organisation.ts'
import { viewOrganisation } from '../acts/view-organisation.ts'
import { changeOrganisation } from '../api/organisations.ts'
import { http } from '../kit/http.ts'
import { clock } from '../platform/clock.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(changeOrganisation, async ({ params, body, actor }) => {
  const changed = await act({ table: table(), clock: clock() })(params.id, body, actor)
  return changed.ok ? ok(await viewOrganisation(table(), changed.value, actor)) : changed
})
