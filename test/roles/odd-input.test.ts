import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { routes } from '../../functions/catalog.ts'
import type { Table } from '../../functions/platform/table.ts'
import type { Functions } from '../../local/functions.ts'
import { prove, times } from '../proving.ts'
import { remembering } from '../remembering.ts'
import { withTestDatabase } from '../test-database.ts'
import { type Call, calls } from './calls.ts'
import { type CallerName, callers, seedGround } from './ground.ts'
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

/** What nobody who writes a form thinks of. */
const odd = fc.constantFrom<unknown>(
  null,
  true,
  '',
  ' ',
  '\u0000',
  '\ud842',
  'a\u202Eb',
  '2026-02-30',
  '2026-06-31T25:00:00+08:00',
  '../../etc/passwd',
  '__proto__',
  'STAFF#s.i',
  '𠮷'.repeat(3000),
  -1,
  0.1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[[[[[]]]]]],
  { constructor: { prototype: {} } },
)

/** A value with one odd thing in it: in place of what stands at some place, or beside it. */
const mutated = (value: unknown, at: readonly number[], by: unknown): unknown => {
  const [place = 0, ...rest] = at
  if (Array.isArray(value) && value.length > 0 && rest.length > 0) {
    const index = place % value.length
    return value.map((one, position) => (position === index ? mutated(one, rest, by) : one))
  }
  if (typeof value === 'object' && value !== null && rest.length > 0) {
    const names = Object.keys(value)
    const name = names[place % (names.length + 1)]
    if (name === undefined) return { ...value, further: by }
    const inner: unknown = Reflect.get(value, name)
    if (place % 7 === 0) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== name))
    return { ...value, [name]: mutated(inner, rest, by) }
  }
  return by
}

const texts = (values: Readonly<Record<string, unknown>> | undefined) =>
  values &&
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )

const drawn = fc.record({
  part: fc.constantFrom<'params' | 'query' | 'body' | 'raw'>(
    'params',
    'query',
    'body',
    'body',
    'body',
    'raw',
  ),
  at: fc.array(fc.nat(50), { minLength: 1, maxLength: 4 }),
  by: odd,
  caller: fc.constantFrom(...(Object.keys(callers) as CallerName[])),
})

/** A call as the walk of the roles makes it, with one odd thing in one of its parts. */
const oddCall = (
  call: Call,
  { part, at, by }: { part: string; at: readonly number[]; by: unknown },
): Call => {
  if (part === 'raw') return { ...call, raw: typeof by === 'string' ? by : `${JSON.stringify(by)}}` }
  const Values = z.record(z.string(), z.unknown())
  const change = (value: object | undefined) =>
    Values.safeParse(mutated(value ?? {}, [...at, 0], by)).data ?? {}
  if (part === 'params') return { ...call, params: { ...call.params, ...texts(change(call.params)) } }
  if (part === 'query') return { ...call, query: { ...texts(change(call.query)) } }
  return { ...call, raw: JSON.stringify(mutated(call.body ?? {}, at.length > 1 ? at : [...at, 0], by)) }
}

const Problem = z.object({ code: z.string(), title: z.string(), status: z.number() })
const RUNS = times(6)

describe('whatever a call holds, it is answered or refused with a word, never by a fault', () => {
  test.each(
    routes.filter(({ access }) => access !== 'client').map((route) => [route.operation.id, route] as const),
  )('%s', async (id, route) => {
    const walked = calls[id]?.(provider)
    const usual = (caller: CallerName): Call => walked?.call('i', caller) ?? {}
    await fc.assert(
      fc.asyncProperty(drawn, async ({ caller, ...odds }) => {
        const call = oddCall(usual(caller), odds)
        const { statusCode, body = '' } = await callRoute(functions, route, call, callers[caller].id)
        expect(statusCode, `${JSON.stringify(call).slice(0, 400)} ${body.slice(0, 200)}`).toBeLessThan(500)
        if (statusCode >= 400) {
          const problem = Problem.parse(JSON.parse(body))
          expect(problem.status).toBe(statusCode)
          expect(body).not.toMatch(/ at .*\.ts:\d+/)
        }
      }),
      { numRuns: RUNS },
    )
    prove(12, { operations: 1, 'odd calls': RUNS })
  })
})
