import * as z from 'zod'
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi'
import { type CatalogRoute, routes } from './catalog.ts'
import { type Operation, refusedBesides } from './platform/operation.ts'
import { refusals } from './platform/refusal-table.ts'
import type { RefusalCode } from './platform/refusals.ts'
import { Problem } from './platform/shapes.ts'
import { platformName } from './platform/words.ts'

/** What a status means, whatever the code behind it. */
const meanings: Readonly<Record<number, string>> = {
  400: 'The input is not in the right form; `errors` point at the fields.',
  401: 'No session.',
  403: 'The role may not.',
  404: 'Not there, or not for the caller to know.',
  409: 'A lost race, or a wrong state.',
  413: 'Too large.',
  422: 'A rule refuses; `article` says which.',
  429: 'Too many calls.',
  500: 'A fault; `instance` carries the tracking number.',
}

/** Every code that a route may refuse with. */
const codesOf = (route: CatalogRoute): RefusalCode[] => [
  ...new Set([...refusedBesides(route.operation, route), ...route.operation.refuses]),
]

/** The refusals by status, each with the codes that it may have. */
const refusedBy = (route: CatalogRoute): Record<`${4 | 5}${string}`, ZodOpenApiResponseObject> => {
  const byStatus = Map.groupBy(codesOf(route), (code) => refusals[code].status)
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, codes]) => [
        String(status),
        {
          description: meanings[status] ?? '',
          content: {
            'application/problem+json': {
              schema: z.intersection(Problem, z.object({ code: z.enum(codes) })),
            },
          },
        },
      ]),
  )
}

const requestBody = (operation: Operation): Pick<ZodOpenApiOperationObject, 'requestBody'> => {
  if (operation.body)
    return { requestBody: { required: true, content: { 'application/json': { schema: operation.body } } } }
  if (operation.accepts)
    return {
      requestBody: {
        required: true,
        content: {
          ...(operation.insteadOfForm ? { 'application/json': { schema: operation.insteadOfForm } } : {}),
          'multipart/form-data': {
            schema: z.object({ file: z.string().meta({ format: 'binary' }), ...operation.form?.shape }),
          },
        },
      },
    }
  return {}
}

const reply = (operation: Operation) =>
  operation.answers
    ? {
        description: 'The bytes.',
        content: Object.fromEntries(
          [operation.answers]
            .flat()
            .map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]),
        ),
      }
    : { description: operation.summary, content: { 'application/json': { schema: operation.reply } } }

const idempotencyKey = z.string().min(1).max(255)

const describe = (route: CatalogRoute): ZodOpenApiOperationObject => {
  const { access, operation } = route
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    security: access === 'open' ? [] : [{ bearer: [] }],
    requestParams: {
      ...(operation.params ? { path: operation.params } : {}),
      ...(operation.query ? { query: operation.query } : {}),
      ...(operation.idempotencyKey === undefined
        ? {}
        : {
            header: z.object({
              'Idempotency-Key':
                operation.idempotencyKey === 'required' ? idempotencyKey : idempotencyKey.optional(),
            }),
          }),
    },
    ...requestBody(operation),
    responses: {
      [String(operation.status ?? 200) as '200']: reply(operation),
      ...refusedBy(route),
    },
  }
}

/** The OpenAPI 3.1 document of the whole API, made from the same schemas that validate the calls. */
export const apiDocument = () => {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes) {
    const verb = route.method === 'GET' ? 'get' : 'post'
    paths[route.path] = { ...paths[route.path], [verb]: describe(route) }
  }
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: platformName,
      version: '0.1.0',
      description:
        'Requests, decisions, ledgers and certificates of the yearly training of the staff of public institutions.',
    },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  }
  return createDocument(document)
}
