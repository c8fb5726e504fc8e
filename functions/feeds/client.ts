import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'
import type { Login } from '../organisations/login.ts'
import { loginOf } from '../organisations/session.ts'
import type { Hosted } from '../platform/hosted.ts'
import { type Handlers, RefusedError, type RoutesOf, serveRoutes } from '../platform/http.ts'
import type { Routes } from '../platform/lambda.ts'
import { logger } from '../platform/logger.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { refuse } from '../platform/refusals.ts'
import type { Reply } from '../platform/reply.ts'
import type { Table } from '../platform/table.ts'
import { clientOf } from '../registers/keep-providers.ts'
import { type Provider, readProviders } from '../registers/provider.ts'

const Named = z.object({ client_id: z.string().optional(), azp: z.string().optional() })

/** The client of a token: issuers name it by one claim or the other. */
const clientIdOf = ({ claims }: Login): string | undefined => {
  const { data } = Named.safeParse(claims)
  return data?.client_id ?? data?.azp
}

/**
 * The provider whose program calls, for its own path alone.
 * @throws RefusedError no provider has this client, or the path is another's
 */
const providerOf = async (table: Table, login: Login, asked: string | undefined): Promise<Provider> => {
  const client = clientIdOf(login)
  const provider = (await readProviders(table)).find((one) => clientOf(one) === client)
  if (provider === undefined) throw new RefusedError(refuse('CLIENT_UNKNOWN', { article: '41' }))
  if (provider.id !== asked) throw new RefusedError(refuse('NOT_ALLOWED', { article: '41' }))
  logger.appendKeys({ provider: provider.id })
  return provider
}

/** Serves routes for the programs of listed providers: each handler is told for which provider its program calls. */
export const serveClient = <R extends Routes, H extends RecordsHost>(
  lambda: RoutesOf<R>,
  host: () => H,
  handlers: Handlers<R, { readonly host: H; readonly provider: Provider }>,
): Hosted<H, APIGatewayProxyEventV2, Reply> =>
  serveRoutes(
    lambda,
    host,
    async (event, given) => ({
      host: given,
      provider: await providerOf(given.table, loginOf(event), event.pathParameters?.provider),
    }),
    handlers,
  )
