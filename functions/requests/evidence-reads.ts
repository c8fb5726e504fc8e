import { serve } from '../organisations/session.ts'
import { objectsFromEnvironment } from '../platform/objects.ts'
import { recordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { file } from '../platform/reply.ts'
import { readEvidence } from './evidence.ts'
import { asSeenBy, findRequest } from './find-request.ts'
import { evidenceReads } from './functions.ts'
import { noteRequest } from './note-request.ts'

export const handler = serve(evidenceReads, () => ({ ...recordsHost(), objects: objectsFromEnvironment() }), {
  'GET /requests/{id}/evidence/{evidence}': async ({ host, params, actor }) => {
    const found = await findRequest(host.table, params.id, actor)
    if (!found.ok) return found
    const { evidence: proofs, supporting = [] } = (await asSeenBy(host.table, found.value, actor)).request
    const evidence = [...proofs, ...supporting].includes(params.evidence)
      ? await readEvidence(host.table, params.evidence)
      : undefined
    const object = evidence && (await host.objects.get(evidence.objectKey))
    if (object) await noteRequest(host, actor, found.value.request, 'proof')
    return object ? succeed(file(object.bytes, object.contentType, params.evidence)) : refuse('NOT_FOUND')
  },
})
