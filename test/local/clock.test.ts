import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openClock } from '../../local/clock.ts'

const NEW_YEAR = Date.parse('2027-01-01T00:00:00+08:00')
let directory = ''
let file = ''
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'training-clock-'))
  file = join(directory, 'clock')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T12:00:00+08:00') })
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(directory, { recursive: true, force: true })
})
const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

test('it is the machine’s time until it is moved, and runs on from there at the same speed', () => {
  const clock = openClock(file)
  expect(clock.now()).toBe(Date.now())
  expect(clock.moveTo(NEW_YEAR)).toBe(true)
  expect(clock.now()).toBe(NEW_YEAR)
  pass(1500)
  expect(clock.now()).toBe(NEW_YEAR + 1500)
})

test.each([
  [-1, false],
  [0, true],
  [1, true],
])('moved by %i ms: %s, and never back', (by, moved) => {
  const clock = openClock(file)
  const before = clock.now()
  expect(clock.moveTo(before + by)).toBe(moved)
  expect(clock.now()).toBe(Math.max(before, before + by))
})

test('where it stands survives a restart, and leaves no half-written file', async () => {
  openClock(file).moveTo(NEW_YEAR)
  pass(60_000)
  expect(openClock(file).now()).toBe(NEW_YEAR + 60_000)
  expect(await readdir(directory)).toEqual(['clock'])
})

test('a fresh system may begin in the past; one that has lived goes only forward', () => {
  const past = '2026-03-01T09:00:00+08:00'
  expect(openClock(file, past).now()).toBe(Date.parse(past))
  expect(openClock(file, '2026-02-01T09:00:00+08:00').now()).toBe(Date.parse(past))
  expect(openClock(file, '2026-12-31T23:59:00+08:00').now()).toBe(Date.parse('2026-12-31T23:59:00+08:00'))
})
