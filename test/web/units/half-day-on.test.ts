import { expect, test } from 'vitest'
import type { Session } from '../../../web/workbench/classes/class-marks.tsx'
import { halfDayOn } from '../../../web/workbench/classes/half-day-on.ts'

const session = (day: string, half: 'morning' | 'afternoon'): Session => ({
  ...{ id: `${day}.${half}.0`, day, half, course: '师德师风', subject: 'public' },
})
const sessions = ['2026-07-06', '2026-07-07'].flatMap((day) => [
  session(day, 'afternoon'),
  session(day, 'morning'),
])
const on = (today: string, now: string, of = sessions) => halfDayOn(of, today, Date.parse(now))?.id

test.each([
  ['the morning until noon', '2026-07-06', '2026-07-06T11:59:59+08:00', '2026-07-06.morning.0'],
  ['the afternoon from noon on', '2026-07-06', '2026-07-06T12:00:00+08:00', '2026-07-06.afternoon.0'],
  ['before the class the first', '2026-07-01', '2026-07-01T15:00:00+08:00', '2026-07-06.morning.0'],
  ['after it the last', '2026-07-09', '2026-07-09T09:00:00+08:00', '2026-07-07.afternoon.0'],
  ['no hour of a clock on another day', '2026-07-07', '2026-12-01T15:00:00+08:00', '2026-07-07.morning.0'],
])('an organiser is offered %s', (_, today, now, id) => {
  expect(on(today, now)).toBe(id)
})

test('a class that begins in the afternoon is offered with it in the morning', () => {
  const [afternoon] = sessions
  expect(on('2026-07-06', '2026-07-06T09:00:00+08:00', afternoon && [afternoon])).toBe(afternoon?.id)
})
