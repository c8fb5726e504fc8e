import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openClientLimits } from '../../local/client-limits.ts'
import { freePort } from '../../local/free-port.ts'
import { startSystem } from '../system/start.ts'

let system: Awaited<ReturnType<typeof startSystem>>
let directory = ''
let port = 0

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-doors-'))
  port = await freePort()
  system = await startSystem({ directory, port })
})
afterAll(async () => {
  await system?.stop()
  await rm(directory, { recursive: true, force: true })
})

interface Sent {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** A call as it stands, with a path and a Host that `fetch` would put right. */
const send = async (path: string, { method = 'GET', headers = {}, body }: Sent = {}) => {
  const call = request({ host: '127.0.0.1', port, path, method, headers })
  call.end(body)
  const [response] = await once(call, 'response')
  const said = await text(response)
  return { status: Number(response.statusCode), headers: response.headers, said }
}

const JSON_TYPE = { 'content-type': 'application/json' }
const far = JSON.stringify({ now: '2099-01-01T00:00:00+08:00' })
const li = JSON.stringify({ account: 'staff.li' })
const clock = async () => JSON.parse((await send('/local/clock')).said).now

describe('whatever address is asked for gets an answer, and never a fault', () => {
  test.each<[string, string, number]>([
    ['GET', '//', 404],
    ['GET', '//evil.example/', 404],
    ['GET', '/\\', 404],
    ['GET', '/api/requests/%', 404],
    ['GET', '/local/executions/%E0%A4%A', 404],
    ['GET', '/local/nothing', 404],
    ['GET', 'http://evil.example/api/health', 400],
    ['GET', '*', 400],
    ['DELETE', '/api/requests', 405],
    ['GET', '/api/tasks/x/decision', 405],
    ['POST', '/api/health', 405],
    ['PUT', '/api/nowhere', 404],
    ['POST', '/', 405],
    ['GET', '/local/token', 405],
    ['DELETE', '/local/clock', 405],
    ['POST', '/local/mail', 405],
    ['GET', '/local/objects/evidence/x', 405],
  ])('%s %s: %i', async (method, path, status) => {
    const answer = await send(path, { method })
    expect([answer.status, JSON.parse(answer.said).status ?? status]).toEqual([status, status])
    if (status === 405) expect(answer.headers.allow).toMatch(/^[A-Z]+(, [A-Z]+)*$/)
  })
})

describe('pages of other sites neither move the clock nor get tokens', () => {
  test.each<[string, string, Sent]>([
    ['a form’s text', '/local/clock', { body: far, headers: { 'content-type': 'text/plain' } }],
    ['no content type', '/local/clock', { body: far }],
    [
      'a foreign origin',
      '/local/clock',
      { body: far, headers: { ...JSON_TYPE, origin: 'https://evil.example' } },
    ],
    ['a hidden origin', '/local/token', { body: li, headers: { ...JSON_TYPE, origin: 'null' } }],
    ['another port', '/local/token', { body: li, headers: { ...JSON_TYPE, origin: 'http://127.0.0.1:1' } }],
    [
      'a name that was pointed here',
      '/local/token',
      { body: li, headers: { ...JSON_TYPE, host: 'evil.example' } },
    ],
  ])('%s', async (_, path, sent) => {
    const before = await clock()
    const answer = await send(path, { method: 'POST', ...sent })
    expect([403, 415]).toContain(answer.status)
    expect(answer.said).not.toContain('access_token')
    expect((await clock()).slice(0, 10)).toBe(before.slice(0, 10))
  })

  test('nor read the inbox, the executions or the sign-in page under a name of their own', async () => {
    for (const path of [
      '/local/mail',
      '/local/executions',
      '/local/clock',
      '/oidc/.well-known/openid-configuration',
    ])
      expect((await send(path, { headers: { host: `evil.example:${port}` } })).status, path).toBe(403)
  })

  test('a script and this system’s own pages are heard', async () => {
    const host = `127.0.0.1:${port}`
    const own = [{}, { origin: `http://${host}`, host }, { host: `localhost:${port}` }]
    for (const headers of own)
      expect(
        (await send('/local/token', { method: 'POST', body: li, headers: { ...JSON_TYPE, ...headers } }))
          .status,
      ).toBe(200)
    const type = { 'content-type': 'application/json; charset=utf-8' }
    expect((await send('/local/token', { method: 'POST', body: li, headers: type })).status).toBe(200)
  })
})

describe('a client that floods an open route', () => {
  test('is told to wait, in a problem document, and another route and those signed in are not', async () => {
    let refused: Awaited<ReturnType<typeof send>> | undefined
    // A busy machine may answer more slowly than calls are given back.
    for (let round = 0; round < 20 && refused === undefined; round += 1) {
      const answers = await Promise.all(Array.from({ length: 200 }, () => send('/api/verify/AAAA-BBBB-CCCC')))
      expect(answers.every(({ status }) => status === 404 || status === 429)).toBe(true)
      refused = answers.find(({ status }) => status === 429)
    }
    expect(refused?.headers['retry-after']).toBe('1')
    expect(refused?.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(refused?.said ?? '{}')).toMatchObject({ status: 429, code: 'TOO_MANY' })
    expect((await send('/api/health')).status).toBe(200)
  })

  test('a hundred at once, then fifty a second, by client and route', () => {
    let now = 0
    const limits = openClientLimits(() => now)
    const taken = (client: string, calls: number) =>
      Array.from({ length: calls }, () => limits.take(client, 'GET /x')).filter(Boolean).length
    expect(taken('a', 101)).toBe(100)
    expect(taken('b', 1)).toBe(1)
    now += 1_000
    expect(taken('a', 60)).toBe(50)
    now += 60_000
    expect(taken('a', 200)).toBe(100)
  })
})
