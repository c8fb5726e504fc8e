import { expect, test } from 'vitest'
import { ask, call, DAY, laboratory, machineOf, ranOf, SECOND, START } from './laboratory.ts'

test('waits that fall due while the clock jumps fire in due order across executions', async () => {
  const told: [unknown, number][] = []
  const Wait = { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Tell' }
  const lab = laboratory(
    machineOf({ Wait, Tell: call('tell', '{% $states.input.seconds %}', { End: true }) }),
    {
      functions: {
        tell: async (seconds) => {
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 3))
          told.push([seconds, (lab.now() - START) / SECOND])
        },
      },
    },
  )
  const seconds = Array.from({ length: 30 }, (_, n) => ((n * 7919) % 31) * 1000 + 5)
  for (const each of seconds) await lab.run({ seconds: each })
  await lab.pass(365 * DAY)
  // Each at its own moment, and told before the next one begins.
  expect(told).toEqual([...seconds].sort((a, b) => a - b).map((each) => [each, each]))
  expect(lab.now()).toBe(START + 365 * DAY)
})

test('what falls due on the way sets going what falls due on the way too', async () => {
  const moments: number[] = []
  const Again = {
    Type: 'Choice',
    Choices: [{ Condition: '{% $states.input < 5 %}', Next: 'Wait' }],
    Default: 'Done',
  }
  const Tell = call('tell', '{% $states.input %}', { Output: '{% $states.input + 1 %}', Next: 'Again' })
  const lab = laboratory(
    machineOf(
      { Wait: { Type: 'Wait', Seconds: 86_400, Next: 'Tell' }, Tell, Again, Done: { Type: 'Succeed' } },
      40_000_000,
    ),
    {
      functions: { tell: () => moments.push((lab.now() - START) / DAY) },
    },
  )
  const { arn } = await lab.run(0)
  await lab.pass(365 * DAY)
  expect(moments).toEqual([1, 2, 3, 4, 5])
  expect(ranOf(lab.engine, arn).output).toBe(5)
})

test('of equal due times the timer that was set first fires first', async () => {
  const order: unknown[] = []
  const Wait = { Type: 'Wait', Timestamp: '2026-06-01T00:00:00Z', Next: 'Tell' }
  const lab = laboratory(
    machineOf({ Wait, Tell: call('tell', '{% $states.input %}', { End: true }) }, 40_000_000),
    {
      functions: { tell: (n) => order.push(n) },
    },
  )
  for (let n = 0; n < 10; n += 1) await lab.run(n)
  await lab.pass(300 * DAY)
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('a clock that jumps without stopping on the way still fires in due order', async () => {
  const order: unknown[] = []
  const Wait = { Type: 'Wait', Seconds: '{% $states.input %}', Next: 'Tell' }
  const lab = laboratory(machineOf({ Wait, Tell: call('tell', '{% $states.input %}', { End: true }) }), {
    functions: { tell: (n) => order.push(n) },
  })
  for (const n of [30, 20, 10]) await lab.run(n)
  await lab.engine.fireDue(START + 25 * SECOND)
  expect(order).toEqual([10, 20])
  await lab.engine.fireDue(START + DAY)
  expect(order).toEqual([10, 20, 30])
})

test('a call that hangs does not keep back what falls due elsewhere', async () => {
  const Wait = { Type: 'Wait', Seconds: 10, Next: 'Hang' }
  const machines = {
    main: machineOf({ Wait, Hang: call('hang', {}, { TimeoutSeconds: 10, End: true }) }),
    other: machineOf({ Wait: { Type: 'Wait', Seconds: 15, End: true } }),
  }
  const { promise: called, resolve: hangs } = Promise.withResolvers<void>()
  const hang = () => {
    hangs()
    return new Promise(() => {})
  }
  const lab = laboratory(machines, { functions: { hang } })
  const hung = await lab.run()
  const other = await lab.run({}, { machine: 'other' })
  // As a host does that follows the wall clock: it does not wait for one call before it makes the next.
  const first = lab.engine.fireDue(START + 10 * SECOND)
  await called
  await lab.engine.fireDue(START + 20 * SECOND)
  await first
  expect(ranOf(lab.engine, other.arn).status).toBe('SUCCEEDED')
  expect(ranOf(lab.engine, hung.arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' })
})

test('a host that fires by the wall clock and one that moves the clock do not get into each other’s way', async () => {
  const lab = laboratory(machineOf({ Wait: { Type: 'Wait', Seconds: 10, End: true } }))
  const { arn } = await lab.run()
  const ticking = lab.engine.fireDue(START + 10 * SECOND)
  await lab.pass(20 * SECOND)
  expect(ranOf(lab.engine, arn).status).toBe('SUCCEEDED')
  await ticking
})

test('an answered task leaves no timer behind', async () => {
  let token = ''
  const lab = laboratory(
    machineOf({
      Ask: ask('open', { TimeoutSeconds: 60, HeartbeatSeconds: 30, Next: 'Wait' }),
      Wait: { Type: 'Wait', Seconds: 50, End: true },
    }),
    {
      functions: {
        open: (payload) => {
          token = JSON.parse(JSON.stringify(payload)).token
        },
      },
    },
  )
  const { arn } = await lab.run()
  expect(lab.engine.nextDue()).toBe(START + 30 * SECOND)
  await lab.engine.sendTaskSuccess(token, 1)
  await lab.engine.settled()
  expect(lab.engine.nextDue()).toBe(START + 50 * SECOND)
  await lab.pass(50 * SECOND)
  expect(ranOf(lab.engine, arn).status).toBe('SUCCEEDED')
  expect(lab.engine.nextDue()).toBeUndefined()
})
