import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { listResults } from '../year/api.ts'
import { listResults as act } from '../year/close-results.ts'
import { chosenOrganisation } from '../year/close-view.ts'

export const handler = http(listResults, async ({ params, query, actor }) => {
  const chosen = await chosenOrganisation(table(), actor, query.organisation)
  return chosen.ok ? ok(await act(table(), chosen.value, params.year, query, query)) : chosen
})
