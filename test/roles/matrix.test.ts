import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type CatalogRoute, routes } from '../../functions/catalog.ts'
import type { Organisation } from '../../functions/organisations/organisation.ts'
import { reachOf, type Whose } from '../../functions/platform/callers.ts'
import type { Table } from '../../functions/platform/table.ts'
import type { Functions } from '../../local/functions.ts'
import { prove } from '../proving.ts'
import { remembering } from '../remembering.ts'
import { withTestDatabase } from '../test-database.ts'
import { type Call, calls, type Walked } from './calls.ts'
import { type CallerName, callers, type PlaceId, places, seedGround } from './ground.ts'
import { callRoute, groundClock, groundFunctions } from './ground-host.ts'

const database = withTestDatabase()
let table: Table
let provider: string
let functions: Functions

beforeAll(async () => {
  table = await database.newTable()
  provider = await seedGround(table, groundClock)
  functions = groundFunctions(remembering(table))
})

const Problem = z.object({ code: z.string() })
const Answers = z.object({ items: z.array(z.object({ problem: Problem.nullable() })) })
/** Operations on many objects, each answered for itself. */
const BATCHES = ['approve-tasks', 'return-tasks', 'check-eligibility', 'redrive-executions']

/** What a call is refused with; undefined where it is answered. */
const refusalOf = async (route: CatalogRoute, call: Call, caller: string): Promise<string | undefined> => {
  const reply = await callRoute(functions, route, call, caller)
  if (reply.statusCode >= 500) throw new Error(`${route.key} by ${caller}: ${reply.body}`)
  if (reply.statusCode >= 400) return Problem.parse(JSON.parse(reply.body ?? '')).code
  if (!BATCHES.includes(route.operation.id)) return undefined
  return Answers.parse(JSON.parse(reply.body ?? '')).items[0]?.problem?.code
}

/** Refusals by which someone is not let in; others come after, of what was asked or how things stand. */
const DENIALS: readonly string[] = ['NOT_ALLOWED', 'NOT_FOUND', 'SESSION_MISSING', 'ACCOUNT_UNKNOWN']

/** How an object stands to a seat, in every word that a declaration has for it. */
const relationsOf = (seatAt: PlaceId, objectAt: PlaceId, isBelow: boolean): Whose[] => {
  const object: Organisation = places[objectAt]
  const overseers = isBelow ? [objectAt, ...object.overseers] : object.overseers
  if (seatAt === objectAt && !isBelow) return ['own']
  if (!overseers.includes(seatAt)) return []
  const own = object.kind === 'institution' ? object.authorityId : object.id
  return own === seatAt ? ['lower'] : ['lower', 'deeper']
}

/** The relation as a person calls it, for the name of what failed. */
const named = (seatAt: PlaceId, objectAt: PlaceId): string => {
  if (seatAt === objectAt) return 'own'
  const [seat, object]: Organisation[] = [places[seatAt], places[objectAt]]
  if (object?.overseers.includes(seatAt)) return 'lower'
  return seat?.overseers.includes(objectAt) ? 'higher' : 'sibling'
}

const isPlace = (id: string): id is PlaceId => id in places
const placeOf = ({ organisationId }: { readonly organisationId: string }): PlaceId => {
  if (!isPlace(organisationId)) throw new RangeError(`There is no ${organisationId}.`)
  return organisationId
}

interface Asked {
  readonly name: CallerName
  readonly place: PlaceId | undefined
}

/** Whether the declaration lets a caller call on an object. */
const isDeclared = (
  { operation }: CatalogRoute,
  { at, below = false }: Walked,
  { name, place }: Asked,
): boolean => {
  const declared = operation.callers
  if (typeof declared === 'string') return true
  const [seat] = callers[name].roles
  if (seat === undefined) {
    const whose: readonly Whose[] = declared.person ?? []
    return whose.includes('own') && (place === undefined || place === 'i')
  }
  const reach = reachOf(declared, seat)
  const relations: Whose[] = [
    'any',
    ...(seat.organisationId === 'r' ? (['region'] as const) : []),
    ...(at === 'seat' ? (['own'] as const) : []),
    ...(place === undefined ? [] : relationsOf(placeOf(seat), place, below)),
  ]
  return reach.some((whose) => relations.includes(whose))
}

const ofSession = routes.filter(({ access }) => access === 'session')

describe('the role matrix is data: who may call what, on whose objects', () => {
  test('every operation says so, and is walked here: a new one fails until it does both', () => {
    expect(routes.filter(({ operation }) => operation.callers === undefined)).toEqual([])
    for (const { access, operation } of routes) {
      expect(operation.callers === 'anyone', operation.id).toBe(access === 'open')
      expect(operation.callers === 'client', operation.id).toBe(access === 'client')
    }
    expect(ofSession.map(({ operation }) => operation.id).sort()).toEqual(Object.keys(calls).sort())
  })

  test('who has no desk decides nothing, and nobody changes what is everyone’s but the region', () => {
    const changing = routes.filter(({ method, access }) => method === 'POST' && access === 'session')
    const byRole = (role: 'auditor' | 'operator') =>
      changing
        .filter(({ operation: { callers: by } }) => typeof by === 'object' && by[role] !== undefined)
        .map(({ operation }) => operation.id)
    // A question to many records at once: it changes none of them, and is on record.
    expect(byRole('auditor')).toEqual(['check-eligibility'])
    expect(byRole('operator').sort()).toEqual(['redrive-execution', 'redrive-executions', 'resend-mail'])
  })

  test('what was lent counts for tasks, and what they are about, alone', () => {
    const lent = routes.filter(({ operation }) => operation.lent).map(({ operation }) => operation.id)
    expect(lent.sort()).toEqual([
      'approve-tasks',
      'decide-task',
      'list-tasks',
      'me',
      'read-calendar',
      'read-class-part',
      'read-evidence',
      'read-news',
      'read-request',
      'read-request-form',
      'read-task',
      'reassign-task',
      'return-tasks',
      'search-tasks',
      'take-back-decision',
    ])
  })

  test.each(ofSession.map((route) => [route.operation.id, route] as const))('%s', async (id, route) => {
    const walked = calls[id]?.(provider)
    if (walked === undefined) throw new Error(`${id} is not walked.`)
    const spots = typeof walked.at === 'string' ? [undefined] : walked.at
    const wrong: string[] = []
    for (const place of spots)
      for (const [name, caller] of Object.entries(callers)) {
        const asked: Asked = { name: name as CallerName, place }
        const expected = isDeclared(route, walked, asked)
        const code = await refusalOf(route, walked.call(place ?? 'i', asked.name), caller.id)
        // What an account has of its own is there or not, whoever it is.
        const own =
          typeof route.operation.callers === 'string' && (code === 'NOT_FOUND' || code === 'ACCOUNT_UNKNOWN')
        const got = code === undefined || own || !DENIALS.includes(code)
        const [seat] = caller.roles
        const relation = place && seat ? `${named(placeOf(seat), place)} ${place}` : (place ?? '')
        if (got !== expected)
          wrong.push(
            `${name} on ${relation}: ${expected ? 'declared' : 'not declared'}, ${code ?? 'answered'}`,
          )
      }
    expect(wrong).toEqual([])
    prove(7, { operations: 1, calls: spots.length * Object.keys(callers).length })
  })
})

describe('a provider’s program is let in to what is that provider’s, and to nothing else', () => {
  const byClient = (route: CatalogRoute, claims: object, path = provider) =>
    functions.invoke(route.lambda.name, {
      routeKey: route.key,
      headers: {},
      pathParameters: { ...calls[route.operation.id]?.(provider).call('i', 'person').params, provider: path },
      body: JSON.stringify({ records: [{ recordNo: '1' }], code: 'none', learner: 'u' }),
      isBase64Encoded: false,
      requestContext: {
        http: { method: route.method },
        authorizer: { jwt: { claims: { iss: 'https://login.example', sub: 'hr.region', ...claims } } },
      },
    })
  const codeOf = async (answer: Promise<unknown>): Promise<string | undefined> => {
    const { statusCode, body = '' } = z
      .object({ statusCode: z.number(), body: z.string().optional() })
      .parse(await answer)
    return statusCode < 400 ? undefined : `${statusCode} ${Problem.parse(JSON.parse(body)).code}`
  }
  const scope = 'openid training-feeds'

  test.each(
    routes.filter(({ access }) => access === 'client').map((route) => [route.operation.id, route] as const),
  )('%s', async (_, route) => {
    const denied = [
      await codeOf(byClient(route, { scope, client_id: 'stranger' })),
      await codeOf(byClient(route, { scope })),
      await codeOf(byClient(route, { scope, client_id: provider }, 'another')),
    ]
    expect(denied).toEqual(['401 CLIENT_UNKNOWN', '401 CLIENT_UNKNOWN', '403 NOT_ALLOWED'])
    const own = await codeOf(byClient(route, { scope, azp: provider }))
    expect(own === undefined || !['401', '403'].includes(own.slice(0, 3)), own).toBe(true)
  })

  test('with its token it is nobody, whatever its subject is', async () => {
    const wrong = []
    for (const route of ofSession) {
      const code = await codeOf(byClient(route, { scope, client_id: provider }))
      if (typeof route.operation.callers !== 'string' && code !== '403 ACCOUNT_UNKNOWN')
        wrong.push(`${route.operation.id}: ${code}`)
    }
    expect(wrong).toEqual([])
  })
})
