import { changeOrganisation as act } from '../acts/register-organisation.ts'
import { viewOrganisation } from '../acts/view-organisation.ts'
import { changeOrganisation } from '../api/organisations.ts'
import { clock } from '../kit/clock.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(changeOrganisation, async ({ params, body, actor }) => {
  const changed = await act({ table: table(), clock: clock() })(params.id, body, actor)
  return changed.ok ? ok(await viewOrganisation(table(), changed.value, actor)) : changed
})
