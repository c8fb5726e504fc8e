import { describe, expect, test } from 'vitest'
import { openBench } from './bench.ts'

const DAY = { day: '2026-06-01' }

describe('the morning: rounds until nothing more is due', () => {
  test('one round, told which day it is', async () => {
    const bench = openBench('daily', () => ({ looked: 0, more: false }))
    const execution = await bench.start(DAY)
    expect(bench.path(execution)).toEqual(['Tell people of their dates', 'Are there more', 'The day is done'])
    expect(bench.invocations).toEqual([{ name: 'notify-due', payload: DAY }])
  })

  test('as many rounds as it takes', async () => {
    let left = 3
    const bench = openBench('daily', () => {
      left -= 1
      return { looked: 200, more: left > 0 }
    })
    const execution = await bench.start(DAY)
    expect(bench.invocations).toHaveLength(3)
    expect(bench.engine.describe(execution)).toMatchObject({ status: 'SUCCEEDED' })
  })

  test('a round that fails is made again', async () => {
    let tried = 0
    const bench = openBench('daily', () => {
      tried += 1
      if (tried < 3) throw new Error('away')
      return { looked: 1, more: false }
    })
    const execution = await bench.start(DAY)
    await bench.pass(60)
    expect(bench.engine.describe(execution)).toMatchObject({ status: 'SUCCEEDED' })
    expect(tried).toBe(3)
  })
})
