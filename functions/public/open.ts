import { apiDocument } from '../openapi-document.ts'
import { systemClock, timestamp } from '../platform/clock.ts'
import { serveOpen } from '../platform/http.ts'
import { succeed } from '../platform/refusals.ts'
import { publicOpen } from './functions.ts'

/** Made when first asked for: health and unknown routes need not wait for it. */
let document: ReturnType<typeof apiDocument> | undefined

export const handler = serveOpen(publicOpen, () => ({ clock: systemClock }), {
  'GET /health': ({ host }) => succeed({ status: 'ok', time: timestamp(host.clock) }),
  'GET /openapi.json': () => {
    document ??= apiDocument()
    return succeed({ ...document })
  },
})
