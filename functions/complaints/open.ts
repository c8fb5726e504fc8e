import { timestamp } from '../platform/clock.ts'
import { type DecidingHost, decidingHost } from '../platform/deciding-host.ts'
import { serveOpen } from '../platform/http.ts'
import { multipartForm } from '../platform/multipart-file.ts'
import { objectsFromEnvironment } from '../platform/objects.ts'
import { succeed } from '../platform/refusals.ts'
import { addFile, type FilesHost } from './add-file.ts'
import { issueChallenge } from './challenge.ts'
import { publishedFigures } from './figures.ts'
import { fileComplaint } from './file-complaint.ts'
import { findBodies } from './find-bodies.ts'
import { followComplaint, replyToComplaint } from './follow-complaint.ts'
import { complaintsOpen } from './functions.ts'
import { listBodies } from './list-bodies.ts'
import { secretHost } from './secrecy.ts'

interface Host extends DecidingHost, FilesHost {}

// A scanner is a host's to give: Lambda's environment names none.
const openHost = (): Host => ({ ...decidingHost(), ...secretHost(), objects: objectsFromEnvironment() })

export const handler = serveOpen(complaintsOpen, openHost, {
  'GET /complaints/challenge': async ({ host }) => {
    const { expiresAt, ...issued } = await issueChallenge(host)
    return succeed({ ...issued, expiresAt: timestamp({ now: () => expiresAt }) })
  },
  'GET /complaints/bodies': async ({ host, query }) => listBodies(host)(query),
  'POST /complaints/bodies/search': ({ host, body }) => findBodies(host)(body),
  'GET /complaints/figures': async ({ host }) => succeed(await publishedFigures(host.table)),
  'POST /complaints': async ({ host, body }) => fileComplaint(host)(body),
  'POST /complaints/{code}/view': async ({ host, params, body }) =>
    followComplaint(host)(params.code, body.key),
  'POST /complaints/{code}/replies': async ({ host, params, body }) =>
    replyToComplaint(host)(params.code, body),
  'POST /complaints/{code}/files': async ({ host, params, event }) => {
    const form = await multipartForm(event)
    return form.ok ? addFile(host)(params.code, form.value.fields.key ?? '', form.value.bytes) : form
  },
})
