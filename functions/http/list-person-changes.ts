import { http } from '../organisations/session.ts'
import { listPersonChanges } from '../persons/api.ts'
import { listPersonChangesFor } from '../persons/view-person.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listPersonChanges, async ({ params, actor }) => {
  const changes = await listPersonChangesFor(table(), params.id, actor)
  return changes.ok ? ok(changes.value) : changes
})
