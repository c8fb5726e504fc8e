import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'
import { admit, asksForRegion } from '../platform/callers.ts'
import { type Clock, today } from '../platform/clock.ts'
import type { Hosted } from '../platform/hosted.ts'
import { type Handlers, RefusedError, type RoutesOf, serveRoutes } from '../platform/http.ts'
import type { StaffId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import { FEED_SCOPE, type Routes } from '../platform/lambda.ts'
import { LedgerBrokenError, RecordBrokenError } from '../platform/ledger-broken.ts'
import { logger } from '../platform/logger.ts'
import type { Operation } from '../platform/operation.ts'
import { refuse } from '../platform/refusals.ts'
import type { Reply } from '../platform/reply.ts'
import { read, type Table } from '../platform/table.ts'
import { type Actor, mayAct, readActor } from './account.ts'
import { boundTo, type Login } from './login.ts'
import { machineActor, machineIn, readClient } from './machine-client.ts'
import { readOrganisation, readOrganisations } from './organisation.ts'
import { isRegional } from './region.ts'
import { reaches } from './visibility.ts'

/** What the authorizer in front of a function has verified. */
const Verified = z.object({
  authorizer: z.object({ jwt: z.object({ claims: z.looseObject({ iss: z.string(), sub: z.string() }) }) }),
})

interface Records {
  readonly table: Table
  readonly clock: Clock
}

/** @throws RefusedError nobody has signed in */
export const loginOf = (event: APIGatewayProxyEventV2): Login => {
  const context: unknown = event.requestContext
  const parsed = Verified.safeParse(context)
  if (!parsed.success) throw new RefusedError(refuse('SESSION_MISSING'))
  const { claims } = parsed.data.authorizer.jwt
  return { issuer: claims.iss, subject: claims.sub, claims }
}

/** Whether a token is a program's: the identity provider gives the scope of feeds to nobody else. */
const isProgram = ({ claims }: Login): boolean =>
  String(claims.scope ?? '')
    .split(' ')
    .includes(FEED_SCOPE)

/** Another system, as far as the region lets it call; a token that names one is never taken for a person's. */
const machineOf = async (table: Table, id: string, operation: Operation): Promise<Actor> => {
  const client = await readClient(table, id)
  if (client === undefined || client.endedAt !== null)
    throw new RefusedError(refuse(operation.scope ? 'SYSTEM_UNKNOWN' : 'ACCOUNT_UNKNOWN'))
  const actor = machineActor(client)
  logger.appendKeys({ actor: actor.id })
  return actor
}

const actorOf = async (
  event: APIGatewayProxyEventV2,
  { table, clock }: Records,
  operation: Operation,
): Promise<Actor> => {
  const login = loginOf(event)
  const machine = machineIn(login.claims)
  if (machine !== undefined) return machineOf(table, machine.clientId, operation)
  // A provider's program acts for no person, whatever its subject is.
  if (isProgram(login)) throw new RefusedError(refuse('ACCOUNT_UNKNOWN'))
  const bound = await boundTo(table, login)
  const actor = await readActor(table, bound ?? login.subject, today(clock))
  // Only an account of the version before is found by its id: one with bindings is not.
  if (actor === undefined || (bound === undefined && actor.login !== undefined))
    throw new RefusedError(refuse('ACCOUNT_UNKNOWN'))
  if (!mayAct(actor)) throw new RefusedError(refuse('ACCOUNT_SUSPENDED'))
  logger.appendKeys({ actor: actor.id })
  return actor
}

/** Of the organisations of seats that count at the region alone, those that are the region's personnel authority. */
const regionalAmong = async (table: Table, operation: Operation, { roles }: Actor): Promise<string[]> => {
  const asked = roles.filter((seat) => asksForRegion(operation, seat))
  if (asked.length === 0) return []
  const places = await readOrganisations(
    table,
    asked.map(({ organisationId }) => organisationId),
  )
  return places.filter(isRegional).map(({ id }) => id)
}

/**
 * Someone with those of their powers that count in a call of an operation, as it declares: the one place where the
 * role matrix is enforced, on both hosts. What a seat may do to which object within that is the act's to say.
 * @throws RefusedError none of them lets them call
 */
const admitted = async (table: Table, operation: Operation, actor: Actor): Promise<Actor> => {
  const regional = await regionalAmong(table, operation, actor)
  const { mayCall, seats, within } = admit(operation, actor.roles, (id) => regional.includes(id))
  const isItsScope = actor.machine === undefined || actor.machine === operation.scope
  const lenders = operation.lent ? (actor.standsInFor ?? []) : []
  const mayByLoan = lenders.some(({ roles }) => admit(operation, roles, () => false).mayCall)
  if (!isItsScope || (!mayCall && !mayByLoan))
    // Where the operation tells nobody that they may not, what it is about does not exist for them.
    throw new RefusedError(refuse(operation.refuses.includes('NOT_ALLOWED') ? 'NOT_ALLOWED' : 'NOT_FOUND'))
  return { ...actor, roles: [...seats], standsInFor: lenders, within }
}

const Known = z.object({
  id: z.string(),
  institutionId: z.string(),
  releasedTo: z.string().optional(),
})

/** Whether someone may know of a person at all, for whoever can't be told by the person's record: it is broken. */
export const knowsPerson = async (table: Table, actor: Actor, staffId: StaffId): Promise<boolean> => {
  const { data: person } = Known.safeParse(await read(table, keys.person(staffId)))
  const institution = person && (await readOrganisation(table, person.institutionId))
  return person !== undefined && institution !== undefined && reaches(actor, person, institution)
}

/** Serves routes for whoever is signed in: each handler is told who calls, with the seats that count in this call. */
export const serve = <R extends Routes, H extends Records>(
  lambda: RoutesOf<R>,
  host: () => H,
  handlers: Handlers<R, { readonly host: H; readonly actor: Actor }>,
): Hosted<H, APIGatewayProxyEventV2, Reply> =>
  serveRoutes(
    lambda,
    host,
    async (event, given, operation) => ({
      host: given,
      actor: await admitted(given.table, operation, await actorOf(event, given, operation)),
    }),
    handlers,
    // Acts about tasks have found the desk by then; all others read the person before they ask who may know of them.
    async (error, { host: { table }, actor }, { lent }) =>
      error instanceof LedgerBrokenError &&
      !(error instanceof RecordBrokenError) &&
      !lent &&
      !(await knowsPerson(table, actor, error.staffId))
        ? new RefusedError(refuse('NOT_FOUND'))
        : error,
  )

/** Serves routes for whoever has signed in, with or without an account. */
export const serveLogin = <R extends Routes, H>(
  lambda: RoutesOf<R>,
  host: () => H,
  handlers: Handlers<R, { readonly host: H; readonly login: Login }>,
): Hosted<H, APIGatewayProxyEventV2, Reply> =>
  serveRoutes(lambda, host, async (event, given) => ({ host: given, login: loginOf(event) }), handlers)
