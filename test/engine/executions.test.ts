import { expect, test } from 'vitest'
import { call, laboratory, machineOf, ranOf, SECOND, START } from './laboratory.ts'

const waiting = machineOf({ Wait: { Type: 'Wait', Seconds: 60, End: true } })

test('the same name and input is the same execution while it runs; anything else is refused, as on AWS', async () => {
  const lab = laboratory(waiting)
  const start = (input: unknown) => lab.engine.start({ machine: 'main', name: 'r-1-1', input })
  const first = await start({ id: 1 })
  await lab.pass(1 * SECOND)
  expect(await start({ id: 1 })).toEqual(first)
  await expect(start({ id: 2 })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
  await lab.pass(60 * SECOND)
  await expect(start({ id: 1 })).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' })
  expect(lab.engine.list().executions).toHaveLength(1)
})

test('of a hundred starts at once under one name there is one execution', async () => {
  const lab = laboratory(waiting)
  const starts = Array.from({ length: 100 }, () =>
    lab.engine.start({ machine: 'main', name: 'once', input: {} }),
  )
  expect(new Set((await Promise.all(starts)).map(({ executionArn }) => executionArn)).size).toBe(1)
  expect(lab.engine.list().executions).toHaveLength(1)
})

test('the same name may stand under two machines', async () => {
  const lab = laboratory({ main: waiting, other: waiting })
  await lab.run({}, { name: 'n' })
  expect((await lab.run({}, { machine: 'arn:aws-cn:states:x:1:stateMachine:other', name: 'n' })).status).toBe(
    'RUNNING',
  )
})

test('what AWS refuses to start is refused', async () => {
  const { engine } = laboratory(waiting)
  const name = (value: string) => engine.start({ machine: 'main', name: value, input: {} })
  await expect(name('')).rejects.toMatchObject({ name: 'InvalidName' })
  await expect(name('a b')).rejects.toMatchObject({ name: 'InvalidName' })
  await expect(name('a:b')).rejects.toMatchObject({ name: 'InvalidName' })
  await expect(name('x'.repeat(81))).rejects.toMatchObject({ name: 'InvalidName' })
  await expect(engine.start({ machine: 'none', input: {} })).rejects.toMatchObject({
    name: 'StateMachineDoesNotExist',
  })
  await expect(engine.start({ machine: 'main', input: undefined })).rejects.toMatchObject({
    name: 'InvalidExecutionInput',
  })
  await expect(engine.start({ machine: 'main', input: 'x'.repeat(262_144) })).rejects.toMatchObject({
    name: 'InvalidExecutionInput',
  })
  expect(engine.list().executions).toEqual([])
})

test('executions are listed latest first, by machine and status, page by page', async () => {
  const lab = laboratory({ main: waiting, other: machineOf({ Done: { Type: 'Succeed' } }) })
  for (let n = 1; n <= 5; n += 1) await lab.run({}, { name: `m${n}` })
  await lab.run({}, { machine: 'other', name: 'o1' })
  const names = (options: Parameters<typeof lab.engine.list>[0]) =>
    lab.engine.list(options).executions.map(({ name }) => name)
  expect(names({})).toEqual(['o1', 'm5', 'm4', 'm3', 'm2', 'm1'])
  expect(names({ stateMachine: 'main', max: 2 })).toEqual(['m5', 'm4'])
  const { next } = lab.engine.list({ stateMachine: 'main', max: 2 })
  expect(names({ stateMachine: 'main', max: 3, ...(next !== undefined && { before: next }) })).toEqual([
    'm3',
    'm2',
    'm1',
  ])
  expect(lab.engine.list({ stateMachine: 'main', max: 5 }).next).toBeUndefined()
  expect(names({ status: 'SUCCEEDED' })).toEqual(['o1'])
})

test('an execution is described as DescribeExecution does', async () => {
  const lab = laboratory(waiting)
  const { arn } = await lab.run({ a: 1 }, { name: 'd' })
  expect(lab.engine.describe(arn)).toMatchObject({
    name: 'd',
    status: 'RUNNING',
    input: '{"a":1}',
    startDate: new Date(START),
  })
  await lab.pass(60 * SECOND)
  const { historyBytes, ...described } = lab.engine.describe(arn)
  expect(described).toEqual({
    executionArn: arn,
    stateMachineArn: 'arn:aws:states:local:000000000000:stateMachine:main',
    name: 'd',
    status: 'SUCCEEDED',
    startDate: new Date(START),
    stopDate: new Date(START + 60 * SECOND),
    redriveCount: 0,
    input: '{"a":1}',
    inputDetails: { included: true },
    output: '{"a":1}',
    outputDetails: { included: true },
    transitionCount: 1,
    historyEventCount: 4,
  })
  expect(historyBytes).toBeGreaterThan(400)
})

test('an execution that does not exist is a fault', async () => {
  const { engine } = laboratory(waiting)
  expect(() => engine.describe('x')).toThrow(expect.objectContaining({ name: 'ExecutionDoesNotExist' }))
  expect(() => engine.history('x')).toThrow(expect.objectContaining({ name: 'ExecutionDoesNotExist' }))
  await expect(engine.stop('x')).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' })
})

test('a stopped execution stays stopped', async () => {
  const lab = laboratory(waiting)
  const { arn } = await lab.run()
  await lab.pass(2 * SECOND)
  expect(await lab.engine.stop(arn, 'E', 'C')).toEqual({ stopDate: new Date(START + 2 * SECOND) })
  await lab.pass(500 * SECOND)
  await lab.engine.stop(arn, 'Other')
  expect(ranOf(lab.engine, arn)).toMatchObject({ status: 'ABORTED', error: 'E', cause: 'C' })
  expect(lab.engine.history(arn).at(-1)).toMatchObject({
    type: 'ExecutionAborted',
    executionAbortedEventDetails: { error: 'E', cause: 'C' },
  })
})

test('a redrive enters the failed states again and keeps what had succeeded', async () => {
  let broken = true
  const calls: string[] = []
  const branches = ['Good', 'Bad'].map((name) => ({
    StartAt: name,
    States: { [name]: call(name, {}, { End: true }) },
  }))
  const machine = machineOf({
    Both: { Type: 'Parallel', Branches: branches, Next: 'After' },
    After: { Type: 'Pass', End: true },
  })
  const lab = laboratory(machine, {
    functions: {
      Good: () => calls.push('good'),
      Bad: () => {
        calls.push('bad')
        if (broken) throw new RangeError('no')
        return 'mended'
      },
    },
  })
  const { arn } = await lab.run({}, { name: 'r' })
  expect(ranOf(lab.engine, arn).error).toBe('RangeError')
  broken = false
  await lab.engine.redrive(arn)
  await lab.engine.settled()
  expect(ranOf(lab.engine, arn)).toMatchObject({
    status: 'SUCCEEDED',
    output: [1, 'mended'],
    error: undefined,
  })
  expect(calls).toEqual(['good', 'bad', 'bad'])
  await expect(lab.engine.redrive(arn)).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' })
})
