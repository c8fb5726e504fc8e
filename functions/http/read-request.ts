import { findRequest } from '../acts/find-request.ts'
import { viewRequest } from '../acts/view-request.ts'
import { readRequest } from '../api/requests.ts'
import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'

export const handler = http(readRequest, async ({ params, language, actor }) => {
  const found = await findRequest(table(), params.id, actor)
  return found.ok ? ok(await viewRequest(table(), found.value, language)) : found
})
