import { http } from '../organisations/session.ts'
import { listPersons } from '../persons/api.ts'
import { listPersonsFor } from '../persons/view-person.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listPersons, async ({ query, actor }) => {
  const list = await listPersonsFor(table(), query.institution, actor, query)
  return list.ok ? ok(list.value) : list
})
