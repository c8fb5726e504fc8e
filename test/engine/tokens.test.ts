import { expect, test } from 'vitest'
import { ask, call, eventTypes, laboratory, machineOf, ranOf, SECOND } from './laboratory.ts'

const setting = (more: object = {}) => {
  const tokens: string[] = []
  const open = (payload: unknown) => {
    tokens.push(JSON.parse(JSON.stringify(payload)).token)
    return 'opened'
  }
  const machine = machineOf({ Ask: ask('open', { End: true, ...more }) })
  return { ...laboratory(machine, { functions: { open } }), tokens }
}

const refusal = (name: string) => ({ name })

test('a token’s answer is the task’s result', async () => {
  const { run, engine, tokens } = setting()
  const { arn, status } = await run()
  expect(status).toBe('RUNNING')
  await engine.sendTaskSuccess(tokens[0] ?? '', { approved: true })
  await engine.settled()
  expect(ranOf(engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: { approved: true } })
  expect(eventTypes(engine, arn)).toEqual([
    ...['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskSubmitted'],
    ...['TaskSucceeded', 'TaskStateExited', 'ExecutionSucceeded'],
  ])
  const submitted = engine.history(arn)[4]?.taskSubmittedEventDetails
  expect(submitted).toMatchObject({ resourceType: 'lambda', resource: 'invoke.waitForTaskToken' })
  expect(JSON.parse(submitted?.output ?? '')).toMatchObject({ Payload: 'opened', StatusCode: 200 })
})

test('a failure sent by token is the task’s error', async () => {
  const { run, engine, tokens } = setting()
  const { arn } = await run()
  await engine.sendTaskFailure(tokens[0] ?? '', 'Rejected', 'r-1')
  await engine.settled()
  expect(ranOf(engine, arn)).toMatchObject({ status: 'FAILED', error: 'Rejected', cause: 'r-1' })
})

test('of a hundred answers at once one is taken', async () => {
  const { run, engine, tokens } = setting()
  const { arn } = await run()
  const answers = await Promise.allSettled(
    Array.from({ length: 100 }, (_, n) => engine.sendTaskSuccess(tokens[0] ?? '', n)),
  )
  await engine.settled()
  const taken = answers.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []))
  expect(taken).toHaveLength(1)
  expect(ranOf(engine, arn).output).toBe(taken[0])
  const refused = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [String(answer.reason.name)] : [],
  )
  expect(new Set(refused)).toEqual(new Set(['TaskTimedOut']))
})

test.each(['sendTaskSuccess', 'sendTaskFailure', 'sendTaskHeartbeat'] as const)(
  '%s after the answer, the timeout or the end is too late',
  async (send) => {
    const { run, engine, tokens, pass } = setting({ TimeoutSeconds: 60 })
    await run()
    await engine.sendTaskSuccess(tokens[0] ?? '', 1)
    await expect(engine[send](tokens[0] ?? '', '')).rejects.toMatchObject(refusal('TaskTimedOut'))
    await run()
    await pass(60 * SECOND)
    await expect(engine[send](tokens[1] ?? '', '')).rejects.toMatchObject(refusal('TaskTimedOut'))
    const { arn } = await run()
    await engine.stop(arn)
    await expect(engine[send](tokens[2] ?? '', '')).rejects.toMatchObject(refusal('TaskTimedOut'))
  },
)

test('a token that was never given out, or is none, is refused', async () => {
  const { engine } = setting()
  const unknown = '00000000-0000-4000-8000-000000000000'
  await expect(engine.sendTaskSuccess(unknown, 1)).rejects.toMatchObject(refusal('TaskDoesNotExist'))
  await expect(engine.sendTaskSuccess('guess', 1)).rejects.toMatchObject(refusal('InvalidToken'))
})

test('an answer that is no JSON is refused, and the token stays open', async () => {
  const { run, engine, tokens } = setting()
  const { arn } = await run()
  await expect(engine.sendTaskSuccess(tokens[0] ?? '', undefined)).rejects.toMatchObject(
    refusal('InvalidOutput'),
  )
  const big = 'x'.repeat(262_144)
  await expect(engine.sendTaskSuccess(tokens[0] ?? '', big)).rejects.toMatchObject(refusal('InvalidOutput'))
  await engine.sendTaskSuccess(tokens[0] ?? '', 'ok')
  await engine.settled()
  expect(ranOf(engine, arn).output).toBe('ok')
})

test('an answer may come before the call that handed out the token has returned', async () => {
  const lab = laboratory(machineOf({ Ask: ask('open', { End: true }) }), {
    functions: {
      open: async (payload) => {
        await lab.engine.sendTaskSuccess(JSON.parse(JSON.stringify(payload)).token, 'at once')
        return 'later'
      },
    },
  })
  expect(await lab.run()).toMatchObject({ status: 'SUCCEEDED', output: 'at once' })
})

test('an answer that was acknowledged wins over a timeout of the same moment', async () => {
  const { run, engine, tokens, pass } = setting({ TimeoutSeconds: 60 })
  const { arn } = await run()
  await pass(60 * SECOND - 1)
  const sent = engine.sendTaskSuccess(tokens[0] ?? '', 'in time')
  await pass(1)
  await sent
  await engine.settled()
  expect(ranOf(engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: 'in time' })
})

test('an answer that was acknowledged wins over a timeout that waits to be heard', async () => {
  let token = ''
  const branches = [
    { StartAt: 'Hold', States: { Hold: { Type: 'Wait', Seconds: 60, Output: '{% 1 + 1 %}', End: true } } },
    { StartAt: 'Ask', States: { Ask: ask('open', { TimeoutSeconds: 60, End: true }) } },
  ]
  const lab = laboratory(machineOf({ Both: { Type: 'Parallel', Branches: branches, End: true } }), {
    functions: {
      open: (payload) => {
        token = JSON.parse(JSON.stringify(payload)).token
      },
    },
  })
  const { arn } = await lab.run()
  const later = lab.now() + 60 * SECOND
  // The first timer's consequences are being decided, the second waits, and then the answer comes.
  const fired = [lab.engine.fireDue(later), lab.engine.fireDue(later)]
  await Promise.all([...fired, lab.engine.sendTaskSuccess(token, 'in time')])
  await lab.engine.settled()
  expect(ranOf(lab.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: [2, 'in time'] })
})

test('a timeout that was overtaken by the answer does not touch the state after it', async () => {
  let token = ''
  const Wait = { Type: 'Wait', Seconds: 50, Output: 'waited', End: true }
  const lab = laboratory(machineOf({ Ask: ask('open', { TimeoutSeconds: 60, Next: 'Wait' }), Wait }), {
    functions: {
      open: (payload) => {
        token = JSON.parse(JSON.stringify(payload)).token
      },
    },
  })
  const { arn } = await lab.run()
  await lab.pass(60 * SECOND - 1)
  const sent = lab.engine.sendTaskSuccess(token, 'in time')
  await lab.pass(1)
  await sent
  await lab.pass(50 * SECOND)
  expect(ranOf(lab.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: 'waited' })
})

test('every attempt has a token of its own; the old one is closed', async () => {
  const Retry = [{ ErrorEquals: ['Again'], IntervalSeconds: 1, MaxAttempts: 1 }]
  const { run, engine, tokens, pass } = setting({ Retry })
  const { arn } = await run()
  await engine.sendTaskFailure(tokens[0] ?? '', 'Again')
  await engine.settled()
  await pass(1 * SECOND)
  expect(new Set(tokens).size).toBe(2)
  await expect(engine.sendTaskSuccess(tokens[0] ?? '', 1)).rejects.toMatchObject(refusal('TaskTimedOut'))
  await engine.sendTaskSuccess(tokens[1] ?? '', 2)
  await engine.settled()
  expect(ranOf(engine, arn).output).toBe(2)
})

test('a function that throws fails the task, and its token is closed', async () => {
  const tokens: string[] = []
  const lab = laboratory(machineOf({ Ask: ask('open', { End: true }) }), {
    functions: {
      open: (payload) => {
        tokens.push(JSON.parse(JSON.stringify(payload)).token)
        throw new TypeError('no')
      },
    },
  })
  expect(await lab.run()).toMatchObject({ status: 'FAILED', error: 'TypeError' })
  await expect(lab.engine.sendTaskSuccess(tokens[0] ?? '', 1)).rejects.toMatchObject(refusal('TaskTimedOut'))
})

test('a plain task has no token', async () => {
  const payload = { token: '{% $exists($states.context.Task) %}' }
  const { run } = laboratory(machineOf({ Call: call('f', payload, { End: true }) }), {
    functions: { f: (given) => given },
  })
  expect((await run()).output).toEqual({ token: false })
})
