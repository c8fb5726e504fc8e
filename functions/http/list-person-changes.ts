import { listPersonChangesFor } from '../acts/view-person.ts'
import { listPersonChanges } from '../api/persons.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listPersonChanges, async ({ params, actor }) => {
  const changes = await listPersonChangesFor(table(), params.id, actor)
  return changes.ok ? ok(changes.value) : changes
})
