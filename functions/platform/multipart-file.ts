import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import busboy from 'busboy'
import { type Outcome, refuse, succeed } from './refusals.ts'
import { inputFaults } from './words.ts'

/** Bytes that a file may have. */
export const LARGEST_FILE = 10 * 1024 * 1024

type FormRefusal = 'FILE_MISSING' | 'FILE_TOO_LARGE'

/** The form field `file`, and the text fields beside it. */
export interface Form {
  readonly bytes: Uint8Array
  readonly fields: Readonly<Record<string, string>>
}

/** Limits of a form's parts, their headers and their boundary (RFC 2046, 5.1.1). */
const MOST_PARTS = 40
const MOST_PART_HEADERS = 20
const LONGEST_BOUNDARY = 70
const LONGEST_CONTENT_TYPE = 200

/** Bytes of one field: the answers to what a preview asked are the longest. */
const LARGEST_FIELD = 8 * 1024

const boundaryOf = (contentType: string): string => contentType.split(/boundary=/i)[1] ?? ''

/** A form with its file. The file's name and declared type are not looked at: the content tells what it is. */
export const multipartForm = (event: APIGatewayProxyEventV2): Promise<Outcome<Form, FormRefusal>> =>
  new Promise((resolve) => {
    const missing = refuse('FILE_MISSING', {
      errors: [
        {
          pointer: '/file',
          detail: inputFaults.noFile,
        },
      ],
    })
    const contentType = event.headers['content-type'] ?? ''
    // A long boundary could make the search cost its length times the body's.
    if (contentType.length > LONGEST_CONTENT_TYPE || boundaryOf(contentType).length > LONGEST_BOUNDARY + 2)
      return resolve(missing)
    try {
      const form = busboy({
        headers: { 'content-type': contentType },
        limits: {
          files: 1,
          fileSize: LARGEST_FILE + 1,
          fields: 30,
          fieldSize: LARGEST_FIELD,
          parts: MOST_PARTS,
          headerPairs: MOST_PART_HEADERS,
        },
      })
      const fields: Record<string, string> = {}
      let outcome: Outcome<Form, FormRefusal> = missing
      form.on('field', (name, value) => {
        fields[name] = value
      })
      form.on('file', (name, stream) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('limit', () => {
          outcome = refuse('FILE_TOO_LARGE')
        })
        stream.on('close', () => {
          if (name === 'file' && outcome === missing)
            outcome = succeed({ bytes: Buffer.concat(chunks), fields })
        })
      })
      form.on('close', () => resolve(outcome))
      form.on('error', () => resolve(missing))
      form.end(Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'))
    } catch {
      // Not a multipart body at all.
      resolve(missing)
    }
  })

/** The bytes of the form field `file` alone. */
export const multipartFile = async (
  event: APIGatewayProxyEventV2,
): Promise<Outcome<Uint8Array, FormRefusal>> => {
  const form = await multipartForm(event)
  return form.ok ? succeed(form.value.bytes) : form
}
