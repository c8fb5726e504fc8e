import { describe, expect, test } from 'vitest'
import { addDays, dateOf, NO_END } from '../../rules/calendar.ts'
import { type Held, heldForMonths, heldIn, heldOn, isLeader, isOnRegister } from '../../rules/held.ts'

const flags: Held = { postType: 'professional', leader: false, onRegister: true }
const [from, to] = [dateOf(2026, 3, 2), dateOf(2026, 6, 30)]
const around = (day: number) => [addDays(day, -1), day, addDays(day, 1)]

describe('what held on a day: dated facts win, flags alone mean always', () => {
  test('a period includes its first and last day', () => {
    const dated: Held = {
      ...flags,
      onRegister: false,
      registerPeriods: [{ from, to }],
      leaderPeriods: [{ from, to }],
      posts: [{ postType: 'worker', from, to }],
    }
    for (const asked of [
      (day: number) => isOnRegister(dated, day),
      (day: number) => isLeader(dated, day),
      (day: number) => heldOn(dated, 'worker', day),
    ]) {
      expect(around(from).map(asked)).toEqual([false, true, true])
      expect(around(to).map(asked)).toEqual([true, true, false])
    }
    expect(heldOn(dated, 'professional', from)).toBe(false)
  })

  test('flags', () => {
    expect(isOnRegister(flags, from)).toBe(true)
    expect(isLeader({ ...flags, leader: true }, from)).toBe(true)
    expect([heldOn(flags, 'professional', from), heldOn(flags, 'worker', from)]).toEqual([true, false])
    expect([heldIn(flags, 'professional', from, to), heldIn(flags, 'worker', from, to)]).toEqual([
      true,
      false,
    ])
  })

  test('on any day of a period', () => {
    const dated: Held = { ...flags, posts: [{ postType: 'worker', from, to }] }
    expect(around(from).map((end) => heldIn(dated, 'worker', dateOf(2026, 1, 1), end))).toEqual([
      false,
      true,
      true,
    ])
    expect(around(to).map((start) => heldIn(dated, 'worker', start, NO_END))).toEqual([true, true, false])
    expect(heldIn(dated, 'management', from, to)).toBe(false)
  })

  test('for so many months, over a leap year, and without an end', () => {
    const period = { from: dateOf(2024, 1, 1), to: NO_END }
    const held = (end: number) =>
      heldForMonths(
        { ...flags, posts: [{ postType: 'worker', from: dateOf(2024, 1, 1), to: end }] },
        'worker',
        period,
        12,
      )
    expect([dateOf(2024, 12, 30), dateOf(2024, 12, 31), NO_END].map(held)).toEqual([false, true, true])
    expect(heldForMonths(flags, 'professional', period, 12)).toBe(true)
    expect(heldForMonths(flags, 'worker', period, 12)).toBe(false)
  })
})
