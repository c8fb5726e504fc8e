import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  daysFrom,
  formatDate,
  lastDayOf,
  nextDay,
  parseDate,
  yearOf,
} from '../../rules/calendar.ts'

const read = (text: string): number => parseDate(text) ?? Number.NaN

const dates = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9990-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a period of months includes its last day, clamped to the end of the month', () => {
  test.each([
    ['2025-11-30', 3, '2026-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-01', 3, '2026-06-01'],
    ['2025-12-31', 12, '2026-12-31'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-11-15', 1, '2026-12-15'],
  ])('%s and %i months are %s', (from, months, to) => {
    expect(formatDate(addMonths(read(from), months))).toBe(to)
  })

  test('as Temporal counts them', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 36 }), (text, months) => {
        const expected = Temporal.PlainDate.from(text).add({ months }).toString()
        expect(formatDate(addMonths(read(text), months))).toBe(expected)
      }),
    )
  })
})

describe('dates are those of the calendar', () => {
  test.each([
    '2026-11-31',
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '2026-06-31',
    '2026-09-31',
    '2026-01-32',
    '0999-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '20260101',
    '',
    '２０２６-01-01',
  ])('%j is none', (text) => expect(parseDate(text)).toBeUndefined())

  test.each([
    '2024-02-29',
    '2000-02-29',
    '1000-01-01',
    '9999-12-31',
    '2026-01-31',
    '2026-04-30',
    '2026-06-30',
    '2026-09-30',
  ])('%s is one', (text) => {
    expect(formatDate(read(text))).toBe(text)
  })

  test('read, written, counted and followed as Temporal does', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 800 }), (text, days) => {
        const later = Temporal.PlainDate.from(text).add({ days })
        expect(formatDate(read(text))).toBe(text)
        expect(yearOf(read(text))).toBe(Number(text.slice(0, 4)))
        expect(daysFrom(read(text), read(later.toString()))).toBe(days + 1)
        expect(formatDate(nextDay(read(text)))).toBe(
          Temporal.PlainDate.from(text).add({ days: 1 }).toString(),
        )
      }),
    )
  })

  test.each([
    ['2026-12-31', '2027-01-01'],
    ['2026-11-30', '2026-12-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-02-28', '2026-03-01'],
  ])('the day after %s is %s', (day, after) => {
    expect(formatDate(nextDay(read(day)))).toBe(after)
  })

  test('a year ends on 31 December; due dates may lie after the last written year', () => {
    expect(formatDate(lastDayOf(2026))).toBe('2026-12-31')
    expect(formatDate(addMonths(read('9999-06-01'), 12))).toBe('10000-06-01')
  })
})
