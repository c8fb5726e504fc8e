import { expect, test } from 'vitest'
import { DAY, eventTypes, laboratory, machineOf, ranOf, SECOND, START } from './laboratory.ts'

const end = { End: true }

test('a Pass shapes its input by Output and keeps the rest as written', async () => {
  const Output = {
    'name of': '{% $states.input.who & "!" %}',
    list: [1, '{% $states.input.n + 1 %}', 'as is'],
  }
  const { run } = laboratory(machineOf({ Shape: { Type: 'Pass', Output, ...end } }))
  expect((await run({ who: 'Li', n: 2 })).output).toEqual({ 'name of': 'Li!', list: [1, 3, 'as is'] })
})

test('without Output the input goes on', async () => {
  const { run } = laboratory(machineOf({ On: { Type: 'Pass', Next: 'Done' }, Done: { Type: 'Succeed' } }))
  expect((await run([1, 2])).output).toEqual([1, 2])
})

test('Assign and Output see the variables from before; the next state sees what was assigned', async () => {
  const first = { Type: 'Pass', Assign: { n: '{% $states.input.n %}', fixed: [1] }, Next: 'Second' }
  const Second = { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Output: '{% $n %}', Next: 'Third' }
  const Third = {
    Type: 'Pass',
    Output: { before: '{% $states.input %}', after: '{% $n %}', kept: '{% $fixed %}' },
    ...end,
  }
  const { run } = laboratory(machineOf({ first, Second, Third }))
  expect((await run({ n: 1 })).output).toEqual({ before: 1, after: 2, kept: [1] })
})

test('a variable holds an array of one as an array', async () => {
  const A = { Type: 'Pass', Assign: { list: '{% [$states.input[ok = true]] %}' }, Next: 'B' }
  const B = { Type: 'Pass', Output: '{% $list %}', ...end }
  const { run } = laboratory(machineOf({ A, B }))
  expect((await run([{ ok: true }, { ok: false }])).output).toEqual([{ ok: true }])
})

test('the context tells of the execution, the machine and the state', async () => {
  const { run } = laboratory(machineOf({ Look: { Type: 'Pass', Output: '{% $states.context %}', ...end } }))
  const { output, arn } = await run({ a: 1 }, { name: 'look-1' })
  expect(arn).toBe('arn:aws:states:local:000000000000:execution:main:look-1')
  expect(output).toMatchObject({
    Execution: { Id: arn, Name: 'look-1', Input: { a: 1 }, StartTime: '2026-01-01T00:00:00.000Z' },
    StateMachine: { Id: 'arn:aws:states:local:000000000000:stateMachine:main', Name: 'main' },
    State: { Name: 'Look', EnteredTime: '2026-01-01T00:00:00.000Z', RetryCount: 0 },
  })
})

test('a Choice takes the first rule that holds, with that rule’s Output and Assign', async () => {
  const Choose = {
    Type: 'Choice',
    Choices: [
      { Condition: '{% $states.input.n > 10 %}', Next: 'Big', Output: 'ten', Assign: { size: 'big' } },
      { Condition: '{% $states.input.n > 5 %}', Next: 'Big', Output: 'five', Assign: { size: 'middle' } },
    ],
    Default: 'Small',
    Assign: { size: 'small' },
  }
  const say = { Type: 'Pass', Output: { got: '{% $states.input %}', size: '{% $size %}' }, ...end }
  const { run } = laboratory(machineOf({ Choose, Big: say, Small: say }))
  expect((await run({ n: 11 })).output).toEqual({ got: 'ten', size: 'big' })
  expect((await run({ n: 6 })).output).toEqual({ got: 'five', size: 'middle' })
  expect((await run({ n: 5 })).output).toEqual({ got: { n: 5 }, size: 'small' })
})

test('a Choice without a match or Default fails with States.NoChoiceMatched', async () => {
  const Choose = { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'Done' }] }
  const { run } = laboratory(machineOf({ Choose, Done: { Type: 'Succeed' } }))
  expect(await run()).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' })
})

test('a condition must be a truth value', async () => {
  const Choose = {
    Type: 'Choice',
    Choices: [{ Condition: '{% $states.input.n %}', Next: 'Done' }],
    Default: 'Done',
  }
  const { run } = laboratory(machineOf({ Choose, Done: { Type: 'Succeed' } }))
  expect(await run({ n: 1 })).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' })
})

test('Fail ends with its Error and Cause, which may be expressions', async () => {
  const Stop = { Type: 'Fail', Error: 'Refused', Cause: '{% "because of " & $states.input.why %}' }
  const { run, engine } = laboratory(machineOf({ Stop }))
  const { arn, ...ran } = await run({ why: 'age' })
  expect(ran).toMatchObject({ status: 'FAILED', error: 'Refused', cause: 'because of age' })
  expect(eventTypes(engine, arn)).toEqual(['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed'])
})

test('Succeed has an Output of its own', async () => {
  const { run } = laboratory(machineOf({ Done: { Type: 'Succeed', Output: '{% $states.input.a %}' } }))
  expect((await run({ a: [7] })).output).toEqual([7])
})

test('an expression that returns nothing fails its state, as on AWS, and the history says where', async () => {
  const { run, engine } = laboratory(
    machineOf({ Miss: { Type: 'Pass', Output: { a: ['{% $states.input.b %}'] }, ...end } }),
  )
  const { arn, error, cause } = await run()
  expect(error).toBe('States.QueryEvaluationError')
  const where = "An error occurred while executing the state 'Miss' (entered at the event id #2)."
  const what =
    "The JSONata expression '$states.input.b' specified for the field 'Output/a[0]' returned nothing (undefined)."
  expect(cause).toBe(`${where} ${what}`)
  expect(
    engine.history(arn).map(({ type, evaluationFailedEventDetails }) => [type, evaluationFailedEventDetails]),
  ).toEqual([
    ['ExecutionStarted', undefined],
    ['PassStateEntered', undefined],
    ['EvaluationFailed', { error, cause, location: 'Output/a[0]', state: 'Miss' }],
    ['ExecutionFailed', undefined],
  ])
})

test('an expression that throws fails its state', async () => {
  const { run } = laboratory(machineOf({ Throw: { Type: 'Pass', Output: '{% $number("x") %}', ...end } }))
  expect(await run()).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' })
})

test('what JSON cannot hold is no result', async () => {
  const { run } = laboratory(machineOf({ F: { Type: 'Pass', Output: '{% $sum %}', ...end } }))
  expect(await run()).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' })
})

test('Step Functions’ own JSONata functions are there, and time is the clock’s', async () => {
  const Output = {
    partition: '{% $partition([1,2,3,4,5], 2) %}',
    range: '{% $range(0, 10, 5) %}',
    hash: '{% $hash("a", "SHA-256") %}',
    parse: '{% $parse("{\\"a\\":1}") %}',
    random: '{% $random(7) = $random(7) %}',
    uuid: '{% $length($uuid()) %}',
    now: '{% $now() %}',
    year: '{% $now("[Y]-[M01]", "+0800") %}',
    millis: '{% $millis() %}',
  }
  const { run } = laboratory(machineOf({ F: { Type: 'Pass', Output, ...end } }))
  expect((await run()).output).toEqual({
    partition: [[1, 2], [3, 4], [5]],
    range: [0, 5, 10],
    hash: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
    parse: { a: 1 },
    random: true,
    uuid: 36,
    now: '2026-01-01T00:00:00.000Z',
    year: '2026-01',
    millis: START,
  })
})

test.each([
  ['Seconds', { Seconds: 10 }, 10 * SECOND],
  ['Seconds by expression', { Seconds: '{% $states.input.s %}' }, 20 * SECOND],
  ['Timestamp', { Timestamp: '2026-01-02T08:00:00+08:00' }, DAY],
  ['Timestamp by expression', { Timestamp: '{% $states.input.at %}' }, 2 * DAY],
])('a Wait by %s ends at its moment and not one millisecond before', async (_, until, span) => {
  const lab = laboratory(
    machineOf({ Wait: { Type: 'Wait', ...until, Assign: { a: 1 }, Output: 'waited', ...end } }),
  )
  const { arn } = await lab.run({ s: 20, at: '2026-01-03T00:00:00Z' })
  expect(lab.engine.nextDue()).toBe(START + span)
  await lab.pass(span - 1)
  expect(ranOf(lab.engine, arn).status).toBe('RUNNING')
  await lab.pass(1)
  expect(ranOf(lab.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: 'waited' })
  expect(eventTypes(lab.engine, arn).slice(1, 3)).toEqual(['WaitStateEntered', 'WaitStateExited'])
})

test('the machine’s TimeoutSeconds ends an execution as timed out', async () => {
  const lab = laboratory(machineOf({ Wait: { Type: 'Wait', Seconds: 100, ...end } }, 60))
  const { arn } = await lab.run()
  await lab.pass(59_999)
  expect(ranOf(lab.engine, arn).status).toBe('RUNNING')
  await lab.pass(1)
  expect(ranOf(lab.engine, arn).status).toBe('TIMED_OUT')
  expect(eventTypes(lab.engine, arn).at(-1)).toBe('ExecutionTimedOut')
  expect(lab.engine.nextDue()).toBeUndefined()
})

test('more than 256 KiB do not pass', async () => {
  const Output = '{% $join($map([1..1000], function($i) { $pad("x", $states.input.n) })) %}'
  const { run } = laboratory(machineOf({ Big: { Type: 'Pass', Output, ...end } }))
  expect((await run({ n: 262 })).status).toBe('SUCCEEDED')
  expect(await run({ n: 263 })).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' })
})

test('a machine that turns in circles ends at AWS’s limit of events', async () => {
  const { run, engine } = laboratory(
    machineOf({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
  )
  const { arn, ...ran } = await run()
  expect(ran).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
  const { historyEventCount, transitionCount } = engine.describe(arn)
  expect(historyEventCount).toBeLessThanOrEqual(25_000)
  expect(engine.history(arn)).toHaveLength(historyEventCount)
  expect(transitionCount).toBeGreaterThan(12_000)
})
