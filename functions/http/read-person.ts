import { http } from '../organisations/session.ts'
import { readPerson } from '../persons/api.ts'
import { readPersonFor } from '../persons/view-person.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readPerson, async ({ params, query, actor }) => {
  const person = await readPersonFor(table(), params.id, actor, query.on)
  return person.ok ? ok(person.value) : person
})
