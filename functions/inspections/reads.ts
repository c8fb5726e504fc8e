import { serve } from '../organisations/session.ts'
import { objectsFromEnvironment } from '../platform/objects.ts'
import { recordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { file } from '../platform/reply.ts'
import { readEvidence } from '../requests/evidence.ts'
import { drawDocument } from './draw-document.ts'
import { inspectionReads } from './functions.ts'
import {
  listDraws,
  listMatters,
  listViolations,
  seesEvidence,
  viewDraw,
  viewFrame,
  viewMatter,
} from './view-inspections.ts'

export const handler = serve(
  inspectionReads,
  () => ({ ...recordsHost(), objects: objectsFromEnvironment() }),
  {
    'GET /inspections': async ({ host, query, actor }) => succeed(await listMatters(host)(query, actor)),
    'GET /inspections/draws': async ({ host, query, actor }) => succeed(await listDraws(host)(query, actor)),
    'GET /inspections/draws/{id}': ({ host, params, actor }) => viewDraw(host)(params.id, actor),
    'GET /inspections/draws/{id}/document': ({ host, params, actor }) => drawDocument(host)(params.id, actor),
    'GET /inspections/draws/{id}/frame': ({ host, params, query, actor }) =>
      viewFrame(host)(params.id, query, actor),
    'GET /inspections/{id}': ({ host, params, actor }) => viewMatter(host)(params.id, actor),
    'GET /inspections/{id}/evidence/{evidence}': async ({ host, params, actor }) => {
      const evidence = (await seesEvidence(host, params.id, params.evidence, actor))
        ? await readEvidence(host.table, params.evidence)
        : undefined
      const object = evidence && (await host.objects.get(evidence.objectKey))
      return object ? succeed(file(object.bytes, object.contentType, params.evidence)) : refuse('NOT_FOUND')
    },
    'GET /staff/{id}/violations': ({ host, params, actor }) => listViolations(host)(params.id, actor),
  },
)
