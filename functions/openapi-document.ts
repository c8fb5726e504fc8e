import * as z from 'zod'
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi'
import { operations } from './api/operations.ts'
import { type CatalogEntry, catalog, type Trigger } from './catalog.ts'
import type { Operation } from './platform/operation.ts'
import { Problem } from './platform/shapes.ts'

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

const isRoute = (trigger: Trigger): trigger is Extract<Trigger, { kind: 'route' }> => trigger.kind === 'route'

const requestBody = (operation: Operation): Pick<ZodOpenApiOperationObject, 'requestBody'> => {
  if (operation.body)
    return { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } }
  if (operation.accepts)
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': { schema: z.object({ file: z.string().meta({ format: 'binary' }) }) },
        },
      },
    }
  return {}
}

const reply = (operation: Operation) =>
  operation.answers
    ? {
        description: 'The bytes.',
        content: { [operation.answers]: { schema: { type: 'string' as const, format: 'binary' } } },
      }
    : { description: operation.summary, content: { 'application/json': { schema: operation.reply } } }

const describe = (
  entry: CatalogEntry,
  access: 'open' | 'session',
  operation: Operation,
): ZodOpenApiOperationObject => ({
  operationId: entry.name,
  summary: operation.summary,
  ...(operation.description === undefined ? {} : { description: operation.description }),
  security: access === 'open' ? [] : [{ bearer: [] }],
  requestParams: {
    ...(operation.params ? { path: operation.params } : {}),
    ...(operation.query ? { query: operation.query } : {}),
    ...(operation.idempotencyKey
      ? { header: z.object({ 'Idempotency-Key': z.string().min(1).max(255) }) }
      : {}),
  },
  ...requestBody(operation),
  responses: {
    [String(operation.status ?? 200) as '200']: reply(operation),
    '400': problem('The input is not in the right form; `errors` point at the fields.'),
    ...(access === 'open' ? {} : { '401': problem('No session.'), '403': problem('The role may not.') }),
    '404': problem('Not there, or not for the caller to know.'),
    '409': problem('A lost race, or a wrong state.'),
    '422': problem('A rule refuses; `article` says which.'),
    '500': problem('A fault; `instance` carries the tracking number.'),
  },
})

/** The OpenAPI 3.1 document of the whole API, made from the same schemas that validate the calls. */
export const apiDocument = () => {
  const paths: ZodOpenApiPathsObject = {}
  for (const entry of catalog) {
    const operation = operations[entry.name]
    if (!isRoute(entry.trigger) || operation === undefined) continue
    const { method, path, access } = entry.trigger
    const key = method === 'GET' ? 'get' : 'post'
    paths[`/api${path}`] = { ...paths[`/api${path}`], [key]: describe(entry, access, operation) }
  }
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: '内蒙古自治区事业单位工作人员培训综合管理平台',
      version: '0.1.0',
      description:
        'Requests, decisions, ledgers and certificates of the yearly training of the staff of public institutions.',
    },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  }
  return createDocument(document)
}
