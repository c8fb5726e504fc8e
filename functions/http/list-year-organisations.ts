import { listByDepartment, listInstitutionsUnder } from '../acts/close-departments.ts'
import { listOrganisations } from '../acts/close-results.ts'
import { chosenOrganisation } from '../acts/close-view.ts'
import { listYearOrganisations } from '../api/years.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listYearOrganisations, async ({ params: { year }, query, actor }) => {
  const chosen = await chosenOrganisation(table(), actor, query.parent)
  if (!chosen.ok) return chosen
  const { department, by } = query
  if (department !== undefined)
    return ok(await listInstitutionsUnder(table(), chosen.value, department, year, query))
  return ok(
    by === 'department'
      ? await listByDepartment(table(), chosen.value, year)
      : await listOrganisations(table(), chosen.value, year, query),
  )
})
