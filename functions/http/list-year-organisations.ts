import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { listYearOrganisations } from '../year/api.ts'
import { listByDepartment, listInstitutionsUnder } from '../year/close-departments.ts'
import { listOrganisations } from '../year/close-results.ts'
import { chosenOrganisation } from '../year/close-view.ts'

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
