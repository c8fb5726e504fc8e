import { listResults as act } from '../acts/close-results.ts'
import { chosenOrganisation } from '../acts/close-view.ts'
import { listResults } from '../api/years.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listResults, async ({ params, query, actor }) => {
  const chosen = await chosenOrganisation(table(), actor, query.organisation)
  return chosen.ok ? ok(await act(table(), chosen.value, params.year, query, query)) : chosen
})
