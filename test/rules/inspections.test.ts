import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspectionTerms, isUnlikelyADay, maySuspend, outlierAbove } from '../../rules/inspections.ts'

describe('Art. 35: hours that nobody has proved are suspended after notice, and not before', () => {
  test.each([
    ['2026-06-09', false],
    ['2026-06-10', false],
    ['2026-06-11', true],
  ])('notice until 10 June, on %s: %s', (today, may) => {
    expect(maySuspend({ answered: false, noticeUntil: '2026-06-10' }, today)).toBe(may)
  })

  test('never without notice, never once it is answered', () => {
    expect(maySuspend({ answered: false, noticeUntil: undefined }, '2099-01-01')).toBe(false)
    expect(maySuspend({ answered: true, noticeUntil: '2026-06-10' }, '2099-01-01')).toBe(false)
  })
})

describe('Art. 35: what a draw by rule looks at', () => {
  test.each([
    [80, 1, false],
    [81, 1, true],
    [160, 2, false],
    [161, 2, true],
  ])('%i online tenths on %i days are unlikely: %s', (tenths, days, is) => {
    expect(isUnlikelyADay(tenths, days)).toBe(is)
  })

  test('of seven trainings nobody says what is usual, of eight one does', () => {
    const usual = [40, 40, 80, 80, 80, 120, 120]
    expect(outlierAbove(usual)).toBeUndefined()
    expect(usual).toHaveLength(inspectionTerms.usualFrom - 1)
    // Quartiles 70 and 120: 120 + 1.5 × 50.
    expect(outlierAbove([...usual, 600])).toBe(195)
  })

  test('at least three quarters of a desk’s trainings are never outliers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 8, maxLength: 60 }), (tenths) => {
        const above = outlierAbove(tenths) ?? 0
        expect(tenths.filter((one) => one > above).length).toBeLessThanOrEqual(tenths.length / 4)
      }),
    )
  })
})
