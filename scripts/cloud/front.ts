import { request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import * as z from 'zod'
import type { Inbox } from '../../local/mail/inbox.ts'
import { serveInbox } from '../../local/mail/page.ts'
import type { Issuer } from './issuer.ts'
import { type Listening, listen, sendJson } from './listen.ts'

const Asked = z.union([z.object({ account: z.string().min(1) }), z.object({ client: z.string().min(1) })])

/** Where the deployed API is: the emulator finds it by the name in `Host`. */
export interface Target {
  readonly port: number
  readonly host: string
}

const pass = (incoming: IncomingMessage, response: ServerResponse, { port, host }: Target): void => {
  const outgoing = forward(
    {
      host: '127.0.0.1',
      port,
      path: incoming.url,
      method: incoming.method,
      headers: { ...incoming.headers, host },
    },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    },
  )
  outgoing.on('error', ({ message }) => {
    if (response.headersSent) response.destroy()
    else sendJson(response, 502, { title: `The emulator did not answer: ${message}` })
  })
  incoming.pipe(outgoing)
}

/**
 * One address for the suite, as the local system has: it passes calls to the deployed API, and answers the
 * two that no deployment has, a token and the mail.
 */
export const startFront = async (
  issuer: Issuer,
  inbox: Inbox,
): Promise<Listening & { aim(at: Target): void }> => {
  let target: Target | undefined
  const tokenFor = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = Asked.safeParse(await json(request).catch(() => undefined))
    if (!asked.success) return sendJson(response, 400, { title: 'Send {"account":"…"}, or {"client":"…"}.' })
    const token =
      'client' in asked.data
        ? await issuer.issueClientToken(asked.data.client)
        : await issuer.issueToken(asked.data.account)
    sendJson(response, 200, token)
  }
  const mail = serveInbox(inbox)
  const server = await listen((request, response) => {
    if (request.url === '/local/token') void tokenFor(request, response)
    else if (request.url === '/local/mail') mail(request, response, new URL(request.url, 'http://127.0.0.1'))
    else if (target === undefined) sendJson(response, 503, { title: 'Nothing is deployed yet.' })
    else pass(request, response, target)
  })
  return {
    ...server,
    aim(at) {
      target = at
    },
  }
}
