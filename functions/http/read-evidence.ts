import { http } from '../organisations/session.ts'
import { objects } from '../platform/objects.ts'
import { refuse } from '../platform/refusals.ts'
import { file } from '../platform/reply.ts'
import { table } from '../platform/table.ts'
import { readEvidence as find } from '../requests/evidence.ts'
import { readEvidence } from '../requests/evidence-api.ts'
import { findRequest } from '../requests/find-request.ts'

export const handler = http(readEvidence, async ({ params, actor }) => {
  const found = await findRequest(table(), params.id, actor)
  if (!found.ok) return found
  const evidence = found.value.request.evidence.includes(params.evidence)
    ? await find(table(), params.evidence)
    : undefined
  const object = evidence && (await objects().get(evidence.objectKey))
  return object ? file(object.bytes, object.contentType, params.evidence) : refuse('NOT_FOUND')
})
