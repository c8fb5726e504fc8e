import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'
import { type Clock, today } from '../platform/clock.ts'
import type { Hosted } from '../platform/hosted.ts'
import { type Handlers, RefusedError, type RoutesOf, serveRoutes } from '../platform/http.ts'
import type { Routes } from '../platform/lambda.ts'
import { logger } from '../platform/logger.ts'
import { refuse } from '../platform/refusals.ts'
import type { Reply } from '../platform/reply.ts'
import type { Table } from '../platform/table.ts'
import { type Actor, mayAct, readActor } from './account.ts'
import { boundTo, type Login } from './login.ts'

/** What the authorizer in front of a function has verified. */
const Verified = z.object({
  authorizer: z.object({ jwt: z.object({ claims: z.looseObject({ iss: z.string(), sub: z.string() }) }) }),
})

interface Records {
  readonly table: Table
  readonly clock: Clock
}

const loginOf = (event: APIGatewayProxyEventV2): Login => {
  const context: unknown = event.requestContext
  const parsed = Verified.safeParse(context)
  if (!parsed.success) throw new RefusedError(refuse('SESSION_MISSING'))
  const { claims } = parsed.data.authorizer.jwt
  return { issuer: claims.iss, subject: claims.sub, claims }
}

const actorOf = async (event: APIGatewayProxyEventV2, { table, clock }: Records): Promise<Actor> => {
  const login = loginOf(event)
  const bound = await boundTo(table, login)
  const actor = await readActor(table, bound ?? login.subject, today(clock))
  // Only an account of the version before is found by its id: one with bindings is not.
  if (actor === undefined || (bound === undefined && actor.login !== undefined))
    throw new RefusedError(refuse('ACCOUNT_UNKNOWN'))
  if (!mayAct(actor)) throw new RefusedError(refuse('ACCOUNT_SUSPENDED'))
  logger.appendKeys({ actor: actor.id })
  return actor
}

/** Serves routes for whoever is signed in: each handler is told who calls, with the seats that they hold today. */
export const serve = <R extends Routes, H extends Records>(
  lambda: RoutesOf<R>,
  host: () => H,
  handlers: Handlers<R, { readonly host: H; readonly actor: Actor }>,
): Hosted<H, APIGatewayProxyEventV2, Reply> =>
  serveRoutes(
    lambda,
    host,
    async (event, given) => ({ host: given, actor: await actorOf(event, given) }),
    handlers,
  )

/** Serves routes for whoever has signed in, with or without an account. */
export const serveLogin = <R extends Routes, H>(
  lambda: RoutesOf<R>,
  host: () => H,
  handlers: Handlers<R, { readonly host: H; readonly login: Login }>,
): Hosted<H, APIGatewayProxyEventV2, Reply> =>
  serveRoutes(lambda, host, async (event, given) => ({ host: given, login: loginOf(event) }), handlers)
