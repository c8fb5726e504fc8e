import { routes } from '../functions/catalog.ts'

/** Calls come at random, so many a minute over all routes; an environment that stood idle so long is gone. */
const LIFETIME_MINUTES = 6
const CALL_MINUTES = 0.2 / 60
const DAYS = 60

/**
 * Of a hundred calls so many are of a route, as a day at work is assumed: whoever signs in asks who they are and looks
 * at lists; few decide, fewer send. The other routes share the rest evenly. No real day has been measured.
 */
const MIX: Readonly<Record<string, number>> = {
  'GET /api/me': 18,
  'GET /api/tasks': 11,
  'GET /api/tasks/{id}': 9,
  'GET /api/requests': 8,
  'GET /api/requests/{id}': 8,
  'POST /api/tasks/{id}/decision': 6,
  'GET /api/staff/{id}/ledger': 6,
  'POST /api/requests': 3,
  'POST /api/evidence': 3,
  'POST /api/evidence/{id}': 3,
  'GET /api/requests/{id}/evidence/{evidence}': 3,
  'GET /api/certificates': 3,
  'GET /api/verify/{code}': 3,
  'POST /api/tasks/decisions': 1,
}
const named = Object.values(MIX)
const REST = (100 - named.reduce((sum, share) => sum + share)) / (routes.length - named.length)

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The share of calls that find no environment waiting, of the functions that `functionOf` gives the routes. */
const coldShare = (callsAMinute: number, functionOf: (route: (typeof routes)[number]) => string): number => {
  const random = randomFrom(2026)
  const shares = routes.map((route) => ({ name: functionOf(route), share: MIX[route.key] ?? REST }))
  const drawn = (): string => {
    let left = random() * 100
    for (const { name, share } of shares) {
      left -= share
      if (left < 0) return name
    }
    return shares.at(-1)?.name ?? ''
  }
  /** When each environment of a function is free again. */
  const free = new Map<string, number[]>()
  let calls = 0
  let cold = 0
  for (let now = 0; now < DAYS * 24 * 60; now += -Math.log(1 - random()) / callsAMinute) {
    const name = drawn()
    const alive = (free.get(name) ?? []).filter((since) => now - since < LIFETIME_MINUTES)
    // The one that waited least is taken, and the others age: which one Lambda takes is not documented.
    const waiting = alive.filter((since) => since <= now).sort((one, other) => other - one)
    calls += 1
    if (waiting[0] === undefined) cold += 1
    else alive.splice(alive.indexOf(waiting[0]), 1)
    free.set(name, [...alive, now + CALL_MINUTES])
  }
  return cold / calls
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** Cold calls with one function a route, as there was, and with the groups of the catalog. */
export const benchColdCalls = () => ({
  lifetimeMinutes: LIFETIME_MINUTES,
  routes: routes.length,
  functions: new Set(routes.map(({ lambda }) => lambda.name)).size,
  ...Object.fromEntries(
    [1, 10, 100].map((callsAMinute) => [
      `${callsAMinute} calls a minute`,
      {
        functionARoute: percent(coldShare(callsAMinute, ({ key }) => key)),
        groups: percent(coldShare(callsAMinute, ({ lambda }) => lambda.name)),
      },
    ]),
  ),
})
