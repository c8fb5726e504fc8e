import { describe, expect, test } from 'vitest'
import { openBench } from './bench.ts'

const input = { year: 2026, mode: 'close', run: 1 }
const DAY = 86_400

/** Plays the steps over shards of so many pages each; `broken` shards fail as long as they are in the set. */
const play = (pages: Readonly<Record<number, number>>, broken = new Set<number>()) => {
  const left = new Map(Object.entries(pages).map(([shard, count]) => [Number(shard), count]))
  const unfinished = () => [...left].filter(([, count]) => count > 0).map(([shard]) => shard)
  return ({ name, payload }: { name: string; payload: { shard: number } }) => {
    switch (name) {
      case 'freeze-year':
        return { ...payload, waitSeconds: 65 }
      case 'list-shards':
        return { shards: unfinished() }
      case 'assess-page': {
        if (broken.has(payload.shard)) throw new Error('the table is away')
        const count = (left.get(payload.shard) ?? 0) - 1
        left.set(payload.shard, count)
        return { ...payload, finished: count <= 0 }
      }
      case 'sum-up-year':
        return { unfinished: unfinished().length }
      default:
        return null
    }
  }
}

const pagesOf = (bench: ReturnType<typeof openBench>) =>
  bench.invocations.filter(({ name }) => name === 'assess-page').map(({ payload }) => payload.shard)

describe('Art. 32: the close of a year, path by path', () => {
  test('it waits for the end of the year, assesses every shard page by page, sums up, reports', async () => {
    const bench = openBench('year-close', play({ 0: 3, 1: 1, 2: 2 }))
    const execution = await bench.start(input)
    expect(bench.path(execution)).toEqual([
      'Freeze the edition',
      'List the shards',
      'Wait for what is on its way',
    ])
    await bench.pass(64)
    expect(pagesOf(bench)).toEqual([])
    await bench.pass(2)
    expect(bench.path(execution)).toEqual([
      'Freeze the edition',
      'List the shards',
      'Wait for what is on its way',
      'Assess every shard',
      'Sum up',
      'Is every shard finished',
      'Report to the authorities',
      'Closed',
    ])
    expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
    expect(pagesOf(bench).sort()).toEqual([0, 0, 0, 1, 2, 2])
    expect(bench.invocations.find(({ name }) => name === 'assess-page')?.payload).toEqual({
      ...input,
      shard: 0,
    })
  })

  test('one shard alone, and none at all', async () => {
    for (const pages of [{ 5: 1 }, {}]) {
      const bench = openBench('year-close', play(pages))
      const execution = await bench.start({ ...input, mode: 'rehearsal' })
      await bench.pass(70)
      expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
      expect(pagesOf(bench)).toEqual(Object.keys(pages).map(Number))
    }
  })

  test('a shard that fails is tried again, stops no other, and in the end fails the close for all to see', async () => {
    const broken = new Set([1])
    const steps = play({ 0: 1, 1: 1, 2: 2 }, broken)
    const bench = openBench('year-close', steps)
    const execution = await bench.start(input)
    await bench.pass(DAY / 2)
    expect(bench.path(execution).slice(-4)).toEqual([
      'Sum up',
      'Is every shard finished',
      'Say that it failed',
      'Failed',
    ])
    expect(bench.engine.describe(execution)).toMatchObject({ status: 'FAILED', error: 'CloseFailed' })
    expect(pagesOf(bench).filter((shard) => shard === 1).length).toBe(6)
    expect(pagesOf(bench).filter((shard) => shard !== 1)).toHaveLength(3)
    expect(bench.invocations.at(-1)).toEqual({ name: 'fail-year', payload: input })

    // The next execution of the run does what is missing, and that alone.
    broken.clear()
    const before = bench.invocations.length
    const again = await bench.engine.start({ machine: 'year-close', name: 'again', input })
    await bench.engine.settled()
    await bench.pass(70)
    expect(bench.engine.describe(again.executionArn).status).toBe('SUCCEEDED')
    expect(
      bench.invocations
        .slice(before)
        .flatMap(({ name, payload }) => (name === 'assess-page' ? payload.shard : [])),
    ).toEqual([1])
  })

  test('sums that cannot be made fail the close for all to see', async () => {
    const steps = play({ 0: 1 })
    const bench = openBench('year-close', (invocation) => {
      if (invocation.name === 'sum-up-year') throw new Error('the table is away')
      return steps(invocation)
    })
    const execution = await bench.start(input)
    await bench.pass(3600)
    expect(bench.path(execution).slice(-2)).toEqual(['Say that it failed', 'Failed'])
  })

  test('neither names nor persons enter a history', async () => {
    const bench = openBench('year-close', play({ 0: 1 }))
    const execution = await bench.start(input)
    await bench.pass(70)
    for (const { payload } of bench.invocations)
      for (const key of Object.keys(payload)) expect(['year', 'mode', 'run', 'shard']).toContain(key)
    expect(JSON.stringify(bench.engine.history(execution))).not.toContain('staff')
  })
})
