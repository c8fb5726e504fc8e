import type * as z from 'zod'

/** What a route takes and gives: validated at the edge, and printed as the OpenAPI document. */
export interface Operation {
  readonly summary: string
  readonly description?: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** Of the JSON body; routes that take other bodies read the event themselves. */
  readonly body?: z.ZodType
  readonly reply: z.ZodType
  readonly status?: 200 | 201 | 202
  /** Content types other than JSON, in and out. */
  readonly accepts?: 'multipart/form-data'
  readonly answers?: 'application/pdf' | 'application/octet-stream' | 'text/csv'
  /** Bytes of the body; 64 KB where nothing is said. */
  readonly limit?: number
  readonly idempotencyKey?: true
}
