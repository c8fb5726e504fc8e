import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSchedules } from '../../local/schedules.ts'
import { openTime } from '../../local/time.ts'

const moment = (text: string): number => Date.parse(text)
const inShanghai = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16)

let directory = ''
let runs: string[] = []
const run = async (name: string, scheduledAt: number) => {
  if (name !== 'reconcile') runs.push(`${name} ${inShanghai(scheduledAt)}`)
}

beforeEach(async () => {
  runs = []
  directory = await mkdtemp(join(tmpdir(), 'training-schedules-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

describe('the calendar of Asia/Shanghai, whatever the machine’s zone', () => {
  const zone = process.env.TZ
  afterEach(() => {
    process.env.TZ = zone
  })

  test.each(['UTC', 'America/Los_Angeles', 'Asia/Shanghai'])('in %s', async (machine) => {
    process.env.TZ = machine
    const schedules = openSchedules(moment('2026-12-31T23:58:59.999+08:00'), run)
    expect(schedules.nextDue()).toBe(moment('2026-12-31T23:59:00+08:00'))
    await schedules.fireDue(moment('2026-12-31T23:58:59.999+08:00'))
    expect(runs).toEqual([])
    await schedules.fireDue(moment('2026-12-31T23:59:00+08:00'))
    expect(runs).toEqual(['close-year 2026-12-31T23:59'])
  })

  test('29 February has its morning too', async () => {
    const schedules = openSchedules(moment('2028-02-28T09:00:00+08:00'), run)
    expect(schedules.nextDue()).toBe(moment('2028-02-29T02:00:00+08:00'))
    await schedules.fireDue(moment('2028-02-29T08:30:00+08:00'))
    expect(runs).toContain('daily 2028-02-29T08:30')
  })
})

describe('each moment once', () => {
  test('two calls at the same time run a turn once', async () => {
    const schedules = openSchedules(moment('2026-06-01T08:29:00+08:00'), run)
    const now = moment('2026-06-01T08:30:00+08:00')
    await Promise.all([schedules.fireDue(now), schedules.fireDue(now)])
    expect(runs).toEqual(['daily 2026-06-01T08:30'])
  })

  test('what was missed while the system was off is kept once, the latest of it', async () => {
    const file = join(directory, 'schedules.json')
    await openSchedules(moment('2026-12-30T09:00:00+08:00'), run, file).fireDue(
      moment('2026-12-30T09:00:00+08:00'),
    )
    const later = moment('2027-01-03T12:00:00+08:00')
    await openSchedules(later, run, file).fireDue(later)
    expect(runs).toEqual([
      'close-year 2026-12-31T23:59',
      'feed-batches 2027-01-03T02:00',
      'daily 2027-01-03T08:30',
    ])
    await openSchedules(later, run, file).fireDue(later)
    expect(runs).toHaveLength(3)
  })

  test('a job that was cut short runs again', async () => {
    const file = join(directory, 'schedules.json')
    const start = moment('2026-06-01T08:00:00+08:00')
    const now = moment('2026-06-01T08:30:00+08:00')
    const killed = openSchedules(
      start,
      async () => {
        throw new Error('killed')
      },
      file,
    )
    await expect(killed.fireDue(now)).rejects.toThrow('killed')
    await openSchedules(now, run, file).fireDue(now)
    expect(runs).toEqual(['daily 2026-06-01T08:30'])
  })
})

/** They make up for nothing, and run once when the jump has ended. */
const REPEATING = ['reconcile', 'count-statistics', 'keep-names']

test('a jump goes from moment to moment: waits and appointments in order, each at its own time', async () => {
  let now = moment('2026-12-30T12:00:00+08:00')
  const clock = {
    now: () => now,
    moveTo: (to: number) => {
      now = to
      return true
    },
  }
  const waits = [moment('2026-12-31T10:00:00+08:00'), moment('2026-12-31T23:59:00+08:00')]
  const seen: string[] = []
  const engine = {
    nextDue: () => waits[0],
    fireDue: async (by: number) => {
      while (waits[0] !== undefined && waits[0] <= by) {
        waits.shift()
        seen.push(`wait ${inShanghai(now)}`)
      }
    },
    settled: async () => undefined,
  }
  const schedules = openSchedules(now, async (name) => {
    if (!REPEATING.includes(name)) seen.push(`${name} ${inShanghai(now)}`)
  })
  await openTime(clock, engine, schedules).moveTo(moment('2027-01-01T09:00:00+08:00'))
  expect(seen).toEqual([
    'feed-batches 2026-12-31T02:00',
    'daily 2026-12-31T08:30',
    'wait 2026-12-31T10:00',
    'wait 2026-12-31T23:59',
    'close-year 2026-12-31T23:59',
    'feed-batches 2027-01-01T02:00',
    'daily 2027-01-01T08:30',
    // It looks at the present: the nights on the way are over, and it runs once when the jump has ended.
    'night-walk 2027-01-01T09:00',
  ])
  expect(now).toBe(moment('2027-01-01T09:00:00+08:00'))
})

test('a tick during a jump begins no repeating job: each would look at a present that is over in a moment', async () => {
  let now = moment('2026-06-15T09:00:00+08:00')
  const clock = {
    now: () => now,
    moveTo: (to: number) => {
      now = to
      return true
    },
  }
  const seen: string[] = []
  const schedules = openSchedules(now, async (name) => {
    seen.push(name)
  })
  const engine = {
    nextDue: () => undefined,
    fireDue: async () => undefined,
    settled: async (): Promise<void> => {
      await time.tick()
    },
  }
  const time = openTime(clock, engine, schedules)
  await time.moveTo(moment('2026-06-20T09:00:00+08:00'))
  expect(seen.filter((name) => name === 'night-walk')).toHaveLength(1)
  expect(seen.filter((name) => name === 'reconcile')).toHaveLength(1)
  expect(seen.filter((name) => name === 'daily')).toHaveLength(5)
})
