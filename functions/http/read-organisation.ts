import { readOrganisation } from '../organisations/organisations-api.ts'
import { http } from '../organisations/session.ts'
import { findOrganisation, viewOrganisation } from '../organisations/view-organisation.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readOrganisation, async ({ params, actor }) => {
  const found = await findOrganisation(table(), params.id, actor)
  return found.ok ? ok(await viewOrganisation(table(), found.value, actor)) : found
})
