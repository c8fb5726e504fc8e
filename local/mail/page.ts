import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson, sendReply } from '../send.ts'
import type { Inbox } from './inbox.ts'
import { inboxPage } from './inbox-page.ts'

/** No scripts, and nothing from elsewhere; styles may stand in the letters, which inherit this policy. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const wantsPage = (accept: string | undefined): boolean => /\btext\/html\b/i.test(accept ?? '')

/** Every message: as JSON in the order of arrival, as a page where the client accepts HTML. */
export const serveInbox =
  (inbox: Inbox) =>
  (request: IncomingMessage, response: ServerResponse, url: URL): void => {
    response.setHeader('vary', 'accept')
    if (!wantsPage(request.headers.accept)) {
      sendJson(
        response,
        200,
        inbox.all().map((message) => ({ ...message, to: message.to.join(', ') })),
      )
      return
    }
    const { searchParams } = url
    const view = {
      to: searchParams.get('to') || undefined,
      message: searchParams.has('message') ? Number(searchParams.get('message')) : undefined,
    }
    sendReply(response, {
      statusCode: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': POLICY,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
      body: inboxPage(inbox.all(), view),
    })
  }
