import { listPersonsFor } from '../acts/view-person.ts'
import { listPersons } from '../api/persons.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listPersons, async ({ query, actor }) => {
  const list = await listPersonsFor(table(), query.institution, actor, query)
  return list.ok ? ok(list.value) : list
})
