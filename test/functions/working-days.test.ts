import { describe, expect, test } from 'vitest'
import { addWorkingDays } from '../../functions/kit/working-days.ts'

describe('working days follow the State Council’s calendar', () => {
  test.each([
    ['over a weekend', '2026-06-05', 1, '2026-06-08'],
    ['five of them are a week', '2026-06-01', 5, '2026-06-08'],
    ['over the National Day holidays of 2025', '2025-09-30', 1, '2025-10-09'],
    ['a made-up Saturday counts', '2025-10-10', 1, '2025-10-11'],
    ['over a year’s end', '2026-12-31', 1, '2027-01-01'],
  ])('%s', (_, from, days, expected) => {
    expect(addWorkingDays(from, days)).toBe(expected)
  })
})
