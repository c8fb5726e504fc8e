import type { IncomingMessage, ServerResponse } from 'node:http'
import type { LocalObjects, UploadOutcome } from './objects.ts'
import { bodyOf, sendJson } from './send.ts'

const LARGEST_UPLOAD = 10 * 1024 * 1024

const answers = {
  kept: { status: 200, code: 'KEPT' },
  not_signed: { status: 403, code: 'UPLOAD_NOT_SIGNED' },
  expired: { status: 403, code: 'UPLOAD_EXPIRED' },
  differs: { status: 400, code: 'UPLOAD_DIFFERS' },
} as const satisfies Record<UploadOutcome, { status: number; code: string }>

/** Takes files at the addresses that the object store has signed, as S3 does in the cloud. */
export const serveUpload =
  (objects: LocalObjects) =>
  async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const bytes = await bodyOf(request, LARGEST_UPLOAD)
    if (bytes === undefined) return sendJson(response, 413, { code: 'FILE_TOO_LARGE' })
    const { status, code } =
      request.method === 'PUT' ? answers[await objects.takeUpload(url, bytes)] : answers.not_signed
    sendJson(response, status, { code })
  }
