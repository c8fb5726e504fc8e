import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../local/free-port.ts'
import { type RunningSystem, startSystem } from './start.ts'

/**
 * The mission in motion: one institution from June to the next March, by the clock, with kills in between. Months
 * pass in seconds; whatever falls due on the way happens at its own moment. Two chapters on one system, in order.
 */

let directory = ''
let port = 0
let running: RunningSystem
let client: typeof import('../acceptance/client.ts')

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-year-'))
  port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
  running = await startSystem({
    directory,
    port,
    arguments: ['--demo', 'accounts', '--now', '2026-06-01T09:00:00+08:00'],
  })
  client = await import('../acceptance/client.ts')
})
afterAll(async () => {
  delete process.env.SYSTEM_URL
  await running.kill()
  await rm(directory, { recursive: true, force: true })
})

const killAndStart = async () => {
  await running.kill()
  running = await startSystem({ directory, port })
}
const move = (now: string) =>
  client.call('/local/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now }),
  })
const moveTo = async (now: string) => expect((await move(now)).status).toBe(200)
const file = async (account: string, body: object): Promise<string> => {
  const filed = await client.as(account).submit(body)
  expect([filed.status, filed.body.code]).toEqual([201, undefined])
  return filed.body.id
}
const approve = async (request: string, account: string, line: number | null = 0) => {
  const desk = client.as(account)
  const decided = await desk.decide(await desk.task(request, line), 'approve')
  expect([decided.status, decided.body.code]).toEqual([200, undefined])
}
const year = async (account = 'hr.region') => (await client.as(account).get('/api/years/2026')).body
const annual = async (staff: string) =>
  (await client.as('hr.region').get(`/api/staff/${staff}/ledger?year=2026`)).body.assessment.annual
const certificates = async (staff: string) => {
  const { items } = (await client.as('hr.region').get(`/api/certificates?staff=${staff}`)).body
  return items.map(
    ({ kind, year: of, status }: { kind: string; year: number; status: string }) => `${kind} ${of} ${status}`,
  )
}
const resultOf = async (staff: string) => {
  const all = await client
    .as('hr.region')
    .get('/api/years/2026/results?organisation=institution-qingcheng&limit=100')
  return all.body.items.find(({ staffId }: { staffId: string }) => staffId === staff)
}
const online = (subject: string, from: string, to: string, hours: number, more: object = {}) => ({
  subject,
  category: 'in_service',
  mode: 'online',
  from,
  to,
  hours,
  ...more,
})
const both = (staff: string, from: string, to: string, more: object = {}) =>
  client.claim(staff, [], [online('public', from, to, 30, more), online('professional', from, to, 60, more)])

test('June: a late desk is reminded, then its head is asked, and it all survives a kill', async () => {
  const { as, call, claim, online: course, until } = client
  const li = as('staff.li')
  const mails = async () => {
    const all: { to: string; subject: string; text: string }[] = (await call('/local/mail')).body
    return all
  }

  expect((await call('/api/health')).body.time).toMatch(/^2026-06-01T09:00/)
  const { id } = (await li.submit(claim('staff.li', [], [course('2026-05-01', '2026-05-20', 8)]))).body
  const task = await as('unit.admin').task(id)
  expect((await li.get(`/api/tasks/${task}`)).body.dueOn).toBe('2026-06-08')
  await until('the mail of the task', async () =>
    (await mails()).find(({ text }) => text.includes(`/task/${task}`)),
  )

  // Monday to Monday are five working days; the desk has until the end of the last one, and is reminded in the morning.
  await moveTo('2026-06-08T23:59:00+08:00')
  expect((await li.get(`/api/requests/${id}`)).body.timeline.map(({ act }: { act: string }) => act)).toEqual([
    'submit',
  ])
  await moveTo('2026-06-09T08:59:00+08:00')
  expect((await li.get(`/api/requests/${id}`)).body.timeline).toHaveLength(1)
  await moveTo('2026-06-09T09:01:00+08:00')
  expect(
    (await li.get(`/api/requests/${id}`)).body.timeline.map(
      ({ act, actor }: { act: string; actor: string }) => `${actor} ${act}`,
    ),
  ).toEqual(['staff.li submit', 'system remind'])
  expect((await mails()).at(-1)?.subject).toContain('已到办理期限')

  await killAndStart()
  expect((await call('/api/health')).body.time).toMatch(/^2026-06-09T09:0/)
  const back = await move('2026-06-01T00:00:00+08:00')
  expect([back.status, back.body.code]).toEqual([409, 'CLOCK_NEVER_BACK'])

  await moveTo('2026-06-30T09:00:00+08:00')
  const acts = (await li.get(`/api/requests/${id}`)).body.timeline.map(({ act }: { act: string }) => act)
  expect(acts.slice(0, 3)).toEqual(['submit', 'remind', 'escalate'])
  const escalated = (await mails()).filter(({ subject }) => subject.includes('请负责人过问'))
  expect(escalated.length).toBeGreaterThan(0)
  expect(JSON.stringify(escalated[0]?.to)).toContain('unit.head@')
  expect(JSON.stringify(escalated[0]?.to)).not.toContain('unit.admin@')

  // Late as it is, the desk may still decide, and nothing was lost to the person.
  expect((await as('unit.admin').decide(task, 'approve')).status).toBe(200)
  const next = await as('dept.chen').task(id, 0)
  const { executions } = (await call('/local/executions?status=RUNNING')).body
  const events: { type: string }[] = executions.find(
    ({ name }: { name: string }) => name === `${id}-1-0`,
  ).events
  expect(events[0]?.type).toBe('ExecutionStarted')
  // Nothing of it is left to the chapters that follow.
  expect((await as('dept.chen').decide(next, 'reject', { reason: '与另一份重复' })).status).toBe(200)
  await client.reaches('staff.li', id, 'rejected')
})

test('July to March: held, delayed, closed, corrected, made up', { timeout: 240_000 }, async () => {
  const { as, reaches, until } = client

  // July: a change of post waits for its training: three months, and ten working days more in which training
  // that ended in time may still be claimed; then it is refused (Art. 21, 45).
  const change = await file('unit.admin', {
    type: 'post_change',
    staffId: 'unit.second',
    kind: 'duties',
    effectiveOn: '2026-06-10',
    reason: '轮岗',
  })
  await reaches('unit.admin', change, 'on_hold')
  await moveTo('2026-09-10T23:59:59+08:00')
  await reaches('unit.admin', change, 'on_hold')
  await moveTo('2026-09-23T09:00:00+08:00')
  await reaches('unit.admin', change, 'on_hold')
  await moveTo('2026-09-24T09:00:00+08:00')
  const refused = await reaches('unit.admin', change, 'rejected')
  expect(refused.timeline.at(-1)).toMatchObject({ act: 'refuse', article: '45' })

  // October: 王建军 asks for the year to be delayed, not for one that has not begun; one approval suffices (Art. 32).
  const early = await as('staff.wang').submit({
    type: 'make_up_delay',
    staffId: 'staff.wang',
    year: 2027,
    reason: '驻村',
  })
  expect([early.status, early.body.code]).toEqual([422, 'DELAY_OUTSIDE_WINDOW'])
  await moveTo('2026-10-08T09:00:00+08:00')
  const delay = await file('staff.wang', {
    type: 'make_up_delay',
    staffId: 'staff.wang',
    year: 2026,
    reason: '驻村',
  })
  await approve(delay, 'dept.chen')
  await killAndStart()
  await reaches('staff.wang', delay, 'approved')

  // 31 December: 李静怡's claim lies at the institution when the year is closed.
  await moveTo('2026-12-31T09:00:00+08:00')
  const pending = await file('staff.li', both('staff.li', '2026-11-02', '2026-12-18'))
  const open = await year()
  expect(open).toMatchObject({ status: 'open' })
  expect((await as('hr.city').post('/api/years/2026/close')).status).toBe(403)
  await moveTo('2026-12-31T23:58:00+08:00')
  expect((await year()).status).toBe('open')
  await moveTo('2027-01-01T08:00:00+08:00')
  await killAndStart()
  const closed = await until('the year to be closed', async () => {
    const now = await year()
    return now.status === 'closed' ? now : undefined
  })
  expect(closed.progress.done).toBe(closed.progress.total)
  // Besides the claim, whose induction still runs is provisional by nature (Art. 12, 39(5)).
  expect(closed.provisional).toBe(closed.counts.inducting + 1)
  expect(await resultOf('staff.wang')).toMatchObject({ status: 'deferred' })
  expect(await resultOf('staff.li')).toMatchObject({ status: 'short', provisional: true })
  expect(await certificates('staff.li')).not.toContain('annual 2026 valid')

  // January: the claim is decided late; the result is corrected by a new entry, the certificate arises (Art. 32, 35).
  await approve(pending, 'unit.admin', null)
  await approve(pending, 'hr.city', 0)
  await approve(pending, 'dept.chen', 1)
  await approve(pending, 'hr.city', 1)
  await until('the result to be corrected', async () => {
    const now = await year()
    return now.provisional === closed.counts.inducting && now.counts.met === closed.counts.met + 1
      ? now
      : undefined
  })
  await until('the certificate', async () =>
    (await certificates('staff.li')).includes('annual 2026 valid') ? true : undefined,
  )
  const again = await as('hr.region').post('/api/years/2026/close')
  expect(again.status).toBe(202)
  await until('the repeat to be done', async () => ((await year()).status === 'closed' ? true : undefined))
  expect((await year()).counts).toEqual({
    ...closed.counts,
    met: closed.counts.met + 1,
    short: closed.counts.short - 1,
  })

  // The region corrects: fewer hours stand, so the year is not complete and the certificate is revoked (Art. 35).
  const { items } = (await as('hr.region').get('/api/staff/staff.li/entries')).body
  const last = items.at(-1).sequence
  const corrected = await as('hr.region').post(
    '/api/staff/staff.li/corrections',
    { entry: last, reason: '学时重复登记', grantedHours: 10 },
    { 'idempotency-key': 'correction-1' },
  )
  expect([corrected.status, corrected.body.code]).toEqual([201, undefined])
  await until('the certificate to be revoked', async () =>
    (await certificates('staff.li')).includes('annual 2026 revoked') ? true : undefined,
  )
  await until('the result to follow', async () =>
    (await resultOf('staff.li'))?.status === 'short' ? true : undefined,
  )
  expect((await as('auditor').get('/api/staff/staff.li/entries')).body.chain).toEqual({
    whole: true,
    firstBroken: null,
  })
  const before = await as('staff.li').get('/api/staff/staff.li/ledger?year=2026&asOf=2026-12-31')
  expect(before.body.assessment.annual.hours.total).toBe(0)

  // March: 王建军 makes up for 2026 by trainings of 2027, which leave 2027 (Art. 32).
  await moveTo('2027-03-01T09:00:00+08:00')
  expect((await annual('staff.wang')).status).toBe('deferred')
  const made = await file('staff.wang', both('staff.wang', '2027-01-11', '2027-02-20', { makeUpFor: 2026 }))
  await approve(made, 'unit.admin', null)
  await approve(made, 'hr.city', 0)
  await approve(made, 'dept.chen', 1)
  await approve(made, 'hr.city', 1)
  await reaches('staff.wang', made, 'approved')
  expect(await annual('staff.wang')).toMatchObject({ status: 'met', madeUp: true })
  await until('the result to be met', async () =>
    (await resultOf('staff.wang'))?.status === 'met' ? true : undefined,
  )
  const of2027 = (await as('staff.wang').get('/api/staff/staff.wang/ledger?year=2027')).body.assessment.annual
  expect(of2027.hours.total).toBe(0)
  await until('the certificate', async () =>
    (await certificates('staff.wang')).includes('annual 2026 valid') ? true : undefined,
  )
})
