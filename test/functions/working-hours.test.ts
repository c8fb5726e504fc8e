import { describe, expect, test } from 'vitest'
import { halfDayOf, morningAfter } from '../../functions/platform/working-hours.ts'

const clock = (moment: string) => ({ now: () => Date.parse(moment) })

describe('mails that can wait leave in working hours, in Shanghai', () => {
  test.each([
    ['2026-06-15', '2026-06-16T09:00:00+08:00', 'the next day'],
    ['2026-06-26', '2026-06-29T09:00:00+08:00', 'over a weekend'],
    ['2026-09-30', '2026-10-08T09:00:00+08:00', 'over the National Day holiday'],
    ['2026-09-18', '2026-09-20T09:00:00+08:00', 'a Sunday that is made up for'],
  ])('after %s: %s (%s)', (date, moment) => {
    expect(morningAfter(date)).toBe(Date.parse(moment))
  })

  test.each([
    ['2026-06-15T08:59:59.999+08:00', '2026-06-12T14:00', '2026-06-15T09:00'],
    ['2026-06-15T09:00:00+08:00', '2026-06-15T09:00', '2026-06-15T14:00'],
    ['2026-06-15T13:59:59+08:00', '2026-06-15T09:00', '2026-06-15T14:00'],
    ['2026-06-15T14:00:00+08:00', '2026-06-15T14:00', '2026-06-16T09:00'],
    ['2026-06-27T11:00:00+08:00', '2026-06-26T14:00', '2026-06-29T09:00'],
    ['2026-06-15T17:30:00Z', '2026-06-15T14:00', '2026-06-16T09:00'],
  ])('%s lies between %s and %s', (moment, from, until) => {
    expect(halfDayOf(clock(moment))).toEqual({
      from: `${from}:00.000+08:00`,
      until: `${until}:00.000+08:00`,
    })
  })
})
