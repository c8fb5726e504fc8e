import { expect, test } from 'vitest'
import { engineExecutions } from '../../local/engine-executions.ts'
import { call, laboratory, machineOf, SECOND } from '../engine/laboratory.ts'

const waiting = machineOf({ Wait: { Type: 'Wait', Seconds: 60, End: true } })

/** A machine with a distributed Map, whose iterations are executions of their own. */
const sharded = machineOf({
  Each: {
    Type: 'Map',
    Label: 'Each',
    Items: '{% $states.input.items %}',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'Do',
      States: { Do: call('work', '{% $states.input %}', { End: true }) },
    },
    End: true,
  },
})

test('executions are listed by workflow and status, page by page; iterations are not among them', async () => {
  const lab = laboratory({ settle: waiting, 'year-close': sharded }, { functions: { work: (item) => item } })
  const executions = engineExecutions(lab.engine, new Map())
  await lab.run({}, { machine: 'settle', name: 's-1' })
  await lab.run({ items: [1, 2, 3] }, { machine: 'year-close', name: 'c-1' })
  await lab.run({ items: [1, 2, 3] }, { machine: 'year-close', name: 'c-2' })
  expect(lab.engine.list({ stateMachine: 'year-close' }).executions).toHaveLength(8)

  const first = await executions.list('year-close', { limit: 1 })
  expect(first.items).toMatchObject([{ name: 'c-2', status: 'SUCCEEDED', redrives: 0 }])
  const next = await executions.list('year-close', { limit: 1, cursor: first.cursor })
  expect(next).toMatchObject({ items: [{ name: 'c-1' }], cursor: undefined })
  const running = async (workflow: 'settle' | 'year-close') =>
    (await executions.list(workflow, { limit: 10, status: 'RUNNING' })).items.map(({ name }) => name)
  expect([await running('settle'), await running('year-close')]).toEqual([['s-1'], []])
  await expect(executions.list('settle', { limit: 1, cursor: 'x' })).rejects.toMatchObject({
    name: 'CursorInvalidError',
  })
})

test('a history is read in pages from either end', async () => {
  const lab = laboratory({ settle: waiting })
  const executions = engineExecutions(lab.engine, new Map())
  await lab.run({}, { machine: 'settle', name: 's-1' })
  await lab.pass(60 * SECOND)
  const types = async (page: { limit: number; cursor?: string | undefined; backwards?: boolean }) => {
    const { items, cursor } = await executions.history('settle', 's-1', page)
    return { types: items.map(({ type }) => type), cursor }
  }
  const first = await types({ limit: 2 })
  expect(first).toEqual({ types: ['ExecutionStarted', 'WaitStateEntered'], cursor: '2' })
  expect(await types({ limit: 2, cursor: first.cursor })).toEqual({
    types: ['WaitStateExited', 'ExecutionSucceeded'],
    cursor: undefined,
  })
  expect((await types({ limit: 1, backwards: true })).types).toEqual(['ExecutionSucceeded'])
})

test('one that failed says why and goes on from there; a running one and one that is not there do not', async () => {
  let broken = true
  const failing = machineOf({ Credit: call('credit', {}, { End: true }) })
  const lab = laboratory(
    { settle: failing, daily: waiting },
    {
      functions: {
        credit: () => {
          if (broken) throw new RangeError('no')
          return 'done'
        },
      },
    },
  )
  const executions = engineExecutions(lab.engine, new Map([['settle', failing]]))
  await lab.run({}, { machine: 'settle', name: 's-1' })
  await lab.run({}, { machine: 'daily', name: 'd-1' })
  expect(await executions.describe('settle', 's-1')).toMatchObject({
    status: 'FAILED',
    error: 'RangeError',
    redrivable: true,
    redrives: 0,
  })
  expect(await executions.definition('settle', 's-1')).toBe(failing)
  expect(await executions.describe('daily', 'd-1')).toMatchObject({ status: 'RUNNING', redrivable: false })

  broken = false
  expect(await executions.redrive('settle', 's-1')).toBe('redriven')
  await lab.engine.settled()
  expect(await executions.describe('settle', 's-1')).toMatchObject({ status: 'SUCCEEDED', redrives: 1 })
  expect(await executions.redrive('settle', 's-1')).toBe('refused')
  expect(await executions.redrive('daily', 'd-1')).toBe('refused')

  expect(await executions.describe('settle', 's-2')).toBeUndefined()
  expect(await executions.definition('settle', 's-2')).toBeUndefined()
  expect(await executions.redrive('settle', 's-2')).toBe('refused')
})
