import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Engine, openEngine } from '../../local/engine/engine.ts'
import type { Json } from '../../local/engine/json.ts'
import { ranOf } from './laboratory.ts'
import { EXECUTIONS, type Line, linesOf, machines } from './victim-machines.ts'

const KILLS = 15
const victim = new URL('./victim.ts', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'engine-kill-'))

const begin = async (...more: string[]): Promise<ChildProcess> => {
  const process_ = spawn(process.execPath, [victim, folder, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(process_.stdout, 'data')
  return process_
}

let log: Line[] = []
let engine: Engine

beforeAll(async () => {
  for (let round = 0; round < KILLS; round += 1) {
    const running = await begin(String(round))
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 120))
    expect(running.exitCode).toBeNull()
    running.kill('SIGKILL')
    await once(running, 'exit')
  }
  const last = await begin()
  const [code] = await once(last, 'exit')
  expect(code).toBe(0)
  log = linesOf(readFileSync(join(folder, 'log'), 'utf8'))
  const clock = { now: () => 0 }
  engine = openEngine({ file: join(folder, 'journal.sqlite'), clock, invoke: async () => null, machines })
}, 180_000)

afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const executionsOf = (stateMachine: string) =>
  engine.list({ stateMachine, max: 1000 }).executions.map(({ executionArn, name }) => ({
    name: name ?? '',
    arn: executionArn ?? '',
    ran: ranOf(engine, executionArn ?? ''),
  }))

const callsOf = (who: string, task: string): Json[] =>
  log.flatMap((line) => {
    if (line.did !== 'call' || typeof line.payload !== 'object' || line.payload === null) return []
    return 'who' in line.payload && line.payload.who === who && line.payload.task === task
      ? [line.payload]
      : []
  })

const tokenOf = (who: string, task: string): string => {
  const tokens = new Set(callsOf(who, task).map((payload) => JSON.parse(JSON.stringify(payload)).token))
  // However often its call was made: one attempt, one token.
  expect(tokens.size).toBe(1)
  return String([...tokens][0])
}

const valuesOf = (did: 'send' | 'answer', token: string): number[] =>
  log.flatMap((line) => (line.did === did && line.token === token ? [line.value] : []))

test('killed fifteen times, no acknowledged start is lost and everything ends well', () => {
  const started = log.flatMap((line) => (line.did === 'start' ? [line.name] : []))
  const found = executionsOf('main')
  expect(started.length).toBeGreaterThan(EXECUTIONS)
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(started))
  expect(new Set(found.map(({ ran }) => ran.status))).toEqual(new Set(['SUCCEEDED']))
})

test('every result is what the model says, and every acknowledged answer is in it', () => {
  for (const { name, ran } of executionsOf('main')) {
    const n = Number(name.split('-')[2])
    const given = ['ask', 'last'].map((task) => {
      const token = tokenOf(name, task)
      const acknowledged = valuesOf('answer', token)
      expect(acknowledged.length).toBeLessThanOrEqual(1)
      return acknowledged.length === 1 ? acknowledged : valuesOf('send', token)
    })
    const output = JSON.parse(JSON.stringify(ran.output))
    expect(output).toEqual({
      first: 2 * n,
      together: [expect.any(Number), 2 * n, [2, 4, 6]],
      child: 2 * n,
      last: expect.any(Number),
    })
    expect(given[0]).toContain(output.together[0])
    expect(given[1]).toContain(output.last)
  }
})

test('every effect happens at least once, every child exactly once', () => {
  const names = executionsOf('main').map(({ name }) => name)
  for (const name of names)
    for (const [task, least] of [
      ['first', 1],
      ['then', 1],
      ['item', 3],
      ['ask', 1],
      ['last', 1],
    ] as const)
      expect(callsOf(name, task).length).toBeGreaterThanOrEqual(least)
  expect(
    executionsOf('child')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(names.map((name) => `of-${name}`).sort())
})

test('every history is whole: one line of events without gaps, each step once', () => {
  for (const { arn } of executionsOf('main')) {
    const events = engine.history(arn)
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1))
    for (const { id = 0, previousEventId = 0 } of events) expect(previousEventId).toBeLessThan(id)
    const count = (type: string) => events.filter((event) => event.type === type).length
    // First, Then, three Items, Ask, Child, Last.
    for (const type of ['TaskStateEntered', 'TaskScheduled', 'TaskSucceeded', 'TaskStateExited'])
      expect(count(type)).toBe(8)
    expect(count('MapIterationSucceeded')).toBe(3)
    expect(count('ExecutionSucceeded')).toBe(1)
  }
})

test('the kills came at many different moments', () => {
  // Calls made more often than the model needs them were under way when the process died.
  const calls = log.filter((line) => line.did === 'call').length
  expect(calls).toBeGreaterThan(executionsOf('main').length * 7 + executionsOf('child').length)
})
