import type * as z from 'zod'
import type { Access, Declared } from './callers.ts'
import type { RefusalCode } from './refusals.ts'
import type { MachineScope } from './terms.ts'

/** What a call answers with where it is no JSON: a proof is as it was uploaded, a list as was asked for. */
type FileType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'image/jpeg'
  | 'image/png'
  | 'text/calendar'
  | 'text/csv'

/** What a route takes and gives: validated at the edge, held by the compiler, and printed as the OpenAPI document. */
export interface Operation extends Declared {
  /** Its name in the document, in logs and in figures. */
  readonly id: string
  readonly summary: string
  readonly description?: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** Of the JSON body; routes that take other bodies read the event themselves. */
  readonly body?: z.ZodType
  readonly reply: z.ZodType
  /** 200 where nothing is said. */
  readonly status?: 200 | 201 | 202
  /** Content types other than JSON, in and out. */
  readonly accepts?: 'multipart/form-data'
  /** What a form says besides its `file`; the handler reads it. */
  readonly form?: z.ZodObject
  /** JSON that may be sent instead of the form; the handler reads it. */
  readonly insteadOfForm?: z.ZodType
  readonly answers?: FileType | readonly FileType[]
  /** Bytes of the body; 64 KB where nothing is said. */
  readonly limit?: number
  /** Whether a call must, or may, bear an Idempotency-Key. */
  readonly idempotencyKey?: 'required' | 'optional'
  /** Another system with this scope may call too, with what an auditor of its organisation sees. */
  readonly scope?: MachineScope
  /** What it refuses with, besides what any call may meet. */
  readonly refuses: readonly RefusalCode[]
}

/** What a call of an operation may meet besides, before its handler is asked or where the handler fails. */
export const refusedBesides = (
  { params, query, body, accepts, idempotencyKey, scope }: Operation,
  { access, method }: { readonly access: Access; readonly method: 'GET' | 'POST' },
): RefusalCode[] => {
  const takes = (part: unknown, ...codes: RefusalCode[]) => (part ? codes : [])
  return [
    ...takes(params || query || body || accepts, 'INPUT_INVALID'),
    ...takes(body, 'BODY_NOT_JSON', 'BODY_TOO_LARGE'),
    ...takes(query && 'cursor' in query.shape, 'CURSOR_INVALID'),
    ...takes(access === 'open', 'TOO_MANY'),
    ...takes(
      access === 'session',
      'SESSION_MISSING',
      'ACCOUNT_UNKNOWN',
      'ACCOUNT_SUSPENDED',
      'LEDGER_BROKEN',
    ),
    ...takes(scope, 'SYSTEM_UNKNOWN'),
    ...takes(access === 'client', 'SESSION_MISSING', 'CLIENT_UNKNOWN', 'NOT_ALLOWED'),
    ...takes(idempotencyKey, 'IDEMPOTENCY_KEY_MISSING'),
    ...takes(method === 'POST', 'BUSY'),
    'ADDRESS_CLOSED',
    'FAULT',
  ]
}
