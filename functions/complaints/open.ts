import { timestamp } from '../platform/clock.ts'
import { decidingHost } from '../platform/deciding-host.ts'
import { serveOpen } from '../platform/http.ts'
import { succeed } from '../platform/refusals.ts'
import { issueChallenge } from './challenge.ts'
import { publishedFigures } from './figures.ts'
import { fileComplaint } from './file-complaint.ts'
import { followComplaint, replyToComplaint } from './follow-complaint.ts'
import { complaintsOpen } from './functions.ts'
import { listBodies } from './list-bodies.ts'
import { secretHost } from './secrecy.ts'

export const handler = serveOpen(complaintsOpen, () => ({ ...decidingHost(), ...secretHost() }), {
  'GET /complaints/challenge': async ({ host }) => {
    const { expiresAt, ...issued } = await issueChallenge(host)
    return succeed({ ...issued, expiresAt: timestamp({ now: () => expiresAt }) })
  },
  'GET /complaints/bodies': async ({ host, query }) => listBodies(host)(query),
  'GET /complaints/figures': async ({ host }) => succeed(await publishedFigures(host.table)),
  'POST /complaints': async ({ host, body }) => fileComplaint(host)(body),
  'POST /complaints/{code}/view': async ({ host, params, body }) =>
    followComplaint(host)(params.code, body.key),
  'POST /complaints/{code}/replies': async ({ host, params, body }) =>
    replyToComplaint(host)(params.code, body),
})
