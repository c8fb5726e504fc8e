import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { workflowContracts } from '../../workflows/all.ts'
import { workflowNames } from '../../workflows/contract.ts'
import { type Known, knownBefore, PATIENCE, type Way } from './before/known.ts'
import { functionNow, inputNow } from './before/today.ts'
import { openBenchFor } from './bench.ts'

const textOf = ({ workflow }: Known): string =>
  readFileSync(`test/workflows/before/${workflow}.asl.json`, 'utf8')

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].flatMap(([, name]) => name ?? []))].sort()

const named = (error: string) => Object.assign(new Error('as the test wishes'), { name: error })

/** Lets an execution of the version before go its way, with functions that answer as today's contracts let them. */
const go = async (known: Known, way: Way) => {
  const functions = Object.values(known.functions)
  const left = new Map(Object.entries(way.answers ?? {}).map(([name, answers]) => [name, [...answers]]))
  const bench = openBenchFor(
    {
      name: known.workflow,
      text: textOf(known),
      functions: Object.fromEntries(
        Object.entries(known.functions).map(([placeholder, { name }]) => [placeholder, name]),
      ),
    },
    ({ name, payload }) => {
      const now = functionNow(name)
      now.payload.parse(payload)
      const next = left.get(name)?.shift()
      if (next !== undefined && 'error' in next) throw named(String(next.error))
      return now.answer.parse(next ?? functions.find((one) => one.name === name)?.answer)
    },
  )
  const execution = await bench.start(way.input)
  for (const fate of way.tokens) {
    const waiting = bench.invocations.findLast(({ payload }) => 'token' in payload)
    if (fate === 'late') await bench.pass(PATIENCE + 1)
    else if (fate === 'answered')
      await bench.engine.sendTaskSuccess(
        waiting?.payload.token,
        functionNow(waiting?.name ?? '').tokenAnswer?.parse(
          functions.find(({ name }) => name === waiting?.name)?.tokenAnswer,
        ),
      )
    else await bench.engine.sendTaskFailure(waiting?.payload.token, fate, 'r1')
    await bench.engine.settled()
  }
  await bench.pass(3600)
  return { bench, execution }
}

/** What this version began: no execution of the version before can be under way on it. */
const begun = [
  'complaint',
  'question',
  'feed-batch',
  'inspection',
  'justified-reason',
  'night-walk',
  'objection',
  'record-change',
  'programme-filing',
] as const

test('every workflow of the version before is known', () => {
  expect([...knownBefore.map(({ workflow }) => workflow), ...begun].sort()).toEqual([...workflowNames].sort())
})

describe.each(knownBefore)('an execution of $workflow that began with the version before', (known) => {
  const text = textOf(known)

  test('its definition is the one that is known: placeholders, errors, states', () => {
    expect(namesIn(text, /\$\{(\w+)\}/g)).toEqual([...Object.keys(known.functions), 'Partition'].sort())
    const caught = namesIn(text, /"ErrorEquals": \[([^\]]*)\]/g).join()
    expect(namesIn(caught, /"(\w+)"/g)).toEqual([...known.errors].sort())
    const { States } = z.object({ States: z.record(z.string(), z.unknown()) }).parse(JSON.parse(text))
    expect([...new Set(known.ways.flatMap(({ path }) => path))].sort()).toEqual(Object.keys(States).sort())
  })

  test('what it began with is still an input', () => {
    for (const { input } of known.ways) expect(inputNow[known.workflow].parse(input)).toEqual(input)
  })

  test('the errors that it catches are still thrown', () => {
    expect(workflowContracts[known.workflow].errors).toEqual(expect.arrayContaining([...known.errors]))
  })

  test.each(Object.values(known.functions))(
    '$name still takes its payload, and answers all that it reads',
    ({ name, payload, answer, tokenAnswer }) => {
      const now = functionNow(name)
      expect(now.payload.safeParse(payload)).toMatchObject({ success: true })
      expect(now.answer.parse(answer)).toEqual(answer)
      expect(now.tokenAnswer?.parse(tokenAnswer)).toEqual(tokenAnswer)
    },
  )

  test.each([...known.ways])('goes on: $called', async (way) => {
    const { bench, execution } = await go(known, way)
    expect(bench.path(execution)).toEqual(way.path)
    expect(bench.engine.describe(execution).status).toBe(way.status)
    const payloads = new Map(
      Object.values(known.functions).map(({ name, payload }) => [name, Object.keys(payload)]),
    )
    for (const { name, payload } of bench.invocations)
      expect(Object.keys(payload), name).toEqual(payloads.get(name))
  })

  test('its ways call every function', async () => {
    const called = new Set<string>()
    for (const way of known.ways)
      for (const { name } of (await go(known, way)).bench.invocations) called.add(name)
    expect([...called].sort()).toEqual(
      Object.values(known.functions)
        .map(({ name }) => name)
        .sort(),
    )
  })
})
