import { findRequest } from '../acts/find-request.ts'
import { readEvidence } from '../api/evidence.ts'
import { http } from '../kit/http.ts'
import { objects } from '../kit/objects.ts'
import { refuse } from '../kit/refusals.ts'
import { file } from '../kit/reply.ts'
import { readEvidence as find } from '../store/evidence.ts'
import { table } from '../store/table.ts'

export const handler = http(readEvidence, async ({ params, actor }) => {
  const found = await findRequest(table(), params.id, actor)
  if (!found.ok) return found
  const evidence = found.value.request.evidence.includes(params.evidence)
    ? await find(table(), params.evidence)
    : undefined
  const object = evidence && (await objects().get(evidence.objectKey))
  return object ? file(object.bytes, object.contentType, params.evidence) : refuse('NOT_FOUND')
})
