import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../local/free-port.ts'
import { type RunningSystem, startSystem } from './start.ts'

let directory = ''
let port = 0
let running: RunningSystem | undefined
const start = async () => {
  running = await startSystem({ directory, port, arguments: ['--demo', 'accounts'] })
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-platform-lost-'))
  port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await running?.kill()
  delete process.env.SYSTEM_URL
  await rm(directory, { recursive: true, force: true })
})

test('executions that are lost are started again from where their requests stand, and the start says so', {
  timeout: 240_000,
}, async () => {
  await start()
  const { as, claim, publicWeek, reaches } = await import('../acceptance/client.ts')
  const zhao = as('staff.zhao')
  const evidence = (await zhao.upload()).body.id
  const filed = await zhao.submit(
    claim('staff.zhao', [evidence], [publicWeek('2026-05-11', '2026-05-15', 10)]),
  )
  expect(filed.status).toBe(201)
  const { id } = filed.body
  const admin = as('unit.admin')
  expect((await admin.decide(await admin.task(id), 'approve')).status).toBe(200)
  const city = as('hr.city')
  await city.task(id, 0)

  await running?.stop()
  for (const name of ['engine.sqlite', 'engine.sqlite-wal', 'engine.sqlite-shm'])
    await rm(join(directory, name), { force: true })
  await start()
  expect(running?.output()).toContain('1 件事项的流程已丢失')
  expect((await city.decide(await city.task(id, 0), 'approve')).status).toBe(200)
  await reaches('staff.zhao', id, 'approved')
  const { items, chain } = (await zhao.get('/api/staff/staff.zhao/entries')).body
  expect(items).toHaveLength(1)
  expect(chain).toEqual({ whole: true, firstBroken: null })
})
