import { beforeEach, describe, expect, test } from 'vitest'
import type { Executions } from '../../functions/operations/executions.ts'
import { countExecutions, listExecutions } from '../../functions/operations/list-executions.ts'
import { readExecution, redriveExecution } from '../../functions/operations/read-execution.ts'
import { redrivesOf } from '../../functions/operations/redrive.ts'
import type { Table } from '../../functions/platform/table.ts'
import { engineExecutions } from '../../local/engine-executions.ts'
import { call, laboratory, machineOf, SECOND } from '../engine/laboratory.ts'
import { withTestDatabase } from '../test-database.ts'

const database = withTestDatabase()
const operator = { id: 'operator', name: '运维' }
const waiting = machineOf({ Wait: { Type: 'Wait', Seconds: 600, End: true } })
const failing = machineOf({ Credit: call('credit', {}, { End: true }) })

let table: Table
let broken: boolean
let lab: ReturnType<typeof laboratory>
let executions: Executions

beforeEach(async () => {
  table = await database.newTable()
  broken = true
  const machines = {
    recognition: waiting,
    'make-up-delay': waiting,
    'post-change': waiting,
    deemed: waiting,
    daily: waiting,
    settle: failing,
    'year-close': waiting,
  }
  lab = laboratory(machines, {
    functions: {
      credit: () => {
        if (broken) throw new RangeError('li@example.cn is unknown')
        return 'done'
      },
    },
  })
  executions = engineExecutions(lab.engine, new Map(Object.entries(machines)))
})

describe('a redrive is on record: who, when and why', () => {
  const redrive = (name = 's-1', on: Executions = executions) =>
    redriveExecution({ executions: on, table, clock: lab })('settle', name, '数据库已恢复', operator)

  test('before it moves; the execution tells of it', async () => {
    await lab.run({}, { machine: 'settle', name: 's-1' })
    const before = await readExecution({ executions, table }, 'settle', 's-1', 'en')
    expect(before).toMatchObject({
      ok: true,
      value: {
        status: 'FAILED',
        states: ['Credit'],
        failure: { error: 'RangeError', message: '… is unknown', explanation: expect.stringMatching(/step/) },
        redrivable: true,
        redriven: [],
      },
    })
    broken = false
    expect(await redrive()).toMatchObject({ ok: true, value: { workflow: 'settle', name: 's-1' } })
    await lab.engine.settled()
    expect(await readExecution({ executions, table }, 'settle', 's-1', 'zh')).toMatchObject({
      value: {
        status: 'SUCCEEDED',
        states: [],
        failure: null,
        redrives: 1,
        redriven: [{ by: 'operator', byName: '运维', reason: '数据库已恢复', at: expect.any(String) }],
      },
    })
  })

  test('a host that loses its answer leaves the record; one that refuses takes it back', async () => {
    await lab.run({}, { machine: 'settle', name: 's-1' })
    const away = async () => {
      throw new Error('away')
    }
    await expect(redrive('s-1', { ...executions, redrive: away })).rejects.toThrow('away')
    expect(await redrivesOf(table, 'settle', 's-1')).toHaveLength(1)
    await lab.pass(1 * SECOND)
    const refusing: Executions = { ...executions, redrive: async () => 'refused' }
    expect(await redrive('s-1', refusing)).toMatchObject({ ok: false, code: 'NOT_REDRIVABLE' })
    expect(await redrivesOf(table, 'settle', 's-1')).toHaveLength(1)
  })

  test('what runs, or is not there, is refused and leaves no record', async () => {
    broken = false
    await lab.run({}, { machine: 'settle', name: 's-1' })
    expect(await redrive()).toMatchObject({ ok: false, code: 'NOT_REDRIVABLE' })
    expect(await redrive('s-2')).toMatchObject({ ok: false, code: 'NOT_FOUND' })
    expect(await redrivesOf(table, 'settle', 's-1')).toEqual([])
  })
})

test('a list without a workflow goes through all of them, page by page, and loses none', async () => {
  const expected = ['recognition r-1-0', 'deemed d-1-0', 'daily t-1', 'settle s-2', 'settle s-1']
  for (const one of [...expected].reverse()) {
    const [machine = '', name = ''] = one.split(' ')
    await lab.run({}, { machine, name })
  }
  for (const limit of [1, 2, 3, 5, 6]) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listExecutions(executions, { limit, cursor })
      expect(page.items.length).toBeLessThanOrEqual(limit)
      seen.push(...page.items.map(({ workflow, name }) => `${workflow} ${name}`))
      cursor = page.cursor ?? undefined
    } while (cursor !== undefined)
    expect(seen, `${limit} a page`).toEqual(expected)
  }
  const [request] = (await listExecutions(executions, { limit: 1, workflow: 'recognition' })).items
  expect(request?.requestId).toBe('r')
  const [nobodys] = (await listExecutions(executions, { limit: 1, workflow: 'settle' })).items
  expect(nobodys?.requestId).toBeNull()
  for (const cursor of ['x', 'settle~x', 'recognition~1~2'])
    await expect(listExecutions(executions, { limit: 1, cursor }), cursor).rejects.toMatchObject({
      name: 'CursorInvalidError',
    })
})

test('waiting for people are the executions of requests that run for more than a minute', async () => {
  await lab.run({}, { machine: 'recognition', name: 'r-1-0' })
  await lab.run({}, { machine: 'daily', name: 't-1' })
  await lab.run({}, { machine: 'settle', name: 's-1' })
  const counted = async () => {
    const { running, waiting, failed, timedOut } = await countExecutions(executions, lab)
    return [running, waiting, failed, timedOut].map(({ count }) => count)
  }
  expect(await counted()).toEqual([2, 0, 1, 0])
  await lab.pass(60 * SECOND)
  expect(await counted()).toEqual([2, 0, 1, 0])
  await lab.pass(1)
  expect(await counted()).toEqual([2, 1, 1, 0])
})
