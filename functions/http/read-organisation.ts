import { findOrganisation, viewOrganisation } from '../acts/view-organisation.ts'
import { readOrganisation } from '../api/organisations.ts'
import { http } from '../kit/http.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readOrganisation, async ({ params, actor }) => {
  const found = await findOrganisation(table(), params.id, actor)
  return found.ok ? ok(await viewOrganisation(table(), found.value, actor)) : found
})
