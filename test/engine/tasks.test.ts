import { expect, test } from 'vitest'
import type { Json } from '../../local/engine/json.ts'
import { ask, call, eventTypes, laboratory, lambda, machineOf, ranOf, SECOND, START } from './laboratory.ts'

const end = { End: true }
const named = (name: string, message = ''): Error => Object.assign(new Error(message), { name })

test('lambda:invoke gives what Lambda’s API gives', async () => {
  const Task = {
    Type: 'Task',
    Resource: lambda,
    Arguments: { FunctionName: 'f', Payload: { n: '{% $states.input.n %}' } },
    ...end,
  }
  const { run } = laboratory(machineOf({ Task }), {
    functions: { f: (payload) => ({ got: payload, lost: undefined }) },
  })
  expect((await run({ n: 1 })).output).toEqual({
    ExecutedVersion: '$LATEST',
    Payload: { got: { n: 1 } },
    StatusCode: 200,
  })
})

test('a function that returns nothing has the payload null', async () => {
  const { run } = laboratory(machineOf({ Task: call('f', {}, end) }), { functions: { f: () => undefined } })
  expect((await run()).output).toBeNull()
})

test('the history of a task is AWS’s, event by event', async () => {
  const { run, engine } = laboratory(
    machineOf({ Call: call('f', { a: 1 }, { TimeoutSeconds: 9, Assign: { b: 2 }, ...end }) }),
    {
      functions: { f: () => 'done' },
    },
  )
  const { arn } = await run({ i: 0 })
  const timestamp = new Date(START)
  const resource = { resourceType: 'lambda', resource: 'invoke' }
  const result = '{"ExecutedVersion":"$LATEST","Payload":"done","StatusCode":200}'
  const whole = { truncated: false }
  const roleArn = 'arn:aws:iam::000000000000:role/local'
  expect(engine.history(arn)).toEqual([
    {
      id: 1,
      previousEventId: 0,
      timestamp,
      type: 'ExecutionStarted',
      executionStartedEventDetails: { input: '{"i":0}', inputDetails: whole, roleArn },
    },
    {
      id: 2,
      previousEventId: 0,
      timestamp,
      type: 'TaskStateEntered',
      stateEnteredEventDetails: { name: 'Call', input: '{"i":0}', inputDetails: whole },
    },
    {
      id: 3,
      previousEventId: 2,
      timestamp,
      type: 'TaskScheduled',
      taskScheduledEventDetails: {
        ...resource,
        region: 'local',
        parameters: '{"FunctionName":"f","Payload":{"a":1}}',
        timeoutInSeconds: 9,
      },
    },
    { id: 4, previousEventId: 3, timestamp, type: 'TaskStarted', taskStartedEventDetails: resource },
    {
      id: 5,
      previousEventId: 4,
      timestamp,
      type: 'TaskSucceeded',
      taskSucceededEventDetails: { ...resource, output: result, outputDetails: whole },
    },
    {
      id: 6,
      previousEventId: 5,
      timestamp,
      type: 'TaskStateExited',
      stateExitedEventDetails: {
        name: 'Call',
        output: '"done"',
        outputDetails: whole,
        assignedVariables: { b: '2' },
        assignedVariablesDetails: whole,
      },
    },
    {
      id: 7,
      previousEventId: 6,
      timestamp,
      type: 'ExecutionSucceeded',
      executionSucceededEventDetails: { output: '"done"', outputDetails: whole },
    },
  ])
  expect(engine.describe(arn)).toMatchObject({ transitionCount: 1, historyEventCount: 7 })
})

test('what a function throws is the task’s error by its name, with Lambda’s cause', async () => {
  const { run, engine } = laboratory(machineOf({ Call: call('f', {}, end) }), {
    functions: {
      f: () => {
        throw named('StaleVersion', 'too late')
      },
    },
  })
  const { arn, ...ran } = await run()
  const cause = '{"errorType":"StaleVersion","errorMessage":"too late"}'
  expect(ran).toMatchObject({ status: 'FAILED', error: 'StaleVersion', cause })
  expect(eventTypes(engine, arn).slice(-2)).toEqual(['TaskFailed', 'ExecutionFailed'])
})

test('Retry waits, backs off, stops at the longest delay and gives up after MaxAttempts', async () => {
  const at: number[] = []
  const Retry = [
    { ErrorEquals: ['Busy'], IntervalSeconds: 2, MaxAttempts: 4, BackoffRate: 3, MaxDelaySeconds: 20 },
  ]
  const lab = laboratory(
    machineOf({ Call: call('f', { tries: '{% $states.context.State.RetryCount %}' }, { Retry, ...end }) }),
    {
      functions: {
        f: (payload) => {
          at.push((lab.now() - START) / SECOND)
          expect(payload).toEqual({ tries: at.length - 1 })
          throw named('Busy')
        },
      },
    },
  )
  const { arn } = await lab.run()
  await lab.pass(1000 * SECOND)
  expect(at).toEqual([0, 2, 8, 26, 46])
  expect(ranOf(lab.engine, arn)).toMatchObject({ status: 'FAILED', error: 'Busy' })
  expect(lab.engine.describe(arn).transitionCount).toBe(5)
  expect(eventTypes(lab.engine, arn).filter((type) => type === 'TaskStateEntered')).toHaveLength(1)
})

test('each retrier counts for itself; one of no attempts keeps an error from those after it', async () => {
  const thrown = ['A', 'B', 'A', 'Never']
  const Retry = [
    { ErrorEquals: ['Never'], MaxAttempts: 0 },
    { ErrorEquals: ['A'], MaxAttempts: 2 },
    { ErrorEquals: ['States.ALL'], MaxAttempts: 1 },
  ]
  const lab = laboratory(machineOf({ Call: call('f', {}, { Retry, ...end }) }), {
    functions: {
      f: () => {
        throw named(thrown.shift() ?? 'Over')
      },
    },
  })
  const { arn } = await lab.run()
  await lab.pass(1000 * SECOND)
  expect(ranOf(lab.engine, arn).error).toBe('Never')
  expect(thrown).toEqual([])
})

test('full jitter waits at most the delay', async () => {
  const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10, MaxAttempts: 1, JitterStrategy: 'FULL' }]
  const lab = laboratory(machineOf({ Call: call('f', {}, { Retry, ...end }) }), { functions: {} })
  for (let round = 0; round < 20; round += 1) await lab.run()
  const due = lab.engine.nextDue() ?? 0
  expect(due).toBeLessThan(START + 10 * SECOND)
  await lab.pass(10 * SECOND)
  expect(lab.engine.list({ status: 'FAILED' }).executions).toHaveLength(20)
})

test('Catch goes on with the error, or with its own Output and Assign', async () => {
  const Catch = [
    { ErrorEquals: ['A'], Next: 'Caught' },
    {
      ErrorEquals: ['States.TaskFailed'],
      Next: 'Caught',
      Output: '{% $states.errorOutput.Error %}',
      Assign: { cause: '{% $states.errorOutput.Cause %}' },
    },
  ]
  const Caught = {
    Type: 'Pass',
    Output: { in: '{% $states.input %}', cause: '{% $exists($cause) ? $cause : "none" %}' },
    ...end,
  }
  const { run, engine } = laboratory(
    machineOf({ Call: call('f', '{% $states.input %}', { Catch, ...end }), Caught }),
    {
      functions: {
        f: (payload: Json) => {
          throw named(String(payload), 'm')
        },
      },
    },
  )
  const cause = (name: string) => JSON.stringify({ errorType: name, errorMessage: 'm' })
  const { output, arn } = await run('A')
  expect(output).toEqual({ in: { Error: 'A', Cause: cause('A') }, cause: 'none' })
  expect(eventTypes(engine, arn).slice(4, 7)).toEqual(['TaskFailed', 'TaskStateExited', 'PassStateEntered'])
  expect((await run('B')).output).toEqual({ in: 'B', cause: cause('B') })
})

test('an Output that fails can be caught; a Catch that fails cannot', async () => {
  const Catch = [
    { ErrorEquals: ['States.QueryEvaluationError'], Next: 'Done', Output: '{% $states.input.handled %}' },
  ]
  const Task = call('f', {}, { Output: '{% $states.result.nothing %}', Catch, ...end })
  const { run } = laboratory(machineOf({ Task, Done: { Type: 'Succeed' } }), { functions: { f: () => 1 } })
  expect(await run({ handled: 'yes' })).toMatchObject({ status: 'SUCCEEDED', output: 'yes' })
  expect(await run({})).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' })
})

test('TimeoutSeconds ends a call that does not return; what it says later is not heard', async () => {
  const held: ((value: string) => void)[] = []
  const Catch = [
    { ErrorEquals: ['States.TaskFailed'], Next: 'Wrong' },
    { ErrorEquals: ['States.Timeout'], Next: 'Late' },
  ]
  const lab = laboratory(
    machineOf({
      Call: call('f', {}, { TimeoutSeconds: '{% $states.input.patience %}', Catch, ...end }),
      Late: { Type: 'Pass', Output: 'late', ...end },
      Wrong: { Type: 'Fail' },
    }),
    { functions: { f: () => new Promise((resolve) => held.push(resolve)) } },
  )
  const { executionArn: arn } = await lab.engine.start({ machine: 'main', input: { patience: 30 } })
  await new Promise(setImmediate)
  await lab.pass(30 * SECOND)
  expect(ranOf(lab.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: 'late' })
  expect(eventTypes(lab.engine, arn)).toContain('TaskTimedOut')
  held[0]?.('here I am')
  await lab.engine.settled()
  expect(ranOf(lab.engine, arn).output).toBe('late')
})

test('a heartbeat that stays away is a timeout; each one counts anew', async () => {
  const tokens: string[] = []
  const Catch = [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Silent' }]
  const lab = laboratory(
    machineOf({
      Ask: ask('open', { HeartbeatSeconds: 10, Catch, ...end }),
      Silent: { Type: 'Pass', ...end },
    }),
    {
      functions: { open: (payload) => tokens.push(JSON.stringify(payload).slice(10, -2)) },
    },
  )
  const { arn } = await lab.run()
  const token = tokens[0] ?? ''
  await lab.pass(9 * SECOND)
  await lab.engine.sendTaskHeartbeat(token)
  await lab.pass(9 * SECOND)
  expect(ranOf(lab.engine, arn).status).toBe('RUNNING')
  await lab.pass(1 * SECOND)
  expect(ranOf(lab.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'States.Timeout' } })
  await expect(lab.engine.sendTaskHeartbeat(token)).rejects.toMatchObject({ name: 'TaskTimedOut' })
})

const starting = (resource: string, more: object) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${resource}`,
  Arguments: {
    StateMachineArn: 'arn:aws-cn:states:cn-north-1:1:stateMachine:child',
    Input: { n: '{% $states.input.n %}' },
    ...more,
  },
  ...end,
})

test('states:startExecution starts once under its name and does not wait', async () => {
  const main = machineOf({
    Start: starting('states:startExecution', { Name: '{% "c-" & $states.input.n %}' }),
  })
  const child = machineOf({ Wait: { Type: 'Wait', Seconds: 5, ...end } })
  const lab = laboratory({ main, child })
  const first = await lab.run({ n: 1 })
  const arn = 'arn:aws:states:local:000000000000:execution:child:c-1'
  expect(first.output).toEqual({ ExecutionArn: arn, StartDate: START })
  expect(await lab.run({ n: 1 })).toMatchObject({ status: 'SUCCEEDED', output: { ExecutionArn: arn } })
  expect(lab.engine.list({ stateMachine: 'child' }).executions).toHaveLength(1)
  await lab.pass(5 * SECOND)
  expect(ranOf(lab.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: { n: 1 } })
  expect(await lab.run({ n: 1 })).toMatchObject({
    status: 'FAILED',
    error: 'StepFunctions.ExecutionAlreadyExistsException',
  })
})

test('states:startExecution.sync:2 waits, and gives the description with its output as JSON', async () => {
  const main = machineOf({
    Start: starting('states:startExecution.sync:2', { Name: '{% "c-" & $states.input.n %}' }),
  })
  const child = machineOf({
    Wait: { Type: 'Wait', Seconds: 5, Next: 'Judge' },
    Judge: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.n = 1 %}', Next: 'Good' }],
      Default: 'Bad',
    },
    Good: { Type: 'Pass', Output: ['ok'], ...end },
    Bad: { Type: 'Fail', Error: 'Bad', Cause: 'n' },
  })
  const lab = laboratory({ main, child })
  const good = await lab.run({ n: 1 })
  const bad = await lab.run({ n: 2 })
  expect(good.status).toBe('RUNNING')
  await lab.pass(5 * SECOND)
  expect(ranOf(lab.engine, good.arn).output).toMatchObject({
    Status: 'SUCCEEDED',
    Output: ['ok'],
    Input: { n: 1 },
    Name: 'c-1',
  })
  const { status, error, cause } = ranOf(lab.engine, bad.arn)
  expect([status, error]).toEqual(['FAILED', 'States.TaskFailed'])
  expect(JSON.parse(cause ?? '')).toMatchObject({ Status: 'FAILED', Error: 'Bad', Cause: 'n' })
  expect(eventTypes(lab.engine, good.arn)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSubmitted',
    'TaskSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ])
})

test('an execution that is stopped, or times out, takes those it waits for with it', async () => {
  const Task = starting('states:startExecution.sync:2', { Name: '{% "c-" & $states.input.n %}' })
  const child = machineOf({ Wait: { Type: 'Wait', Seconds: 500, ...end } })
  const lab = laboratory({ main: machineOf({ Task: { ...Task, TimeoutSeconds: 60 } }), child })
  const stopped = await lab.run({ n: 1 })
  await lab.engine.stop(stopped.arn, 'Enough', 'of this')
  await lab.run({ n: 2 })
  await lab.pass(60 * SECOND)
  await lab.engine.settled()
  expect(ranOf(lab.engine, stopped.arn)).toMatchObject({
    status: 'ABORTED',
    error: 'Enough',
    cause: 'of this',
  })
  expect(lab.engine.list({ stateMachine: 'child' }).executions.map(({ status }) => status)).toEqual([
    'ABORTED',
    'ABORTED',
  ])
})

test('a machine that does not exist is the task’s error', async () => {
  const { run } = laboratory(machineOf({ Start: starting('states:startExecution', { Name: 'x' }) }))
  expect(await run({ n: 1 })).toMatchObject({ error: 'StepFunctions.StateMachineDoesNotExistException' })
})

test('the host can add integrations', async () => {
  const Task = {
    Type: 'Task',
    Resource: 'arn:aws:states:::aws-sdk:dynamodb:getItem',
    Arguments: { Key: '{% $states.input %}' },
    ...end,
  }
  const { run } = laboratory(machineOf({ Task }), {
    integrations: { 'aws-sdk:dynamodb:getItem': async ({ Key }) => ({ Item: Key }) },
  })
  expect((await run('k')).output).toEqual({ Item: 'k' })
})
