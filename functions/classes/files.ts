import { serve } from '../organisations/session.ts'
import { objectsFromEnvironment } from '../platform/objects.ts'
import { recordsHost } from '../platform/records-host.ts'
import { refuse, succeed } from '../platform/refusals.ts'
import { file } from '../platform/reply.ts'
import { classFiles } from './functions.ts'
import { fileOfNotice } from './notices.ts'

export const handler = serve(classFiles, () => ({ ...recordsHost(), objects: objectsFromEnvironment() }), {
  'GET /classes/{id}/files/{file}': async ({ host, params, actor }) => {
    const found = await fileOfNotice(host.table, params.id, params.file, actor)
    const object = found && (await host.objects.get(found.objectKey))
    return object ? succeed(file(object.bytes, object.contentType, params.file)) : refuse('NOT_FOUND')
  },
})
