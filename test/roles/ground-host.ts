import * as z from 'zod'
import type { CatalogRoute } from '../../functions/catalog.ts'
import { encryptBytes } from '../../functions/complaints/complaint-file.ts'
import type { Table } from '../../functions/platform/table.ts'
import { type Functions, openFunctions } from '../../local/functions.ts'
import type { Call } from './calls.ts'
import { complaintFileKey, complaintKey, publicKeys } from './ground.ts'

/** The moment at which the ground stands. */
export const groundClock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }

const execution = {
  ...{ name: 'r-1-0', status: 'FAILED' as const, startedAt: new Date(0), stoppedAt: new Date(0) },
  ...{ redrives: 0, error: undefined, cause: undefined, redrivable: true },
}

/** Every function of the catalog on a table, with hosts that take whatever they are told and keep nothing. */
export const groundFunctions = (table: Table): Functions =>
  openFunctions(() => ({
    table,
    clock: groundClock,
    publicUrl: 'http://platform.example',
    publicKeys,
    complaintKey,
    mailer: { send: async () => undefined },
    workflows: {
      start: async () => undefined,
      succeed: async () => 'taken' as const,
      fail: async () => 'taken' as const,
    },
    objects: {
      put: async () => undefined,
      get: async (key) => ({
        bytes: key.startsWith('complaints/')
          ? encryptBytes(new Uint8Array(), complaintFileKey)
          : new Uint8Array(),
        contentType: 'application/pdf',
      }),
      head: async () => undefined,
      delete: async () => undefined,
      uploadUrl: async () => ({ url: '', method: 'PUT', headers: {} }),
    },
    executions: {
      list: async () => ({ items: [], cursor: undefined }),
      describe: async () => execution,
      history: async () => ({ items: [], cursor: undefined }),
      definition: async () => '{}',
      redrive: async () => 'redriven' as const,
    },
  }))

const Reply = z.object({ statusCode: z.number(), body: z.string().optional() })

/** Calls a route as API Gateway does, signed in as an account. */
export const callRoute = async (
  functions: Functions,
  route: CatalogRoute,
  call: Call,
  subject: string,
): Promise<z.infer<typeof Reply>> =>
  Reply.parse(
    await functions.invoke(route.lambda.name, {
      routeKey: route.key,
      headers: call.headers ?? {},
      pathParameters: call.params,
      queryStringParameters: call.query,
      body: call.raw ?? (call.body === undefined ? undefined : JSON.stringify(call.body)),
      isBase64Encoded: false,
      requestContext: {
        http: { method: route.method },
        authorizer: { jwt: { claims: { iss: 'https://login.example', sub: subject } } },
      },
    }),
  )
