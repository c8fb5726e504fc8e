import { listOrganisationsBelow } from '../acts/view-organisation.ts'
import { listOrganisations } from '../api/organisations.ts'
import { http } from '../kit/http.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listOrganisations, async ({ query, actor }) => {
  const list = await listOrganisationsBelow(table(), query, actor, query)
  return list.ok ? ok(list.value) : list
})
