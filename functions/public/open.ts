import { apiDocument } from '../openapi-document.ts'
import { systemClock, timestamp } from '../platform/clock.ts'
import { serveOpen } from '../platform/http.ts'
import { succeed } from '../platform/refusals.ts'
import { publicOpen } from './functions.ts'

const document = apiDocument()

export const handler = serveOpen(publicOpen, () => ({ clock: systemClock }), {
  'GET /health': ({ host }) => succeed({ status: 'ok', time: timestamp(host.clock) }),
  'GET /openapi.json': () => succeed({ ...document }),
})
