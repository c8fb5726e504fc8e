import { listOrganisations } from '../organisations/organisations-api.ts'
import { http } from '../organisations/session.ts'
import { listOrganisationsBelow } from '../organisations/view-organisation.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listOrganisations, async ({ query, actor }) => {
  const list = await listOrganisationsBelow(table(), query, actor, query)
  return list.ok ? ok(list.value) : list
})
