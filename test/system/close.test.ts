import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../local/free-port.ts'
import { type RunningSystem, startSystem } from './start.ts'

let directory = ''
let port = 0
let running: RunningSystem

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-close-'))
  port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
  running = await startSystem({ directory, port, arguments: ['--now', '2026-12-30T09:00:00+08:00'] })
})
afterAll(async () => {
  delete process.env.SYSTEM_URL
  await running.kill()
  await rm(directory, { recursive: true, force: true })
})

// Its end is also when everyone who is complete gets the certificate that the demo begins without.
test('Art. 32: the year closes itself at its end; a claim decided later corrects the result', async () => {
  const { as, call, claim, online, until } = await import('../acceptance/client.ts')
  const moveTo = (now: string) =>
    call('/local/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now }),
    })
  const region = as('hr.region')
  const year = async (account = 'hr.region') => (await as(account).get('/api/years/2026')).body
  const sum = ({ counts, overdue }: { counts: Record<string, number>; overdue: number }) =>
    Object.values(counts).reduce((all, one) => all + one, overdue)

  expect(await year()).toMatchObject({ year: 2026, status: 'open', progress: { done: 0, total: 0 } })
  expect((await region.post('/api/years/2026/close')).body).toMatchObject({ code: 'YEAR_NOT_OVER' })

  // All that a worker's first year asks for, claimed on its last day but one.
  const line = (subject: string, hours: number) => ({ ...online('2026-06-01', '2026-06-30', hours), subject })
  const { id } = (
    await as('staff.zhao').submit(claim('staff.zhao', [], [line('public', 30), line('professional', 60)]))
  ).body

  const rehearsed = await region.post('/api/years/2026/rehearsal')
  expect(rehearsed).toMatchObject({ status: 202, body: { execution: 'rehearsal-2026' } })
  const rehearsal = await until('the rehearsal', async () => {
    const { body } = await region.get('/api/years/2026/rehearsal')
    return body.status === 'done' ? body : undefined
  })
  const desk = rehearsal.blocking.items.find(({ stage }: { stage: string }) => stage === 'institution')
  expect(desk).toMatchObject({ organisation: { name: '青城实验中学' }, persons: 1 })
  expect(desk.requests[0]).toMatchObject({ requestId: id, staffId: 'staff.zhao' })
  expect((await year()).status).toBe('open')

  await moveTo('2027-01-01T00:10:00+08:00')
  const closed = await until('the close', async () => {
    const now = await year()
    return now.status === 'closed' ? now : undefined
  })
  expect(closed).toMatchObject({ execution: 'close-2026', failedShards: 0, provisional: 1 })
  expect(closed.progress.done).toBe(closed.progress.total)
  expect(sum(closed) + closed.notApplicable).toBe(closed.progress.done)

  const results = async (query: string, account = 'hr.region') =>
    (await as(account).get(`/api/years/2026/results?${query}`)).body.items
  expect(await results('provisional=true')).toMatchObject([
    { staffId: 'staff.zhao', status: 'short', missing: { public: 30, professional: 60 } },
  ])
  const own = await results('', 'unit.admin')
  expect(own.length).toBeGreaterThan(10)
  expect(sum(await year('unit.admin'))).toBe(own.length)
  expect(
    (await as('hr.county').get('/api/years/2026/results?organisation=institution-qingcheng')).status,
  ).toBe(404)
  expect((await as('staff.li').get('/api/years/2026')).status).toBe(403)

  // What was claimed in time counts, however late it is decided.
  for (const [account, at] of [
    ['unit.admin', null],
    ['hr.city', 0],
    ['dept.chen', 1],
    ['hr.city', 1],
  ] as const) {
    const task = await as(account).task(id, at)
    expect((await as(account).decide(task, 'approve')).status).toBe(200)
  }
  const corrected = await until('the correction', async () => {
    const [row] = await results('status=met&organisation=institution-qingcheng', 'hr.city').then((rows) =>
      rows.filter(({ staffId }: { staffId: string }) => staffId === 'staff.zhao'),
    )
    return row
  })
  expect(corrected).toMatchObject({ provisional: false })
  expect(corrected.entry).toBeGreaterThan(1)
  const after = await until('the counts', async () => {
    const now = await year()
    return now.provisional === 0 ? now : undefined
  })
  expect(after.counts.met).toBe(closed.counts.met + 1)
  expect(after.counts.short).toBe(closed.counts.short - 1)

  // A repeat changes nothing that is right.
  expect(await region.post('/api/years/2026/close')).toMatchObject({
    status: 202,
    body: { execution: 'close-2026-2' },
  })
  await moveTo('2027-01-01T00:20:00+08:00')
  const again = await until('the repeat', async () => {
    const now = await year()
    return now.status === 'closed' && now.run === 2 ? now : undefined
  })
  expect(again.counts).toEqual(after.counts)

  const csv = await region.send('/api/years/2026/export?status=short')
  expect(csv.headers.get('content-disposition')).toContain('results-2026.csv')
  expect(String(csv.body).split('\r\n')).toHaveLength(after.counts.short + 2)
}, 180_000)
