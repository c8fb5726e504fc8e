import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activityKinds, convertActivity, type RateTable } from '../../rules/activity-rates.ts'

const table: RateTable = {
  practice: { unit: 'day', hours: 4, capHours: 40 },
  conference: { unit: 'day', hours: 4.5, capHours: null },
  lecture: { unit: 'session', hours: 1.5, capHours: 3 },
  visit: { unit: 'day', hours: 0.5, capHours: 24 },
}

describe('Art. 37: activities convert by the table that the authority keeps', () => {
  test('days and sessions at their rate, in tenths of an hour', () => {
    expect(convertActivity('practice', 5, table)).toEqual({
      ok: true,
      article: '37',
      tenths: 200,
      capped: false,
    })
    expect(convertActivity('conference', 0.5, table)).toMatchObject({ tenths: 22 })
    expect(convertActivity('lecture', 1, table)).toMatchObject({ tenths: 15 })
  })

  test.each([
    [9.5, 380, false],
    [10, 400, false],
    [10.5, 400, true],
  ])('the limit of a year: %d days of practice', (amount, tenths, capped) => {
    expect(convertActivity('practice', amount, table)).toMatchObject({ tenths, capped })
  })

  test('what the year has counted already leaves less', () => {
    expect(convertActivity('lecture', 2, table, 15)).toMatchObject({ tenths: 15, capped: true })
    expect(convertActivity('lecture', 2, table, 30)).toMatchObject({ tenths: 0, capped: true })
    expect(convertActivity('lecture', 2, table, 45)).toMatchObject({ tenths: 0, capped: true })
  })

  test.each([0, -1, 0.25, Number.NaN, Infinity])('an amount of %d is refused', (amount) => {
    expect(convertActivity('practice', amount, table)).toEqual({
      ok: false,
      code: 'AMOUNT_UNFIT',
      article: '37',
    })
  })

  test('a session is whole', () => {
    expect(convertActivity('lecture', 0.5, table)).toMatchObject({ ok: false })
  })

  test('however a year is split, it never counts more than its limit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...activityKinds),
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }),
        (kind, amounts) => {
          let counted = 0
          for (const amount of amounts) {
            const converted = convertActivity(kind, amount, table, counted)
            if (converted.ok) counted += converted.tenths
          }
          const { capHours } = table[kind]
          expect(counted).toBeLessThanOrEqual(capHours === null ? Infinity : capHours * 10)
        },
      ),
    )
  })
})
