import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendJson } from '../send.ts'
import type { Inbox } from './inbox.ts'

/** The messages as JSON. */
export const serveInbox =
  (inbox: Inbox) =>
  (_: IncomingMessage, response: ServerResponse): void =>
    sendJson(response, 200, inbox.all())
