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
import { type Actor, readActor } from './account.ts'

/** What the authorizer in front of a function has verified; only its subject is used. */
const Verified = z.object({
  authorizer: z.object({ jwt: z.object({ claims: z.object({ sub: z.string() }) }) }),
})

interface Records {
  readonly table: Table
  readonly clock: Clock
}

const actorOf = async (event: APIGatewayProxyEventV2, { table, clock }: Records): Promise<Actor> => {
  const context: unknown = event.requestContext
  const parsed = Verified.safeParse(context)
  if (!parsed.success) throw new RefusedError(refuse('SESSION_MISSING'))
  const actor = await readActor(table, parsed.data.authorizer.jwt.claims.sub, today(clock))
  if (actor === undefined) throw new RefusedError(refuse('ACCOUNT_UNKNOWN'))
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
