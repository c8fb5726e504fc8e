import { listOrganisations } from '../acts/close-results.ts'
import { chosenOrganisation } from '../acts/close-view.ts'
import { listYearOrganisations } from '../api/years.ts'
import { http } from '../kit/http.ts'
import { ok } from '../kit/reply.ts'
import { table } from '../store/table.ts'

export const handler = http(listYearOrganisations, async ({ params, query, actor }) => {
  const chosen = await chosenOrganisation(table(), actor, query.parent)
  return chosen.ok ? ok(await listOrganisations(table(), chosen.value, params.year, query)) : chosen
})
