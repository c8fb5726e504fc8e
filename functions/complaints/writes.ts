import { serve } from '../organisations/session.ts'
import { actingHost } from '../platform/acting-host.ts'
import { objectsFromEnvironment } from '../platform/objects.ts'
import { succeed } from '../platform/refusals.ts'
import { file } from '../platform/reply.ts'
import { actOnComplaint } from './act-on-complaint.ts'
import { enterComplaint } from './file-complaint.ts'
import { complaintWrites } from './functions.ts'
import { readComplainant } from './read-complainant.ts'
import { readComplaintFile } from './read-file.ts'
import { secretHost } from './secrecy.ts'
import { setComplaintSettings } from './settings.ts'

export const handler = serve(
  complaintWrites,
  () => ({ ...actingHost(), ...secretHost(), objects: objectsFromEnvironment() }),
  {
    'POST /complaints/entries': async ({ host, body, key, actor }) => enterComplaint(host)(body, key, actor),
    'POST /complaints/settings': async ({ host, body, actor }) => setComplaintSettings(host)(body, actor),
    'POST /complaints/{id}/acts': async ({ host, params, body, actor }) =>
      actOnComplaint(host)(params.id, body, actor),
    'POST /complaints/{id}/identity': async ({ host, params, body, actor }) =>
      readComplainant(host)(params.id, body.reason, actor),
    'POST /complaints/{id}/files/{number}': async ({ host, params, body, actor }) => {
      const read = await readComplaintFile(host)(params.id, params.number, body.reason, actor)
      return read.ok ? succeed(file(read.value.bytes, read.value.type, String(params.number))) : read
    },
  },
)
