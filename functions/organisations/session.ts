import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware'
import { MetricUnit } from '@aws-lambda-powertools/metrics'
import middy from '@middy/core'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import * as z from 'zod'
import { clock, today } from '../platform/clock.ts'
import { faultsOf } from '../platform/faults.ts'
import { type Language, languageOf } from '../platform/language.ts'
import { logger } from '../platform/logger.ts'
import { metrics, publishMetrics } from '../platform/metrics.ts'
import type { Operation } from '../platform/operation.ts'
import { type Refusal, refuse } from '../platform/refusals.ts'
import { problem, type Reply } from '../platform/reply.ts'
import { StillContended } from '../platform/retry-on-conflict.ts'
import { CursorInvalid, table } from '../platform/table.ts'
import { type Actor, readActor } from './account.ts'

type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined

interface Call<O extends Operation> {
  readonly params: Parsed<O['params']>
  readonly query: Parsed<O['query']>
  readonly body: Parsed<O['body']>
  readonly language: Language
  readonly event: APIGatewayProxyEventV2
}

type Answer = Reply | Refusal

const KILOBYTE = 1024

/** An outcome that ends the call early, on its way to the problem mapper. */
class Refused extends Error {
  override name = 'Refused'
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

const bodyBytes = (event: APIGatewayProxyEventV2): Buffer =>
  Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')

const jsonBody = (event: APIGatewayProxyEventV2, limit: number): unknown => {
  const bytes = bodyBytes(event)
  if (bytes.length > limit) throw new Refused(refuse('BODY_TOO_LARGE'))
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Refused(
      refuse('BODY_NOT_JSON', {
        errors: [{ pointer: '', detail: { zh: '不是有效的 JSON。', en: 'Not valid JSON.' } }],
      }),
    )
  }
}

/** Parses the parts of a call against their schemas, all faults at once. */
const parseCall = <O extends Operation>(operation: O, event: APIGatewayProxyEventV2): Call<O> => {
  const faults: ReturnType<typeof faultsOf>[number][] = []
  const part = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (schema === undefined) return undefined
    const parsed = schema.safeParse(value, { reportInput: true })
    if (!parsed.success) faults.push(...faultsOf(parsed.error))
    return parsed.data
  }
  const params = part(operation.params, event.pathParameters ?? {})
  const query = part(operation.query, event.queryStringParameters ?? {})
  const body = operation.body && part(operation.body, jsonBody(event, operation.limit ?? 64 * KILOBYTE))
  if (faults.length > 0) throw new Refused(refuse('INPUT_INVALID', { errors: faults }))
  // The schemas above are those of the operation, so what they parsed has the types of the operation.
  return { params, query, body, language: languageOf(event.headers['accept-language']), event } as Call<O>
}

const isRefusal = (answer: Answer): answer is Refusal => 'ok' in answer

const refusalFor = (error: unknown): Refusal => {
  if (error instanceof Refused) return error.refusal
  if (error instanceof CursorInvalid) return refuse('CURSOR_INVALID')
  if (error instanceof StillContended) return refuse('BUSY')
  return refuse('FAULT')
}

/** The last resort: whatever was thrown becomes a problem document; faults are logged with their trace, refusals are not. */
const problemMapper = (): middy.MiddlewareObj<APIGatewayProxyEventV2, Reply> => ({
  onError: (request) => {
    const refusal = refusalFor(request.error)
    if (refusal.code === 'FAULT') {
      logger.error('The call failed.', { error: request.error })
      metrics.addMetric('Faults', MetricUnit.Count, 1)
    }
    // Setting the response and returning nothing lets the outer middleware finish its work.
    request.response = problem(
      refusal,
      languageOf(request.event.headers['accept-language']),
      request.context.awsRequestId,
    )
  },
})

const wrap = (handle: (event: APIGatewayProxyEventV2, context: Context) => Promise<Answer>) =>
  middy<APIGatewayProxyEventV2, Reply>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(publishMetrics())
    .use(problemMapper())
    .handler(async (event, context) => {
      const answer = await handle(event, context)
      if (!isRefusal(answer)) return answer
      logger.info('Refused.', { code: answer.code, route: event.routeKey })
      metrics.addMetric('Refusals', MetricUnit.Count, 1)
      return problem(answer, languageOf(event.headers['accept-language']), context.awsRequestId)
    })

/** A route that anyone may call. */
export const open = <O extends Operation>(
  operation: O,
  handle: (call: Call<O>) => Promise<Answer> | Answer,
) => wrap(async (event) => handle(parseCall(operation, event)))

const accountOf = async (event: APIGatewayProxyEventV2): Promise<Actor> => {
  // The authorizer in front of this function has verified the token; only its subject is used.
  const context: unknown = event.requestContext
  const parsed = z
    .object({ authorizer: z.object({ jwt: z.object({ claims: z.object({ sub: z.string() }) }) }) })
    .safeParse(context)
  if (!parsed.success) throw new Refused(refuse('SESSION_MISSING'))
  const account = await readActor(table(), parsed.data.authorizer.jwt.claims.sub, today(clock()))
  if (account === undefined) throw new Refused(refuse('ACCOUNT_UNKNOWN'))
  return account
}

/** A route for someone who is signed in. */
export const http = <O extends Operation>(
  operation: O,
  handle: (call: Call<O> & { readonly actor: Actor }) => Promise<Answer> | Answer,
) =>
  wrap(async (event) => {
    const actor = await accountOf(event)
    logger.appendKeys({ actor: actor.id })
    return handle({ ...parseCall(operation, event), actor })
  })
