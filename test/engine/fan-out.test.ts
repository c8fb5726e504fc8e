import { expect, test } from 'vitest'
import { ask, call, eventTypes, laboratory, machineOf, ranOf, SECOND } from './laboratory.ts'

const end = { End: true }
const branch = (states: Record<string, object>) => ({ StartAt: Object.keys(states)[0], States: states })
const thrown = (name: string) => Object.assign(new Error(''), { name })

test('Parallel gives its branches’ results in their order, whichever is done first', async () => {
  const Both = {
    Type: 'Parallel',
    Arguments: { n: '{% $states.input.n * 2 %}' },
    Branches: [
      branch({
        Slow: { Type: 'Wait', Seconds: 9, Next: 'After' },
        After: { Type: 'Pass', Output: ['slow', '{% $states.input.n %}'], ...end },
      }),
      branch({ Fast: { Type: 'Pass', Output: 'fast', ...end } }),
    ],
    Output: { all: '{% $states.result %}', was: '{% $states.input.n %}' },
    ...end,
  }
  const lab = laboratory(machineOf({ Both }))
  const { arn, status } = await lab.run({ n: 2 })
  expect(status).toBe('RUNNING')
  await lab.pass(9 * SECOND)
  expect(ranOf(lab.engine, arn).output).toEqual({ all: [['slow', 4], 'fast'], was: 2 })
  expect(eventTypes(lab.engine, arn)).toEqual([
    ...['ExecutionStarted', 'ParallelStateEntered', 'ParallelStateStarted', 'WaitStateEntered'],
    ...['PassStateEntered', 'PassStateExited', 'WaitStateExited', 'PassStateEntered', 'PassStateExited'],
    ...['ParallelStateSucceeded', 'ParallelStateExited', 'ExecutionSucceeded'],
  ])
})

test('a branch sees the variables around it; its own end with it', async () => {
  const inner = { Type: 'Pass', Assign: { own: '{% $outer + 1 %}' }, Next: 'Say' }
  const Say = { Type: 'Pass', Output: ['{% $outer %}', '{% $own %}'], ...end }
  const lab = laboratory(
    machineOf({
      Set: { Type: 'Pass', Assign: { outer: 1 }, Next: 'Both' },
      Both: {
        Type: 'Parallel',
        Branches: [branch({ inner, Say })],
        Assign: { outer: '{% $states.result[0][1] %}' },
        Next: 'Look',
      },
      Look: {
        Type: 'Pass',
        Output: { outer: '{% $outer %}', own: '{% $exists($own) %}', got: '{% $states.input %}' },
        ...end,
      },
    }),
  )
  expect((await lab.run()).output).toEqual({ outer: 2, own: false, got: [[1, 2]] })
})

test('a branch that fails cuts the others short; what they ask for counts no more', async () => {
  const tokens: string[] = []
  const lab = laboratory(
    machineOf({
      Both: {
        Type: 'Parallel',
        Branches: [
          branch({ Ask: ask('open', { TimeoutSeconds: 50, ...end }) }),
          branch({ Hold: { Type: 'Wait', Seconds: 60, ...end } }),
          branch({
            Wait: { Type: 'Wait', Seconds: 5, Next: 'Break' },
            Break: { Type: 'Fail', Error: 'Broken', Cause: 'c' },
          }),
        ],
        Catch: [{ ErrorEquals: ['Broken'], Next: 'Mend' }],
        ...end,
      },
      Mend: { Type: 'Wait', Seconds: 100, ...end },
    }),
    { functions: { open: (payload) => tokens.push(JSON.parse(JSON.stringify(payload)).token) } },
  )
  const { arn } = await lab.run()
  await lab.pass(5 * SECOND)
  // The branches' own time limits and waits are gone.
  expect(lab.engine.nextDue()).toBe(lab.now() + 100 * SECOND)
  await expect(lab.engine.sendTaskSuccess(tokens[0] ?? '', 1)).rejects.toMatchObject({ name: 'TaskTimedOut' })
  await lab.pass(100 * SECOND)
  expect(ranOf(lab.engine, arn)).toMatchObject({
    status: 'SUCCEEDED',
    output: { Error: 'Broken', Cause: 'c' },
  })
  expect(eventTypes(lab.engine, arn).slice(-8)).toEqual([
    ...['FailStateEntered', 'TaskStateAborted', 'WaitStateAborted', 'ParallelStateFailed'],
    ...['ParallelStateExited', 'WaitStateEntered', 'WaitStateExited', 'ExecutionSucceeded'],
  ])
})

test('a Parallel that is retried begins all its branches again', async () => {
  let calls = 0
  const lab = laboratory(
    machineOf({
      Both: {
        Type: 'Parallel',
        Branches: [branch({ One: call('count', {}, end) }), branch({ Two: call('flaky', {}, end) })],
        Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 2 }],
        ...end,
      },
    }),
    {
      functions: {
        count: () => (calls += 1),
        flaky: () => {
          if (calls < 3) throw thrown('Flaky')
          return 'ok'
        },
      },
    },
  )
  const { arn } = await lab.run()
  await lab.pass(10 * SECOND)
  expect(ranOf(lab.engine, arn).output).toEqual([3, 'ok'])
})

test('a branch’s uncaught error ends the execution with its name', async () => {
  const Both = {
    Type: 'Parallel',
    Branches: [
      branch({
        Nest: { Type: 'Parallel', Branches: [branch({ Stop: { Type: 'Fail', Error: 'Deep' } })], ...end },
      }),
    ],
    ...end,
  }
  expect(await laboratory(machineOf({ Both })).run()).toMatchObject({ status: 'FAILED', error: 'Deep' })
})

const each = (states: Record<string, object>, more: object) => ({
  Type: 'Map',
  ItemProcessor: branch(states),
  ...more,
})

test('Map runs its states for every item, with ItemSelector and the item in the context', async () => {
  const One = {
    Type: 'Pass',
    Output: { in: '{% $states.input %}', index: '{% $states.context.Map.Item.Index %}' },
    ...end,
  }
  const Each = each(
    { One },
    {
      Items: '{% $states.input.list %}',
      ItemSelector: { v: '{% $states.context.Map.Item.Value %}', of: '{% $states.input.of %}' },
      ...end,
    },
  )
  expect((await laboratory(machineOf({ Each })).run({ list: ['a', 'b'], of: 2 })).output).toEqual([
    { in: { v: 'a', of: 2 }, index: 0 },
    { in: { v: 'b', of: 2 }, index: 1 },
  ])
})

test('the history of a Map is AWS’s, and so is what follows from what', async () => {
  const lab = laboratory(
    machineOf({ Each: each({ One: { Type: 'Pass', ...end } }, { MaxConcurrency: 1, ...end }) }),
  )
  const { arn, output } = await lab.run([1, 2])
  expect(output).toEqual([1, 2])
  // As recorded from AWS: https://github.com/localstack/localstack, test_base_evaluate_expressions.snapshot.json
  expect(lab.engine.history(arn).map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual(
    [
      [1, 0, 'ExecutionStarted'],
      [2, 0, 'MapStateEntered'],
      [3, 2, 'MapStateStarted'],
      [4, 3, 'MapIterationStarted'],
      [5, 4, 'PassStateEntered'],
      [6, 5, 'PassStateExited'],
      [7, 6, 'MapIterationSucceeded'],
      [8, 6, 'MapIterationStarted'],
      [9, 8, 'PassStateEntered'],
      [10, 9, 'PassStateExited'],
      [11, 10, 'MapIterationSucceeded'],
      [12, 11, 'MapStateSucceeded'],
      [13, 11, 'MapStateExited'],
      [14, 13, 'ExecutionSucceeded'],
    ],
  )
  expect(lab.engine.history(arn)[2]?.mapStateStartedEventDetails).toEqual({ length: 2 })
  expect(lab.engine.history(arn)[7]?.mapIterationStartedEventDetails).toEqual({ name: 'Each', index: 1 })
})

test.each([0, 1, 3, 100])('MaxConcurrency %i is kept', async (limit) => {
  let running = 0
  let most = 0
  const Each = each(
    { Hold: call('hold', '{% $states.input %}', end) },
    { MaxConcurrency: '{% $states.input.limit %}', Items: '{% [1..20] %}', ...end },
  )
  const lab = laboratory(machineOf({ Each }), {
    functions: {
      hold: async (payload) => {
        running += 1
        most = Math.max(most, running)
        await new Promise(setImmediate)
        running -= 1
        return payload
      },
    },
  })
  const { output } = await lab.run({ limit })
  expect(output).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  expect(most).toBe(limit === 0 ? 20 : Math.min(limit, 20))
})

test('a Map of nothing gives nothing; what is no list fails', async () => {
  const { run } = laboratory(machineOf({ Each: each({ One: { Type: 'Pass', ...end } }, end) }))
  expect((await run([])).output).toEqual([])
  expect(await run({})).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' })
})

test('an iteration that fails fails the Map, which can catch it', async () => {
  const Each = each(
    { Do: call('f', '{% $states.input %}', end) },
    { Catch: [{ ErrorEquals: ['Odd'], Next: 'Caught' }], ...end },
  )
  const lab = laboratory(
    machineOf({ Each, Caught: { Type: 'Pass', Output: '{% $states.input.Error %}', ...end } }),
    {
      functions: {
        f: (n) => {
          if (n === 2) throw thrown('Odd')
          return n
        },
      },
    },
  )
  const { arn, output } = await lab.run([1, 2, 3])
  expect(output).toBe('Odd')
  const types = eventTypes(lab.engine, arn)
  expect(types).toContain('MapIterationFailed')
  expect(types.slice(types.indexOf('MapStateFailed'))).toEqual([
    'MapStateFailed',
    'MapStateExited',
    'PassStateEntered',
    'PassStateExited',
    'ExecutionSucceeded',
  ])
})

test('Maps in Parallel in Maps keep their variables and items apart', async () => {
  const Sum = { Type: 'Pass', Output: '{% $row * 10 + $states.context.Map.Item.Value %}', ...end }
  const Row = { Type: 'Pass', Assign: { row: '{% $states.context.Map.Item.Value %}' }, Next: 'Cross' }
  const Cross = {
    Type: 'Parallel',
    Branches: [branch({ Cells: each({ Sum }, { Items: [1, 2], ...end }) })],
    ...end,
  }
  const lab = laboratory(machineOf({ Rows: each({ Row, Cross }, { Items: [1, 2, 3], ...end }) }))
  expect((await lab.run()).output).toEqual([[[11, 12]], [[21, 22]], [[31, 32]]])
})

const distributed = (states: Record<string, object>, more: object) => ({
  Type: 'Map',
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...branch(states) },
  Label: 'Shards',
  ...more,
})

const picky = (n: unknown) => {
  if (JSON.stringify(n).includes('2')) throw thrown('Two')
  return n
}

test('a distributed Map runs an execution of its own for every batch, without the outer variables', async () => {
  const One = { Type: 'Pass', Output: { got: '{% $states.input %}', sees: '{% $exists($outer) %}' }, ...end }
  const Each = distributed(
    { One },
    {
      Items: '{% [1..5] %}',
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { year: '{% $outer %}' } },
      MaxConcurrency: 2,
      ...end,
    },
  )
  const lab = laboratory(machineOf({ Set: { Type: 'Pass', Assign: { outer: 2026 }, Next: 'Each' }, Each }))
  const { output, arn } = await lab.run()
  expect(output).toEqual(
    [[1, 2], [3, 4], [5]].map((Items) => ({ got: { BatchInput: { year: 2026 }, Items }, sees: false })),
  )
  const { executions } = lab.engine.list()
  expect(executions).toHaveLength(4)
  expect(executions[0]?.executionArn).toMatch(/:execution:main\/Shards:[0-9a-f-]{36}$/)
  expect(eventTypes(lab.engine, arn).slice(3)).toEqual([
    ...['MapStateEntered', 'MapStateStarted', 'MapRunStarted', 'MapRunSucceeded'],
    ...['MapStateSucceeded', 'MapStateExited', 'ExecutionSucceeded'],
  ])
  expect(eventTypes(lab.engine, executions[0]?.executionArn ?? '')).toEqual([
    'ExecutionStarted',
    'PassStateEntered',
    'PassStateExited',
    'ExecutionSucceeded',
  ])
})

test.each([
  ['none', {}, 'FAILED'],
  ['24 %', { ToleratedFailurePercentage: 24 }, 'FAILED'],
  ['25 %', { ToleratedFailurePercentage: '{% 25 %}' }, 'SUCCEEDED'],
  ['count 0', { ToleratedFailureCount: 0 }, 'FAILED'],
  ['count 1', { ToleratedFailureCount: 1 }, 'SUCCEEDED'],
])('of four items one fails: tolerated failures %s', async (_, tolerated, status) => {
  const Each = distributed({ Do: call('picky', '{% $states.input %}', end) }, { ...tolerated, ...end })
  const lab = laboratory(machineOf({ Each }), { functions: { picky } })
  const ran = await lab.run([1, 2, 3, 4])
  expect(ran.status).toBe(status)
  if (status === 'SUCCEEDED') expect(ran.output).toEqual([1, 3, 4])
  else expect(ran.error).toBe('States.ExceedToleratedFailureThreshold')
})

test('a distributed Map of many items keeps to its concurrency and ends', async () => {
  const Each = distributed(
    { One: { Type: 'Pass', ...end } },
    { Items: '{% [1..300] %}', MaxConcurrency: 10, ...end },
  )
  const { output } = await laboratory(machineOf({ Each })).run()
  expect(output).toEqual(Array.from({ length: 300 }, (_, index) => index + 1))
})

test('a redrive lets the failed shard run again, and it alone', async () => {
  const calls: number[] = []
  let broken = true
  const Each = distributed({ Do: call('f', '{% $states.input %}', end) }, { MaxConcurrency: 1, ...end })
  const lab = laboratory(machineOf({ Each }), {
    functions: {
      f: (n) => {
        calls.push(Number(n))
        if (n === 2 && broken) throw thrown('Broken')
        return n
      },
    },
  })
  const { arn, status } = await lab.run([1, 2, 3])
  expect(status).toBe('FAILED')
  broken = false
  await lab.engine.redrive(arn)
  await lab.engine.settled()
  expect(ranOf(lab.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: [1, 2, 3] })
  expect(calls).toEqual([1, 2, 2, 3])
  expect(eventTypes(lab.engine, arn)).toContain('ExecutionRedriven')
  expect(lab.engine.describe(arn).redriveCount).toBe(1)
})
