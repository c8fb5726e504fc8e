import { expect, test } from 'vitest'
import { SERVICE_ERRORS } from '../../workflows/call.ts'
import { openBench } from './bench.ts'

const named = (name: string) => Object.assign(new Error('as a service says it'), { name })

/** A settlement during an outage of some minutes, whose calls fail by that error until it is over. */
const settleThrough = async (error: string, minutes: number) => {
  const begin = Date.parse('2026-06-01T09:00:00+08:00')
  const bench = openBench('settle', () => {
    if (bench.clock.now() < begin + minutes * 60_000) throw named(error)
    return { action: 'none' }
  })
  const execution = await bench.start({ staffId: 's1' })
  // Minute by minute: a retry's delay begins when the call before it has failed.
  for (let minute = 0; minute < 240; minute += 1) await bench.pass(60)
  return bench.engine.describe(execution).status
}

test.each(SERVICE_ERRORS)('%s: an outage of half an hour ends no execution', async (error) => {
  expect(await settleThrough(error, 30)).toBe('SUCCEEDED')
})

test('a fault of our own is tried again for some minutes, and is an operator’s then', async () => {
  expect(await settleThrough('TypeError', 30)).toBe('FAILED')
})

test('a shard of a close waits for the table, too', async () => {
  const begin = Date.parse('2026-06-01T09:00:00+08:00')
  const bench = openBench('year-close', ({ name }) => {
    if (name === 'list-shards') return { shards: [3] }
    if (name === 'assess-page') {
      if (bench.clock.now() < begin + 20 * 60_000) throw named('ProvisionedThroughputExceededException')
      return { finished: true }
    }
    return name === 'sum-up-year' ? { unfinished: 0 } : { waitSeconds: 0 }
  })
  const execution = await bench.start({ year: 2026, mode: 'close', run: 1 })
  for (let minute = 0; minute < 120; minute += 1) await bench.pass(60)
  expect(bench.engine.describe(execution).status).toBe('SUCCEEDED')
})
