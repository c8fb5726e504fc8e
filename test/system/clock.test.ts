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
  directory = await mkdtemp(join(tmpdir(), 'training-platform-clock-'))
  port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
  running = await startSystem({
    directory,
    port,
    arguments: ['--demo', 'accounts', '--now', '2026-06-01T09:00:00+08:00'],
  })
})
afterAll(async () => {
  delete process.env.SYSTEM_URL
  await running.kill()
  await rm(directory, { recursive: true, force: true })
})

test('the clock is moved: a late desk is reminded, then its head is asked, and it all survives a kill', async () => {
  const { as, call, claim, online, until } = await import('../acceptance/client.ts')
  const moveTo = (now: string) =>
    call('/local/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now }),
    })
  const li = as('staff.li')
  const mails = async () => {
    const all: { to: string; subject: string; text: string }[] = (await call('/local/mail')).body
    return all
  }

  expect((await call('/api/health')).body.time).toMatch(/^2026-06-01T09:00/)
  const { id } = (await li.submit(claim('staff.li', [], [online('2026-05-01', '2026-05-20', 8)]))).body
  const task = await as('unit.admin').task(id)
  expect((await li.get(`/api/tasks/${task}`)).body.dueOn).toBe('2026-06-08')
  await until('the mail of the task', async () =>
    (await mails()).find(({ text }) => text.includes(`/task/${task}`)),
  )

  // Monday to Monday are five working days; the desk has until the end of the last one.
  expect((await moveTo('2026-06-08T23:59:00+08:00')).status).toBe(200)
  expect((await li.get(`/api/requests/${id}`)).body.timeline.map(({ act }: { act: string }) => act)).toEqual([
    'submit',
  ])
  await moveTo('2026-06-09T00:01:00+08:00')
  expect(
    (await li.get(`/api/requests/${id}`)).body.timeline.map(
      ({ act, actor }: { act: string; actor: string }) => `${actor} ${act}`,
    ),
  ).toEqual(['staff.li submit', 'system remind'])
  expect((await mails()).at(-1)?.subject).toContain('已到办理期限')

  await running.kill()
  running = await startSystem({ directory, port })
  expect((await call('/api/health')).body.time).toMatch(/^2026-06-09T00:0/)
  const back = await moveTo('2026-06-01T00:00:00+08:00')
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
  await as('dept.chen').task(id, 0)
  const { executions } = (await call('/local/executions?status=RUNNING')).body
  const events: { type: string }[] = executions.find(
    ({ name }: { name: string }) => name === `${id}-1-0`,
  ).events
  expect(events[0]?.type).toBe('ExecutionStarted')
})
