import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, expect, test } from 'vitest'
import { decideTask } from '../../functions/desks/decide-task.ts'
import { openTask } from '../../functions/desks/open-task.ts'
import type { ExecutionDetail, Executions } from '../../functions/operations/executions.ts'
import { everyShard, restartLost, shardOfTurn } from '../../functions/operations/restart-lost.ts'
import { keys } from '../../functions/platform/keys.ts'
import type { Table } from '../../functions/platform/table.ts'
import { submitRequest } from '../../functions/requests/submit-request.ts'
import { taskId } from '../../functions/requests/task.ts'
import { nextEntry } from '../../functions/staff/ledger.ts'
import { type Asked, nothingAsked, recordingHost } from '../recording-host.ts'
import { withTestDatabase } from '../test-database.ts'
import { accounts, seedSmall } from './small-organisation.ts'

const database = withTestDatabase()
const MINUTE = 60_000
const filedAt = Date.parse('2026-06-15T09:00:00+08:00')

let table: Table
let asked: Asked
let now = filedAt
let known: Map<string, Partial<ExecutionDetail>>

const clock = { now: () => now }
const executions = {
  describe: async (_, name) => {
    const found = known.get(name)
    return found && { name, startedAt: new Date(filedAt), stoppedAt: undefined, redrives: 0, ...found }
  },
} as Executions
const deps = () => ({ ...recordingHost(table, clock, asked), executions })
const restart = (quiet?: number) => restartLost(deps(), quiet)(everyShard)
const names = () => asked.started.map(({ name }) => name)

const submit = async () => {
  const line = {
    subject: 'public',
    category: 'in_service',
    mode: 'online',
    from: '2026-03-01',
    to: '2026-03-20',
    hours: 10,
  }
  const body = {
    type: 'recognition',
    staffId: 'staff.li',
    title: '培训',
    lines: [line],
    evidence: [],
  } as const
  const submitted = await submitRequest(deps())(body as never, 'k1', accounts.li)
  if (!submitted.ok) throw new Error(submitted.code)
  asked.started = []
  return submitted.value.id
}

beforeEach(async () => {
  table = await database.newTable()
  await seedSmall(table)
  asked = nothingAsked()
  known = new Map()
  now = filedAt
})

test('a request whose execution is gone is started again, once, under the next name', async () => {
  const id = await submit()
  expect(await restart()).toBe(0)
  now += 20 * MINUTE
  expect(await restart()).toBe(1)
  expect(names()).toEqual([`${id}-1-0-a2`])
  known.set(`${id}-1-0-a2`, { status: 'RUNNING' })
  now += 20 * MINUTE
  expect(await restart()).toBe(0)
  known.set(`${id}-1-0-a2`, { status: 'TIMED_OUT' })
  expect(await restart()).toBe(1)
  expect(names()).toEqual([`${id}-1-0-a2`, `${id}-1-0-a3`])
})

test('what runs, and what is decided for good, is left alone; a failed one is an operator’s for an hour', async () => {
  const id = await submit()
  known.set(`${id}-1-0`, { status: 'RUNNING' })
  now += 20 * MINUTE
  expect(await restart()).toBe(0)
  known.set(`${id}-1-0`, { status: 'FAILED', stoppedAt: new Date(now) })
  now += 59 * MINUTE
  expect(await restart()).toBe(0)
  now += MINUTE
  expect(await restart()).toBe(1)
})

test('it goes on from where the request stands: the desk that has decided answers, the next one gets the token', async () => {
  const id = await submit()
  const open = (stage: 'institution' | 'authority', token: string) =>
    openTask(deps())({ requestId: id, round: 1, line: 0, stage, token })
  await open('institution', 'first')
  const task = taskId({ requestId: id, place: '1.institution' })
  asked.gone.add('first')
  const decided = await decideTask(deps())({ taskId: task, decision: 'approve' }, accounts.registrar)
  expect(decided.ok).toBe(true)
  now += 20 * MINUTE
  expect(await restart()).toBe(1)
  await open('institution', 'second')
  expect(asked.told).toMatchObject([{ kind: 'success', token: 'second' }])
})

test('what a broken ledger has stopped waits, and goes on when it is mended', async () => {
  await submit()
  now += 20 * MINUTE
  const forged = nextEntry([], {
    staffId: 'staff.li',
    recordedAt: '2026-06-01T09:00:00.000+08:00',
    recordedBy: 'hr.city',
    source: 'forged',
    fact: { kind: 'justified', year: 2026 },
  })
  await table.client.send(
    new PutCommand({ TableName: table.name, Item: { ...keys.ledgerEntry('staff.li', 1), ...forged } }),
  )
  expect(await restart()).toBe(0)
  expect(names()).toEqual([])
})

test('in some five hours every shard has its turn', () => {
  const turns = Array.from({ length: 64 }, (_, turn) => shardOfTurn({ now: () => turn * 5 * MINUTE }))
  expect([...turns].sort((one, other) => one - other)).toEqual(everyShard)
})
