import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { MetricUnit } from '@aws-lambda-powertools/metrics'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type * as z from 'zod'
import type { Access } from './callers.ts'
import { CursorInvalidError } from './cursor-invalid.ts'
import { faultsOf } from './faults.ts'
import { halvedTexts } from './halved-text.ts'
import { type Hosted, hosted } from './hosted.ts'
import type { Lambda, Routes } from './lambda.ts'
import { type Language, languageOf } from './language.ts'
import { LedgerBrokenError } from './ledger-broken.ts'
import { logger } from './logger.ts'
import { countFor, metrics, publishMetrics } from './metrics.ts'
import type { Operation } from './operation.ts'
import { refusals } from './refusal-table.ts'
import { type Outcome, type Refusal, refuse } from './refusals.ts'
import { json, problem, type Reply } from './reply.ts'
import { StillContendedError } from './still-contended.ts'
import { cameThroughPages } from './through-pages.ts'
import { inputFaults } from './words.ts'

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined

/** The Idempotency-Key as far as the operation takes one. */
type Key<O extends Operation> = O['idempotencyKey'] extends 'required'
  ? string
  : O['idempotencyKey'] extends 'optional'
    ? string | undefined
    : undefined

/** A call of an operation: its parts as their schemas have parsed them. */
export interface Call<O extends Operation> {
  readonly params: Parsed<O['params']>
  readonly query: Parsed<O['query']>
  readonly body: Parsed<O['body']>
  readonly key: Key<O>
  readonly language: Language
  readonly event: APIGatewayProxyEventV2
}

type Unchanging<T> = T extends readonly (infer Item)[]
  ? readonly Unchanging<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]: Unchanging<T[Field]> }
    : T

/**
 * What a handler answers: a `Reply` where the operation `answers` bytes, else the input of its reply schema.
 */
type Answered<O extends Operation> = O extends { readonly answers: string | readonly string[] }
  ? Reply
  : Unchanging<z.input<O['reply']>>

type Answer<O extends Operation> = Outcome<Answered<O>, O['refuses'][number] | 'INPUT_INVALID'>

/** A handler for each route, typed by the route's operation: its call, its reply and its refusals. */
export type Handlers<R extends Routes, Given> = {
  readonly [K in keyof R]: R[K] extends Operation
    ? (call: Call<R[K]> & Given) => Promise<Answer<R[K]>> | Answer<R[K]>
    : never
}

const KILOBYTE = 1024
const LONGEST_KEY = 255

/** An outcome that ends the call early, on its way to the problem mapper. */
export class RefusedError extends Error {
  override name = 'RefusedError'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

class RouteMissingError extends Error {
  override name = 'RouteMissingError'
}

const bodyBytes = (event: APIGatewayProxyEventV2): Buffer =>
  Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')

const jsonBody = (event: APIGatewayProxyEventV2, limit: number): unknown => {
  const bytes = bodyBytes(event)
  if (bytes.length > limit) throw new RefusedError(refuse('BODY_TOO_LARGE'))
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new RefusedError(
      refuse('BODY_NOT_JSON', {
        errors: [{ pointer: '', detail: inputFaults.notJson }],
      }),
    )
  }
}

/** The Idempotency-Key of a call; undefined where the operation takes none, or the call may go without. */
const keyOf = (operation: Operation, event: APIGatewayProxyEventV2): string | undefined => {
  if (operation.idempotencyKey === undefined) return undefined
  const key = event.headers['idempotency-key']?.trim() ?? ''
  if (key.length > LONGEST_KEY || (key === '' && operation.idempotencyKey === 'required'))
    throw new RefusedError(refuse('IDEMPOTENCY_KEY_MISSING'))
  return key === '' ? undefined : key
}

/** Parses the parts of a call against their schemas, all faults at once. */
const parseCall = (operation: Operation, event: APIGatewayProxyEventV2) => {
  const faults: ReturnType<typeof faultsOf>[number][] = []
  const part = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (schema === undefined) return undefined
    const parsed = schema.safeParse(value, { reportInput: true })
    if (!parsed.success) faults.push(...faultsOf(parsed.error))
    return parsed.data
  }
  const key = keyOf(operation, event)
  const params = part(operation.params, event.pathParameters ?? {})
  const query = part(operation.query, event.queryStringParameters ?? {})
  const given = operation.body && jsonBody(event, operation.limit ?? 64 * KILOBYTE)
  const body = operation.body && part(operation.body, given)
  // Fields at which a schema has found a fault are left out.
  faults.push(...halvedTexts(given).filter(({ pointer }) => !faults.some((one) => one.pointer === pointer)))
  if (faults.length > 0) throw new RefusedError(refuse('INPUT_INVALID', { errors: faults }))
  return { params, query, body, key, language: languageOf(event.headers['accept-language']), event }
}

const refusalFor = (error: unknown): Refusal => {
  if (error instanceof RefusedError) return error.refusal
  if (error instanceof CursorInvalidError) return refuse('CURSOR_INVALID')
  if (error instanceof StillContendedError) return refuse('BUSY')
  if (error instanceof LedgerBrokenError) return refuse('LEDGER_BROKEN')
  return refuse('FAULT')
}

/** Statuses by which a caller is denied what they asked for: no session, no power, or nothing there for them. */
const DENIALS: readonly number[] = [401, 403, 404]

/** What was refused, with whose call it was: denials as warnings, which every host shows. Codes and ids alone. */
const noteRefusal = ({ code }: Refusal): void => {
  const { status } = refusals[code]
  if (DENIALS.includes(status)) {
    logger.warn('Denied.', { code, status })
    metrics.addMetric('Denials', MetricUnit.Count, 1)
  } else logger.info('Refused.', { code })
  metrics.addMetric('Refusals', MetricUnit.Count, 1)
}

/** The last resort: whatever was thrown becomes a problem document; faults are logged with their trace, refusals are not. */
const problemMapper = (): middy.MiddlewareObj<APIGatewayProxyEventV2, Reply> => ({
  onError: (request) => {
    const refusal = refusalFor(request.error)
    if (refusal.code === 'FAULT') {
      logger.error('The call failed.', { error: request.error })
      metrics.addMetric('Faults', MetricUnit.Count, 1)
    } else noteRefusal(refusal)
    // Setting the response and returning nothing lets the outer middleware finish its work.
    request.response = problem(
      refusal,
      languageOf(request.event.headers['accept-language']),
      request.context.awsRequestId,
    )
  },
})

/** A group of routes as a Lambda declares them. */
export type RoutesOf<R extends Routes> = Pick<
  Lambda<{ readonly kind: 'routes'; readonly access: Access; readonly routes: R }>,
  'work'
>

const isReply = (operation: Operation, value: unknown): value is Reply =>
  operation.answers !== undefined && typeof value === 'object' && value !== null && 'statusCode' in value

/** API Gateway's key for calls that no other route takes. */
const UNKNOWN_ROUTE = '$default'

/** Answers a browser's preflight: API Gateway adds the CORS headers to any good status. */
const answerUnknown = (event: APIGatewayProxyEventV2, trackingNumber: string): Reply =>
  event.requestContext.http.method === 'OPTIONS'
    ? { statusCode: 204 }
    : problem(refuse('NOT_FOUND'), languageOf(event.headers['accept-language']), trackingNumber)

/** What a handler is called with, once its operation's schemas have parsed it. */
type AnyCall = ReturnType<typeof parseCall>
type AnyHandler<Given> = (call: AnyCall & Given) => Promise<Outcome<unknown>> | Outcome<unknown>

/**
 * Serves a group of routes: API Gateway has matched the path, and its route key names the handler. `identify`
 * finds out who calls before anything of the call is parsed; `explain` says what a caller is told instead of an error
 * that a handler threw.
 */
export const serveRoutes = <R extends Routes, H, Given>(
  { work: { routes } }: RoutesOf<R>,
  host: () => H,
  identify: (event: APIGatewayProxyEventV2, host: H, operation: Operation) => Promise<Given>,
  handlers: Handlers<R, Given>,
  explain: (error: unknown, who: Given, operation: Operation) => Promise<unknown> = async (error) => error,
): Hosted<H, APIGatewayProxyEventV2, Reply> => {
  const operations = new Map<string, Operation>(Object.entries(routes))
  // `Handlers` has checked each handler against the operation of its key. Here they are looked up by a
  // string, so that type is lost.
  const handles = new Map(Object.entries(handlers as Readonly<Record<string, AnyHandler<Given>>>))
  return hosted(host, (given) =>
    middy<APIGatewayProxyEventV2, Reply>()
      .use(injectLambdaContext(logger, { resetKeys: true }))
      .use(publishMetrics())
      .use(problemMapper())
      .handler(async (event, context) => {
        if (!cameThroughPages(event.headers)) throw new RefusedError(refuse('ADDRESS_CLOSED'))
        if (event.routeKey === UNKNOWN_ROUTE) return answerUnknown(event, context.awsRequestId)
        const key = event.routeKey.replace(' /api/', ' /')
        const operation = operations.get(key)
        const handle = handles.get(key)
        if (operation === undefined || handle === undefined)
          throw new RouteMissingError(`This function serves no ${event.routeKey}.`)
        logger.appendKeys({ operation: operation.id })
        countFor(operation.id)
        const who = await identify(event, given, operation)
        const call = { ...parseCall(operation, event), ...who }
        const answer = async () => handle(call)
        const outcome = await answer().catch(async (error: unknown) => {
          throw await explain(error, who, operation)
        })
        if (outcome.ok)
          return isReply(operation, outcome.value)
            ? outcome.value
            : json(operation.status ?? 200, outcome.value)
        noteRefusal(outcome)
        return problem(outcome, languageOf(event.headers['accept-language']), context.awsRequestId)
      }),
  )
}

/** Serves routes that anyone may call. */
export const serveOpen = <R extends Routes, H>(
  lambda: RoutesOf<R>,
  host: () => H,
  handlers: Handlers<R, { readonly host: H }>,
): Hosted<H, APIGatewayProxyEventV2, Reply> =>
  serveRoutes(lambda, host, async (_, given) => ({ host: given }), handlers)
