import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Reply } from '../functions/platform/reply.ts'

/** The body of a call; undefined where it is larger than `largest` bytes. */
export const bodyOf = async (request: IncomingMessage, largest: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    // Reads on without keeping, so that the caller gets an answer and no broken connection.
    if (size <= largest) chunks.push(chunk)
  }
  return size > largest ? undefined : Buffer.concat(chunks)
}

export const sendReply = (response: ServerResponse, reply: Reply): void => {
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, String(value))
  response.writeHead(reply.statusCode ?? 200)
  response.end(Buffer.from(reply.body ?? '', reply.isBase64Encoded ? 'base64' : 'utf8'))
}

export const sendJson = (response: ServerResponse, status: number, body: unknown): void =>
  sendReply(response, {
    statusCode: status,
    headers: {
      'content-type': status < 400 ? 'application/json' : 'application/problem+json',
      'cache-control': 'no-store',
    },
    body: JSON.stringify(body),
  })
