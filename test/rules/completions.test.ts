import { describe, expect, test } from 'vitest'
import { type Completion, isUnlikely, isUnlikelyBeside, judgeCompletion } from '../../rules/completions.ts'

const day: Completion = {
  subject: 'professional',
  from: '2026-05-11',
  to: '2026-05-12',
  tenths: 80,
  passed: true,
}
const judged = (more: Partial<Completion> = {}, today = '2026-05-12', isListed = true) => {
  const ruling = judgeCompletion({ ...day, ...more }, { isListed, today })
  return ruling.ok ? 'counts' : `${ruling.code} ${ruling.article}`
}

describe('Art. 41: what a provider of online training may deliver', () => {
  test('hours of a listed provider on days that are over count', () => {
    expect(judged()).toBe('counts')
    expect(judged({}, '2026-05-11')).toBe('NOT_OVER 41')
    expect(judged({}, '2026-05-13')).toBe('counts')
  })

  test('a provider that is not listed on the dates, and the public subject, do not', () => {
    expect(judged({}, '2026-05-12', false)).toBe('PROVIDER_NOT_LISTED 41')
    expect(judged({ subject: 'public' })).toBe('NOT_PROFESSIONAL 41')
  })

  test('Art. 42: what was not passed, and no hours, are nothing to recognise', () => {
    expect(judged({ passed: false })).toBe('NOT_PASSED 42')
    expect(judged({ tenths: 0 })).toBe('NOT_PASSED 42')
    expect(judged({ tenths: 1 })).toBe('counts')
  })

  test('24 hours a day are the most that days have', () => {
    expect(judged({ tenths: 479 })).toBe('counts')
    expect(judged({ tenths: 480 })).toBe('counts')
    expect(judged({ tenths: 481 })).toBe('HOURS_IMPOSSIBLE 41')
  })

  test('Art. 7: a year is crossed by one row of two years alone', () => {
    expect(judged({ from: '2025-12-31', to: '2025-12-31' }, '2026-02-01')).toBe('counts')
    expect(judged({ from: '2025-12-31', to: '2026-01-01' }, '2026-02-01')).toBe('YEAR_CROSSED 7')
    expect(judged({ from: '2026-01-01', to: '2026-01-01' }, '2026-02-01')).toBe('counts')
  })

  test('Art. 49: years before the rules', () => {
    expect(judged({ from: '2023-12-31', to: '2023-12-31' })).toBe('BEFORE_THE_RULES 49')
    expect(judged({ from: '2024-01-01', to: '2024-01-01' })).toBe('counts')
  })

  test('dates that are none', () => {
    for (const dates of [{ from: '2026-02-30' }, { to: 'yesterday' }, { from: '2026-05-13' }])
      expect(judged(dates)).toBe('DATES_INVALID 41')
  })

  test('[R] more than 8 hours a day are unlikely', () => {
    expect([159, 160, 161].map((tenths) => isUnlikely({ ...day, tenths }))).toEqual([false, false, true])
  })

  test('[R] ten records of one day are one day: spans hold eight hours a day, whatever number of records says so', () => {
    const on = (from: string, to: string, tenths: number) => ({ from, to, tenths })
    const first = '2026-05-11'
    const beside = (tenths: number, ...others: ReturnType<typeof on>[]) =>
      isUnlikelyBeside(on(first, first, tenths), others)
    expect([79, 80, 81].map((tenths) => beside(tenths))).toEqual([false, false, true])
    const half = on(first, first, 40)
    expect([39, 40, 41].map((tenths) => beside(tenths, half))).toEqual([false, false, true])
    // Another day's are not this day's, nor are those of a course that had other days, too.
    expect(beside(80, on('2026-05-12', '2026-05-12', 80), on('2026-05-10', '2026-05-11', 80))).toBe(false)
    expect(beside(80, on('2026-05-10', '2026-05-11', 81))).toBe(true)
    // A span that is full by what lies within it.
    const two = [on('2026-05-10', '2026-05-11', 80), on('2026-05-10', '2026-05-10', 79)]
    expect([beside(1, ...two), beside(2, ...two)]).toEqual([false, true])
    // What was looked at fills its own days and no others.
    const looked = on('2026-05-10', '2026-05-10', 200)
    expect([beside(80, looked), isUnlikelyBeside(on('2026-05-10', '2026-05-10', 1), [looked])]).toEqual([
      false,
      true,
    ])
  })
})
