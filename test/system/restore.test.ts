import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Item } from '../../functions/platform/table.ts'
import { startDatabase } from '../../local/database.ts'
import { freePort } from '../../local/free-port.ts'
import { openTable } from '../../local/table.ts'
import { prove } from '../proving.ts'
import { everyItem } from '../store/every-item.ts'
import { type RunningSystem, startSystem } from './start.ts'

/** As the local system calls it. */
const TABLE = 'training-platform'

let first = ''
let second = ''
let port = 0
let running: RunningSystem | undefined
const start = async (directory: string) => {
  running = await startSystem({ directory, port, arguments: ['--demo', 'accounts'] })
}

beforeAll(async () => {
  first = await mkdtemp(join(tmpdir(), 'training-platform-backup-'))
  second = await mkdtemp(join(tmpdir(), 'training-platform-restored-'))
  port = await freePort()
  process.env.SYSTEM_URL = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await running?.kill()
  delete process.env.SYSTEM_URL
  for (const directory of [first, second]) await rm(directory, { recursive: true, force: true })
})

/** Works on the table of a data folder whose system is not running. */
const onTable = async <T>(
  directory: string,
  work: (table: Awaited<ReturnType<typeof openTable>>) => Promise<T>,
) => {
  const database = await startDatabase({ directory: join(directory, 'database') })
  try {
    return await work(await openTable(database.endpoint, TABLE, { accessKey: database.accessKey }))
  } finally {
    await database.stop()
  }
}

const BATCH = 25
const fill = async (directory: string, items: readonly Item[]): Promise<void> =>
  onTable(directory, async (table) => {
    for (let begin = 0; begin < items.length; begin += BATCH) {
      const requests = items.slice(begin, begin + BATCH).map((Item) => ({ PutRequest: { Item } }))
      const { UnprocessedItems } = await table.client.send(
        new BatchWriteCommand({ RequestItems: { [TABLE]: requests } }),
      )
      expect(UnprocessedItems ?? {}).toEqual({})
    }
  })

test('rows, objects and keys brought back without what the machines knew: all rows alike, ledgers sound, work goes on', {
  timeout: 240_000,
}, async () => {
  await start(first)
  const { as, claim, publicWeek, reaches } = await import('../acceptance/client.ts')
  const zhao = as('staff.zhao')
  const [admin, city] = [as('unit.admin'), as('hr.city')]
  const file = async (from: string, to: string) => {
    const evidence = (await zhao.upload()).body.id
    const filed = await zhao.submit({
      ...claim('staff.zhao', [evidence], [publicWeek(from, to, 10)]),
      certificateNo: from,
    })
    expect(filed.status).toBe(201)
    expect((await admin.decide(await admin.task(filed.body.id), 'approve')).status).toBe(200)
    return {
      id: filed.body.id as string,
      evidence: evidence as string,
      task: await city.task(filed.body.id, 0),
    }
  }
  // One that is credited, and one that lies at a desk in the moment of the backup.
  const credited = await file('2026-05-11', '2026-05-15')
  expect((await city.decide(credited.task, 'approve')).status).toBe(200)
  await reaches('staff.zhao', credited.id, 'approved')
  const waiting = await file('2026-05-18', '2026-05-22')
  await running?.stop()

  const rows = await onTable(first, everyItem)
  expect(rows.length).toBeGreaterThan(500)
  // What a backup holds: the rows, the objects, the keys. Not what the engine of the machines knew.
  for (const name of await readdir(first))
    if (name !== 'database' && !name.startsWith('engine.sqlite') && !name.startsWith('instance.'))
      await cp(join(first, name), join(second, name), { recursive: true })
  await rm(first, { recursive: true, force: true })

  await fill(second, rows)
  expect(await onTable(second, everyItem)).toEqual(rows)

  await start(second)
  // Connections of before the restart are found closed by whoever uses them first.
  const pulse = () => fetch(`http://127.0.0.1:${port}/api/health`)
  await Promise.allSettled(Array.from({ length: 8 }, pulse))
  expect(running?.output()).toContain('1 件事项的流程已丢失')
  expect((await zhao.get(`/api/requests/${credited.id}/evidence/${credited.evidence}`)).status).toBe(200)
  expect((await city.decide(await city.task(waiting.id, 0), 'approve')).status).toBe(200)
  await reaches('staff.zhao', waiting.id, 'approved')
  const { items, chain } = (await zhao.get('/api/staff/staff.zhao/entries')).body
  expect(items).toHaveLength(2)
  expect(chain).toEqual({ whole: true, firstBroken: null })
  prove(13, { 'rows brought back alike': rows.length })
})
