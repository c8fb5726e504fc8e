import { http } from '../organisations/session.ts'
import { ok } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { readRequest } from '../requests/api.ts'
import { findRequest } from '../requests/find-request.ts'
import { viewRequest } from '../requests/view-request.ts'

export const handler = http(readRequest, async ({ params, language, actor }) => {
  const found = await findRequest(table(), params.id, actor)
  return found.ok ? ok(await viewRequest(table(), found.value, language)) : found
})
