import { serve } from '../organisations/session.ts'
import { recordsHost } from '../platform/records-host.ts'
import { succeed } from '../platform/refusals.ts'
import { noteList } from '../staff/look.ts'
import { listByDepartment, listInstitutionsUnder } from './close-departments.ts'
import { listOrganisations, listResults } from './close-results.ts'
import { chosenOrganisation, viewRehearsal, viewYear } from './close-view.ts'
import { yearReads } from './functions.ts'
import { leftRegister } from './left-register.ts'

export const handler = serve(yearReads, recordsHost, {
  'GET /years/{year}': async ({ host, params, query, actor }) =>
    viewYear(host.table, actor, params.year, query.organisation),
  'GET /years/{year}/rehearsal': async ({ host, params, query, actor }) =>
    viewRehearsal(host.table, actor, params.year, query.organisation, query),
  'GET /years/{year}/results': async ({ host, params, query, actor }) => {
    const chosen = await chosenOrganisation(host.table, actor, query.organisation)
    if (!chosen.ok) return chosen
    const results = await listResults(host.table, chosen.value, params.year, query, query)
    const isWhole =
      query.cursor === undefined && query.status === undefined && query.provisional === undefined
    const left = isWhole ? await leftRegister(host.table, chosen.value, params.year) : []
    await noteList(host, actor, {
      ...{ list: 'results', organisation: chosen.value, filter: { year: params.year, status: query.status } },
      count: results.items.length + left.length,
    })
    return succeed({ ...results, left })
  },
  'GET /years/{year}/organisations': async ({ host, params: { year }, query, actor }) => {
    const chosen = await chosenOrganisation(host.table, actor, query.parent)
    if (!chosen.ok) return chosen
    const { department, by } = query
    if (department !== undefined)
      return succeed(await listInstitutionsUnder(host.table, chosen.value, department, year, query))
    return succeed(
      by === 'department'
        ? await listByDepartment(host.table, chosen.value, year)
        : await listOrganisations(host.table, chosen.value, year, query),
    )
  },
})
