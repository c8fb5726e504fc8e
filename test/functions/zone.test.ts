import { expect, test } from 'vitest'
import { endOfDay, timestamp, today } from '../../functions/platform/clock.ts'
import { addWorkingDays } from '../../functions/platform/working-days.ts'

test('this machine stands in the zone that it was given', () => {
  const given = process.env.TZ
  // A worker that served another project before holds what that one set as the word.
  if (given === undefined || given === 'undefined') return
  const zone = new Intl.DateTimeFormat('en', { timeZone: given, hour: 'numeric', hour12: false })
  const at = new Date('2026-05-11T03:00:00Z')
  expect(at.getHours()).toBe(Number(zone.format(at)))
})

test('a date, a moment and a due date are those of Shanghai all the same', () => {
  const midnight = { now: () => Date.parse('2026-05-08T16:30:00Z') }
  expect(today(midnight)).toBe('2026-05-09')
  expect(timestamp(midnight)).toBe('2026-05-09T00:30:00.000+08:00')
  expect(endOfDay('2026-05-09')).toBe(Date.parse('2026-05-09T16:00:00Z'))
  // A made-up Saturday, and the first working day after it.
  expect(addWorkingDays('2026-05-08', 1)).toBe('2026-05-09')
  expect(addWorkingDays('2026-05-09', 1)).toBe('2026-05-11')
})
