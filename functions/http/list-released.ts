import { http } from '../organisations/session.ts'
import { listReleased } from '../persons/api.ts'
import { listReleasedTo } from '../persons/list-released.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(listReleased, async ({ params, actor }) => {
  const list = await listReleasedTo(table(), params.id, actor)
  return list.ok ? ok(list.value) : list
})
