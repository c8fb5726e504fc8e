import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const asked: Request[] = []
const answers: Response[] = []

beforeEach(() => {
  asked.length = 0
  vi.stubGlobal('document', { documentElement: { lang: 'en' } })
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(new Request(`https://platform.test${path}`, init))
    return answers.shift() ?? Response.json({ items: [], cursor: null })
  })
})
afterEach(() => vi.unstubAllGlobals())

const client = () => import('../../../web/shared/api/client.ts')
const pathOf = (request: Request | undefined): string =>
  request?.url.replace('https://platform.test', '') ?? ''

test('parts of a path are encoded, and parameters without a value left out', async () => {
  const { get } = await client()
  await get('/staff/{id}/ledger', { path: { id: 'a/b#1' }, query: { year: 2026 } })
  await get('/staff/{id}/ledger', { path: { id: 's1' }, query: { year: undefined } })
  await get('/organisations', { query: { parent: null } })
  expect(asked.map(pathOf)).toEqual([
    '/api/staff/a%2Fb%231/ledger?year=2026',
    '/api/staff/s1/ledger',
    '/api/organisations',
  ])
})

test('a call bears its key and its body, in the language of the page', async () => {
  const { post } = await client()
  const body = { type: 'make_up_delay', staffId: 's1', year: 2025, reason: '病假', evidence: [] } as const
  await post('/requests', { body: { ...body, evidence: [] }, key: 'k1' })
  await post('/requests/{id}/withdraw', { path: { id: 'r1' } })
  const [filed, withdrawn] = asked
  expect(filed?.headers.get('idempotency-key')).toBe('k1')
  expect(filed?.headers.get('accept-language')).toBe('en')
  expect(await filed?.json()).toEqual(body)
  expect(pathOf(withdrawn)).toBe('/api/requests/r1/withdraw')
  expect(await withdrawn?.text()).toBe('')
})

test('a list is read to its end', async () => {
  answers.push(Response.json({ items: [{ id: 'o1' }], cursor: 'next' }))
  answers.push(Response.json({ items: [{ id: 'o2' }], cursor: null }))
  const { readWhole } = await import('../../../web/workbench/parts/use-list.ts')
  const all = await readWhole('/organisations', { query: { parent: 'o', limit: 1 } })
  expect(all.map(({ id }) => id)).toEqual(['o1', 'o2'])
  expect(asked.map(pathOf)).toEqual([
    '/api/organisations?parent=o&limit=1',
    '/api/organisations?parent=o&limit=1&cursor=next',
  ])
})

test('a refusal says its code and its faults; no answer is status 0', async () => {
  const { get, ProblemError } = await client()
  const refused = {
    title: '输入有误',
    code: 'INPUT_INVALID',
    errors: [{ pointer: '/year', detail: '年度' }],
    instance: 'urn:training-platform:call:c1',
  }
  answers.push(Response.json(refused, { status: 400 }))
  const problem: unknown = await get('/me').catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(ProblemError)
  expect(problem).toMatchObject({ status: 400, code: 'INPUT_INVALID', details: ['年度'], tracking: 'c1' })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  await expect(get('/me')).rejects.toMatchObject({ status: 0, code: undefined })
})

/** Never called: the compiler holds that a call says what its path asks for, no more and no less. */
const refusedByTheCompiler = async () => {
  const { get, post } = await client()
  // @ts-expect-error no such path
  await get('/nowhere')
  // @ts-expect-error a part of the path is missing
  await get('/staff/{id}/ledger')
  // @ts-expect-error not a kind of organisation
  await get('/organisations', { query: { kind: 'school' } })
  // @ts-expect-error an account of the state of things is read, not written
  await post('/me')
  // @ts-expect-error filing wants a key
  await post('/requests', { body: { type: 'make_up_delay', staffId: 's', year: 2025, reason: '' } })
  // @ts-expect-error withdrawing takes none
  await post('/requests/{id}/withdraw', { path: { id: 'r' }, key: 'k' })
}

test('the compiler refuses a call that is not one of the API’s', () => {
  expect(refusedByTheCompiler).toBeTypeOf('function')
})
