import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Json } from '../../local/engine/json.ts'
import { ask, call, eventTypes, laboratory, machineOf, ranOf, SECOND, START } from './laboratory.ts'

const folder = mkdtempSync(join(tmpdir(), 'engine-'))
let files = 0
const file = (): string => {
  files += 1
  return join(folder, `${files}.sqlite`)
}
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const never = () => new Promise(() => {})
const tokenOf = (payload: Json): string => JSON.parse(JSON.stringify(payload)).token

/**
 * A second engine on the journal of a first that ended when its last event was `at`. Closing writes nothing, so that
 * the second finds what a crash would have left.
 */
const crashed = async (
  at: 'TaskStarted' | 'TaskSubmitted',
  machine: string,
  before: Record<string, (payload: Json) => unknown>,
  after: Record<string, (payload: Json) => unknown>,
  input: unknown = {},
) => {
  const path = file()
  const first = laboratory(machine, { file: path, functions: before })
  const { executionArn: arn } = await first.engine.start({ machine: 'main', name: 'e', input })
  await expect.poll(() => eventTypes(first.engine, arn).at(-1), { interval: 1 }).toBe(at)
  await first.engine.close()
  const second = laboratory(machine, { file: path, functions: after, begins: first.now() })
  second.engine.resume()
  return { second, arn }
}

test('a call that was under way is made again, with the same payload', async () => {
  const payload = { who: '{% $states.input.who %}', at: '{% $uuid() %}' }
  const payloads: Json[] = []
  const note = (given: Json) => payloads.push(given)
  const machine = machineOf({ Call: call('f', payload, { End: true }) })
  const { second, arn } = await crashed(
    'TaskStarted',
    machine,
    { f: (given) => [note(given), never()][1] },
    { f: note },
    { who: 'Li' },
  )
  await second.engine.settled()
  expect(ranOf(second.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: 2 })
  expect(payloads[0]).toEqual(payloads[1])
  expect(eventTypes(second.engine, arn).filter((type) => type === 'TaskScheduled')).toHaveLength(1)
})

test('a token task whose call was under way is called again with the same token', async () => {
  const tokens: string[] = []
  const note = (given: Json) => tokens.push(tokenOf(given))
  const machine = machineOf({ Ask: ask('open', { End: true }) })
  const { second, arn } = await crashed(
    'TaskStarted',
    machine,
    { open: (given) => [note(given), never()][1] },
    { open: note },
  )
  await second.engine.settled()
  expect(tokens).toHaveLength(2)
  expect(tokens[0]).toBe(tokens[1])
  await second.engine.sendTaskSuccess(tokens[0] ?? '', 'ok')
  await second.engine.settled()
  expect(ranOf(second.engine, arn).output).toBe('ok')
})

test('a token task whose call had returned is not called again, and its token still counts', async () => {
  const tokens: string[] = []
  const machine = machineOf({ Ask: ask('open', { TimeoutSeconds: 60, End: true }) })
  const note = (given: Json) => tokens.push(tokenOf(given))
  const { second, arn } = await crashed('TaskSubmitted', machine, { open: note }, { open: note })
  await second.engine.settled()
  expect(tokens).toHaveLength(1)
  await second.engine.sendTaskSuccess(tokens[0] ?? '', 'ok')
  await second.engine.settled()
  expect(ranOf(second.engine, arn).output).toBe('ok')
})

test('an answer that was acknowledged before the crash is the result after it', async () => {
  const path = file()
  let token = ''
  const machine = machineOf({ Ask: ask('open', { End: true }) })
  const first = laboratory(machine, {
    file: path,
    functions: {
      open: (given) => {
        token = tokenOf(given)
      },
    },
  })
  const { arn } = await first.run()
  // Closed in the same turn as it is acknowledged: the execution has not heard of it.
  const acknowledged = first.engine.sendTaskSuccess(token, 'kept')
  await Promise.all([acknowledged, first.engine.close()])
  const second = laboratory(machine, { file: path })
  expect(ranOf(second.engine, arn).status).toBe('RUNNING')
  second.engine.resume()
  await second.engine.settled()
  expect(ranOf(second.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: 'kept' })
  await expect(second.engine.sendTaskSuccess(token, 'again')).rejects.toMatchObject({ name: 'TaskTimedOut' })
})

test('waits and retries keep their due times', async () => {
  const Wait = { Type: 'Wait', Seconds: 30, Next: 'Call' }
  const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 20, MaxAttempts: 1 }]
  const machine = machineOf({ Wait, Call: call('f', {}, { Retry, End: true }) })
  const path = file()
  const first = laboratory(machine, { file: path })
  const { arn } = await first.run()
  await first.engine.close()
  const second = laboratory(machine, { file: path })
  second.engine.resume()
  expect(second.engine.nextDue()).toBe(START + 30 * SECOND)
  await second.pass(30 * SECOND)
  await second.engine.close()
  const third = laboratory(machine, { file: path, functions: { f: () => 'at last' } })
  third.engine.resume()
  expect(third.engine.nextDue()).toBe(START + 50 * SECOND)
  await third.pass(50 * SECOND)
  expect(ranOf(third.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: 'at last' })
})

test('one journal has one engine', async () => {
  const path = file()
  const machine = machineOf({ Done: { Type: 'Succeed' } })
  const first = laboratory(machine, { file: path })
  await first.run()
  expect(() => laboratory(machine, { file: path })).toThrow('locked')
  await first.engine.close()
  expect(laboratory(machine, { file: path }).engine.list().executions).toHaveLength(1)
})

test('an execution ends with the definition that it began with', async () => {
  const path = file()
  const machine = (Output: string) =>
    machineOf({ Wait: { Type: 'Wait', Seconds: 5, Next: 'Say' }, Say: { Type: 'Pass', Output, End: true } })
  const first = laboratory(machine('old'), { file: path })
  const { arn } = await first.run({}, { name: 'a' })
  await first.engine.close()
  const second = laboratory(machine('new'), { file: path })
  second.engine.resume()
  const { arn: later } = await second.run({}, { name: 'b' })
  await second.pass(5 * SECOND)
  expect(ranOf(second.engine, arn).output).toBe('old')
  expect(ranOf(second.engine, later).output).toBe('new')
})

test('finished executions stay readable', async () => {
  const path = file()
  const machine = machineOf({ Done: { Type: 'Succeed' } })
  const first = laboratory(machine, { file: path })
  const { arn } = await first.run({ a: 1 })
  const history = first.engine.history(arn)
  await first.engine.close()
  const second = laboratory(machine, { file: path })
  second.engine.resume()
  expect(second.engine.history(arn)).toEqual(history)
  expect(ranOf(second.engine, arn)).toMatchObject({ status: 'SUCCEEDED', output: { a: 1 } })
})
