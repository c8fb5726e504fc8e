import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'
import { type CatalogRoute, routes } from '../functions/catalog.ts'
import { FEED_SCOPE } from '../functions/platform/lambda.ts'
import { languageOf } from '../functions/platform/language.ts'
import { logger } from '../functions/platform/logger.ts'
import { refuse } from '../functions/platform/refusals.ts'
import { problem, type Reply } from '../functions/platform/reply.ts'
import type { ClientLimits } from './client-limits.ts'
import type { Functions } from './functions.ts'
import type { Claims } from './identity/tokens.ts'
import { bodyOf, sendReply } from './send.ts'

/** As much as API Gateway takes. */
const LARGEST_BODY = 11 * 1024 * 1024

interface Segmented {
  readonly route: CatalogRoute
  readonly segments: readonly string[]
}

const segmented: readonly Segmented[] = routes.map((route) => ({ route, segments: route.path.split('/') }))

const isVariable = (segment: string): boolean => segment.startsWith('{')

/** The path parameters, if the path is the route's; undefined if it is not. */
const match = ({ segments }: Segmented, path: readonly string[]): Record<string, string> | undefined => {
  if (segments.length !== path.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [position, segment] of segments.entries()) {
    const given = path[position] ?? ''
    if (isVariable(segment)) {
      if (given === '') return undefined
      try {
        parameters[segment.slice(1, -1)] = decodeURIComponent(given)
      } catch {
        return undefined
      }
    } else if (segment !== given) return undefined
  }
  return parameters
}

/** The routes of a path, whatever the method. A fixed segment goes before a variable one, as API Gateway has it. */
const routesOf = (pathname: string) => {
  const path = pathname.split('/')
  const variables = ({ segments }: Segmented): number => segments.filter(isVariable).length
  return segmented
    .flatMap((candidate) => {
      const parameters = match(candidate, path)
      return parameters ? [{ candidate, parameters }] : []
    })
    .sort((one, other) => variables(one.candidate) - variables(other.candidate))
    .map(({ candidate: { route }, parameters }) => ({ route, parameters }))
}

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  )

const isText = (contentType: string | undefined): boolean =>
  contentType === undefined || /^(application\/(.+\+)?json|text\/)/i.test(contentType)

const Structured = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
})

/** Calls that the gateway refuses before any function runs. */
type RefusedHere =
  | 'NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'SESSION_MISSING'
  | 'NOT_ALLOWED'
  | 'TOO_MANY'
  | 'BODY_TOO_LARGE'
  | 'FAULT'

/** Turns HTTP calls below `/api` into the events that API Gateway would send, and the replies back. */
export const openGateway =
  (
    functions: Functions,
    verifyToken: (bearer: string) => Promise<Claims | undefined>,
    limits: ClientLimits,
  ) =>
  async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const headers = headersOf(request)
    const language = languageOf(headers['accept-language'])
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET')
    const known = routesOf(url.pathname)
    const found = known.find(({ route }) => route.method === method)
    const body = await bodyOf(request, LARGEST_BODY)
    const refused = (code: RefusedHere) => sendReply(response, problem(refuse(code), language, randomUUID()))
    if (found === undefined) {
      if (known.length === 0) return refused('NOT_FOUND')
      response.setHeader('allow', [...new Set(known.map(({ route }) => route.method))].join(', '))
      return refused('METHOD_NOT_ALLOWED')
    }
    const { route, parameters } = found
    if (route.access === 'open' && !limits.take(request.socket.remoteAddress ?? '', route.key)) {
      response.setHeader('retry-after', '1')
      return refused('TOO_MANY')
    }
    const bearer = /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '')?.[1]
    const claims = route.access !== 'open' && bearer !== undefined ? await verifyToken(bearer) : undefined
    if (route.access !== 'open' && claims === undefined) {
      // As the access log of API Gateway says it: the route, and that there was no session; nothing of the token.
      logger.warn('Denied.', { operation: route.operation.id, code: 'SESSION_MISSING', status: 401 })
      return refused('SESSION_MISSING')
    }
    // As API Gateway holds a route to its scopes.
    if (
      route.access === 'client' &&
      !String(claims?.scope ?? '')
        .split(' ')
        .includes(FEED_SCOPE)
    ) {
      logger.warn('Denied.', { operation: route.operation.id, code: 'NOT_ALLOWED', status: 403 })
      return refused('NOT_ALLOWED')
    }
    if (body === undefined) return refused('BODY_TOO_LARGE')
    const binary = !isText(headers['content-type'])
    const event = {
      version: '2.0',
      routeKey: route.key,
      rawPath: url.pathname,
      rawQueryString: url.search.slice(1),
      headers,
      queryStringParameters: Object.fromEntries(url.searchParams),
      pathParameters: parameters,
      requestContext: {
        accountId: '000000000000',
        apiId: 'local',
        domainName: url.host,
        domainPrefix: 'local',
        http: {
          method,
          path: url.pathname,
          protocol: 'HTTP/1.1',
          sourceIp: request.socket.remoteAddress ?? '',
          userAgent: headers['user-agent'] ?? '',
        },
        requestId: randomUUID(),
        routeKey: route.key,
        stage: '$default',
        time: new Date().toISOString(),
        timeEpoch: Date.now(),
        ...(claims ? { authorizer: { jwt: { claims, scopes: [] } } } : {}),
      },
      ...(body.length > 0 ? { body: body.toString(binary ? 'base64' : 'utf8') } : {}),
      isBase64Encoded: binary,
    } satisfies APIGatewayProxyEventV2 & { requestContext: unknown }
    try {
      const reply: Reply = Structured.parse(await functions.invoke(route.lambda.name, event))
      sendReply(response, reply)
    } catch (error) {
      // The function itself failed, which API Gateway answers with an internal server error.
      console.error(error)
      refused('FAULT')
    }
  }
