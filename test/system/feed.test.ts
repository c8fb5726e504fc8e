import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../local/free-port.ts'
import { type RunningSystem, startSystem } from './start.ts'

/** A provider's day on the whole system: delivered twice, killed between, decided by two desks, corrected afterwards. */

let directory = ''
let port = 0
let running: RunningSystem
let client: typeof import('../acceptance/client.ts')

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-feed-'))
  port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
  running = await startSystem({
    directory,
    port,
    arguments: ['--demo', 'accounts', '--now', '2026-06-15T09:00:00+08:00'],
  })
  client = await import('../acceptance/client.ts')
})
afterAll(async () => {
  delete process.env.SYSTEM_URL
  await running.kill()
  await rm(directory, { recursive: true, force: true })
})

const moveTo = (now: string) => client.moveClock(now)
const online = async (staff: string): Promise<number[]> => {
  const { facts } = (await client.as('hr.region').get(`/api/staff/${staff}/ledger?year=2026`)).body
  return facts.credits
    .filter(
      ({ mode, from }: { mode: string; from: string }) => mode === 'online' && from.startsWith('2026-06'),
    )
    .map(({ hours }: { hours: number }) => hours)
    .sort()
}
const record = (recordNo: string, more: object = {}) => ({
  recordNo,
  staffNo: 'staff.li',
  name: '李静怡',
  course: '信息化教学能力提升',
  subject: 'professional',
  from: '2026-06-08',
  to: '2026-06-09',
  hours: 6,
  passed: true,
  ...more,
})

test('Art. 38, 41: from the provider to three ledgers, once, and corrected by the provider', async () => {
  const provider = client.program('provider-xuexi')
  const day = [
    record('1'),
    record('2', { hours: 2.5, from: '2026-06-10', to: '2026-06-10' }),
    record('3', { staffNo: 'staff.wang', name: '王建军' }),
    record('4', { staffNo: 'staff.tuya', name: '图雅' }),
  ]
  const states = async (records: readonly object[]) =>
    (await provider.deliver(records)).body.results.map(({ state }: { state: string }) => state)
  expect(await states(day)).toEqual(['accepted', 'accepted', 'accepted', 'accepted'])
  await running.kill()
  running = await startSystem({ directory, port })
  expect(await states(day)).toEqual(['known', 'known', 'known', 'known'])

  await moveTo('2026-06-16T09:00:00+08:00')
  const batchOf = async (account: string): Promise<{ id: string; requestId: string }> =>
    client.until(`the day of ${account}`, async () => {
      const { items } = (await client.as(account).get('/api/tasks?box=todo')).body
      return items.find(({ type }: { type: string }) => type === 'feed_batch')
    })
  const decide = async (account: string) => {
    const { id, requestId } = await batchOf(account)
    const decided = await client.as(account).decide(id, 'approve')
    expect([decided.status, decided.body.code]).toEqual([200, undefined])
    return requestId
  }
  const city = await decide('dept.chen')
  const rows = await client.as('dept.chen').get(`/api/requests/${city}/completions`)
  expect(rows.body.items.map(({ recordNo }: { recordNo: string }) => recordNo).sort()).toEqual([
    '1',
    '2',
    '3',
  ])
  expect(await decide('hr.city')).toBe(city)
  await client.reaches('hr.city', city, 'approved')
  expect([await online('staff.li'), await online('staff.wang'), await online('staff.tuya')]).toEqual([
    [2.5, 6],
    [6],
    [],
  ])
  await decide('dept.kundulun')
  await client.reaches('hr.county', await decide('hr.county'), 'approved')
  expect(await online('staff.tuya')).toEqual([6])
  const archive = await client.as('staff.li').get('/api/staff/staff.li/trainings')
  expect(JSON.stringify(archive.body)).toContain('内蒙古自治区专业技术人员继续教育网')

  expect(await states([record('1', { hours: 4 }), record('2', { passed: false })])).toEqual([
    'accepted',
    'accepted',
  ])
  expect(await online('staff.li')).toEqual([4])
  await running.kill()
  running = await startSystem({ directory, port })
  expect(await states([record('1', { hours: 4 })])).toEqual(['known'])
  expect(await online('staff.li')).toEqual([4])
}, 600_000)

test('killed in the middle of a call that is sent again: every record is there once', async () => {
  const provider = client.program('provider-xuexi')
  const many = Array.from({ length: 1000 }, (_, nth) =>
    record(`k${nth}`, { hours: 0.1, from: '2026-05-04', to: '2026-05-04' }),
  )
  let taken = 0
  for (const wait of [60, 150, 400]) {
    const call = provider.deliver(many).then(
      ({ status }) => status,
      () => 'cut' as const,
    )
    await new Promise((resume) => setTimeout(resume, wait))
    await running.kill()
    if ((await call) === 'cut') taken += 1
    running = await startSystem({ directory, port })
  }
  // Else nothing was tried: each call ended before its kill.
  expect(taken).toBeGreaterThan(0)
  const { body } = await provider.deliver(many)
  const states = new Set(body.results.map(({ state }: { state: string }) => state))
  expect([...states].every((state) => state === 'known' || state === 'accepted')).toBe(true)
  const again = await provider.deliver(many)
  expect(new Set(again.body.results.map(({ state }: { state: string }) => state))).toEqual(new Set(['known']))
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const { items, cursor: next } = (
      await provider.get(`/api/feeds/provider-xuexi/completions?limit=100${page}`)
    ).body
    found.push(...items.map(({ recordNo }: { recordNo: string }) => recordNo))
    cursor = next
  } while (cursor !== null)
  const own = found.filter((no) => no.startsWith('k'))
  expect([own.length, new Set(own).size]).toEqual([1000, 1000])
}, 600_000)
