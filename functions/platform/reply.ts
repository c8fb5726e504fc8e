import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { Language } from './language.ts'
import { refusals } from './refusal-table.ts'
import type { Refusal } from './refusals.ts'

/** What a handler answers, before the host turns it into bytes. */
export type Reply = APIGatewayProxyStructuredResultV2

/** A JSON answer; nobody keeps it. */
export const json = (statusCode: number, body: unknown, type = 'application/json'): Reply => ({
  statusCode,
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  body: JSON.stringify(body),
})

export const file = (bytes: Uint8Array, type: string, name: string): Reply => ({
  statusCode: 200,
  headers: {
    'content-type': type,
    'content-disposition': `inline; filename="${name}"`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  },
  isBase64Encoded: true,
  body: Buffer.from(bytes).toString('base64'),
})

/** A file to be kept, not shown. */
export const download = (bytes: Uint8Array, type: string, name: string): Reply => {
  const reply = file(bytes, type, name)
  return {
    ...reply,
    headers: { ...reply.headers, 'content-disposition': `attachment; filename="${name}"` },
  }
}

/** A text as a file to save. It may be a third larger than bytes, which travel in base64. */
export const downloadText = (text: string, type: string, name: string): Reply => ({
  ...download(new Uint8Array(), type, name),
  isBase64Encoded: false,
  body: text,
})

/** What a problem document (RFC 9457) says in the reader's language. */
export const problemBody = (refusal: Refusal, language: Language) => {
  const { status, title } = refusals[refusal.code]
  const { article, code, errors, details } = refusal
  return {
    type: `urn:training-platform:problem:${code}`,
    title: title[language],
    status,
    code,
    ...(article === undefined ? {} : { article }),
    ...(errors
      ? { errors: errors.map(({ detail, ...fault }) => ({ ...fault, detail: detail[language] })) }
      : {}),
    ...details,
  }
}

/** A call's problem document, with the number to give to the operator. */
export const problem = (refusal: Refusal, language: Language, trackingNumber: string): Reply => {
  const instance = `urn:training-platform:call:${trackingNumber}`
  const body = { ...problemBody(refusal, language), instance }
  return json(body.status, body, 'application/problem+json')
}
