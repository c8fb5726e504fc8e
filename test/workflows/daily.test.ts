import { describe, expect, test } from 'vitest'
import { openBench } from './bench.ts'

const DAY = { day: '2026-06-01' }

describe('the morning: rounds until nothing more is due', () => {
  test('one round, told which day it is', async () => {
    const bench = openBench('daily', () => ({ looked: 0, more: false, at: '' }))
    const execution = await bench.start(DAY)
    expect(bench.path(execution)).toEqual([
      'Tell people of their dates',
      'Are there more',
      'Tell people of the year',
      'Are there more people',
      'The day is done',
    ])
    expect(bench.invocations).toEqual([
      { name: 'notify-due', payload: DAY },
      { name: 'remind-year', payload: { ...DAY, at: '' } },
    ])
  })

  test('the year’s rounds go on where the one before ended', async () => {
    const places = ['1/s.4', '9/', '64/']
    const bench = openBench('daily', ({ name }) =>
      name === 'remind-year'
        ? { looked: 200, more: places.length > 1, at: places.shift() ?? '' }
        : { looked: 0, more: false },
    )
    await bench.start(DAY)
    expect(bench.invocations.slice(1).map(({ payload }) => payload)).toEqual(
      ['', '1/s.4', '9/'].map((at) => ({ ...DAY, at })),
    )
  })

  test('as many rounds as it takes', async () => {
    let left = 3
    const bench = openBench('daily', () => {
      left -= 1
      return { looked: 200, more: left > 0, at: '' }
    })
    const execution = await bench.start(DAY)
    expect(bench.invocations).toHaveLength(4)
    expect(bench.engine.describe(execution)).toMatchObject({ status: 'SUCCEEDED' })
  })

  test('a round that fails is made again', async () => {
    let tried = 0
    const bench = openBench('daily', () => {
      tried += 1
      if (tried < 3) throw new Error('away')
      return { looked: 1, more: false, at: '' }
    })
    const execution = await bench.start(DAY)
    await bench.pass(60)
    expect(bench.engine.describe(execution)).toMatchObject({ status: 'SUCCEEDED' })
    expect(tried).toBe(4)
  })
})
