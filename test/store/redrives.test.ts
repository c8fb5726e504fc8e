import type { HistoryEvent } from '@aws-sdk/client-sfn'
import { beforeEach, expect, test } from 'vitest'
import type { Executions } from '../../functions/operations/executions.ts'
import { readExecution, redriveExecutions } from '../../functions/operations/read-execution.ts'
import type { Table } from '../../functions/platform/table.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
let table: Table
let redriven: string[]
const clock = { now: () => Date.parse('2026-06-15T09:00:00+08:00') }
const operator = { id: 'operator.one', name: '运维' }

/** The last events of an execution, the latest first, by its name. */
const ends: Record<string, readonly string[]> = {
  interrupted: ['ExecutionFailed', 'TaskFailed'],
  'as-it-says': ['ExecutionFailed', 'FailStateEntered'],
  late: ['ExecutionTimedOut', 'TaskSubmitted'],
}
const eventOf = (type: string, id: number) => ({ type, id, timestamp: new Date(0) }) as HistoryEvent

const executions: Executions = {
  list: async () => ({ items: [], cursor: undefined }),
  describe: async (_, name) =>
    name in ends
      ? {
          ...{ name, status: 'FAILED' as const, startedAt: new Date(0), stoppedAt: new Date(1), redrives: 0 },
          ...{ error: undefined, cause: undefined, redrivable: !redriven.includes(name) },
        }
      : undefined,
  history: async (_, name, { limit }) => ({
    items: (ends[name] ?? []).map(eventOf).slice(0, limit),
    cursor: undefined,
  }),
  definition: async () => '{}',
  redrive: async (_, name) => {
    redriven.push(name)
    return 'redriven' as const
  },
}

const redriveAll = async (...names: string[]) => {
  const done = await redriveExecutions({ table, clock, executions })(
    names.map((name) => ({ workflow: 'settle' as const, name })),
    '故障已经排除',
    operator,
  )
  return done.map(({ outcome }) => (outcome.ok ? 'goes on' : outcome.code))
}

beforeEach(async () => {
  table = await database.newTable()
  redriven = []
})

test('after an outage those that were interrupted go on, each on record, and none twice', async () => {
  expect(await redriveAll('interrupted', 'late', 'unknown')).toEqual(['goes on', 'goes on', 'NOT_FOUND'])
  expect(redriven.sort()).toEqual(['interrupted', 'late'])
  expect(await redriveAll('interrupted', 'late')).toEqual(['NOT_REDRIVABLE', 'NOT_REDRIVABLE'])
  expect(redriven).toHaveLength(2)
  const seen = await readExecution({ table, executions }, 'settle', 'interrupted', 'zh')
  expect(seen).toMatchObject({ ok: true, value: { redriven: [{ byName: '运维', reason: '故障已经排除' }] } })
})

test('named twice in one call it goes on once', async () => {
  expect((await redriveAll('interrupted', 'interrupted')).sort()).toEqual(['NOT_REDRIVABLE', 'goes on'])
  expect(redriven).toEqual(['interrupted'])
})

test('one that ended where its machine says would end there again: it is not offered, and not done', async () => {
  const seen = await readExecution({ table, executions }, 'settle', 'as-it-says', 'zh')
  expect(seen).toMatchObject({ ok: true, value: { redrivable: false } })
  expect(await redriveAll('as-it-says')).toEqual(['NOT_REDRIVABLE'])
  expect(redriven).toEqual([])
})
