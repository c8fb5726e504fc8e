import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Statistics } from '../../functions/statistics/api.ts'
import { type Cells, keyOf } from '../../functions/statistics/cells.ts'
import { deskFiguresOf, figuresOf, levelsOf, partsOf, percentOf } from '../../functions/statistics/figures.ts'
import { sameDays } from '../../functions/statistics/same-day.ts'
import { statisticsCsv } from '../../functions/statistics/statistics-file.ts'

describe('a year beside another one is as far gone as it', () => {
  const today = '2026-11-30'
  test.each([
    // A running year beside a whole one: both up to today's day.
    [2026, 2025, today, { asOf: '2026-11-30', beside: '2025-11-30' }],
    [2025, 2026, today, { asOf: '2025-11-30', beside: '2026-11-30' }],
    // Two that are over: both with what came in since, for as long.
    [2025, 2024, today, { asOf: '2026-11-30', beside: '2025-11-30' }],
    [2026, 2025, '2026-03-10', { asOf: '2026-03-10', beside: '2025-03-10' }],
    [2024, 2025, '2024-02-29', { asOf: '2024-02-29', beside: '2025-02-28' }],
  ])('%d beside %d as of %s', (year, beside, asOf, days) => {
    expect(sameDays(year, beside, asOf, today)).toEqual(days)
  })

  test('on whatever day: none is after today, and they lie whole years apart', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((days) => {
      const date = new Date(Date.UTC(2024, 0, 1) + days * 86_400_000)
      return date.toISOString().slice(0, 10)
    })
    const year = fc.integer({ min: 2024, max: 2028 })
    fc.assert(
      fc.property(year, year, day, day, (one, other, asOf, now) => {
        const days = sameDays(one, other, asOf, now)
        expect(days.asOf <= now && days.beside <= now && days.asOf <= asOf).toBe(true)
        expect(Number(days.beside.slice(0, 4)) - Number(days.asOf.slice(0, 4))).toBe(other - one)
        if (!/02-2[89]/.test(days.asOf)) expect(days.beside.slice(5)).toBe(days.asOf.slice(5))
      }),
    )
  })
})

test('a rate is rounded half up to one decimal, and is 100 only where nobody is short', () => {
  expect([percentOf(0, 0), percentOf(0, 3), percentOf(1, 3), percentOf(2, 3)]).toEqual([null, 0, 33.3, 66.7])
  expect([percentOf(1, 2000), percentOf(1999, 2000), percentOf(9999, 10_000)]).toEqual([0.1, 99.9, 99.9])
  expect(percentOf(7, 7)).toBe(100)
})

describe('the export holds what the page shows', () => {
  const person = { postType: 'professional', quota: false, population: 'institution' } as const
  const training = { ...person, category: 'in_service', mode: 'online' } as const
  const cellsOf = (persons: number, complete: number, tenths: number): Cells => ({
    [keyOf({ kind: 'people', measure: 'asked', ...person })]: persons,
    [keyOf({ kind: 'people', measure: 'complete', ...person })]: complete,
    [keyOf({ kind: 'hours', month: 3, subject: 'public', ...training })]: tenths,
    [keyOf({ kind: 'hours', month: 3, subject: 'professional', ...training })]: tenths * 2,
  })
  const desk = deskFiguresOf({}, 'a', { open: 0, openLate: 0 })
  const [now, then] = [cellsOf(3, 2, 100), cellsOf(2, 2, 50)]
  const of: Statistics = {
    ...{ year: 2026, asOf: '2026-11-30', desk },
    organisation: { id: 'a', name: '市人社局', kind: 'authority', level: 'city' },
    total: figuresOf(now, {}),
    beside: {
      ...{ year: 2025, asOf: '2025-11-30', total: figuresOf(then, {}) },
      months: partsOf(then, {}, () => null).months,
    },
    ...partsOf(now, {}, () => null),
    levels: levelsOf([['city', now]], {}),
  }
  const place = { organisation: { id: 'i', name: '中学', kind: 'institution', level: 'city' }, desk }
  const rowsOf = (one: Statistics) =>
    statisticsCsv(one, [{ ...place, figures: one.total, beside: one.beside?.total ?? null }])
      .replace(/^\uFEFF/, '')
      .split('\r\n')
      .map((row) => row.split(','))
  const rowOf = (one: Statistics, name: string) => rowsOf(one).find(([first]) => first === name) ?? []

  test('the other year’s columns, the rate, and month by subject', () => {
    expect(rowsOf(of)[0]?.[0]).toContain('比较 2025 年度，截至 2025-11-30')
    expect(rowOf(of, '完成率（%）')).toEqual(['完成率（%）', '66.7', '100'])
    expect(rowOf(of, '3')).toEqual(['3', '10', '20', '30', '5', '10', '15'])
    const [titles = [], values] = [rowOf(of, '机构'), rowOf(of, '中学')]
    expect(titles).toHaveLength(26)
    const cellOf = (title: string) => values[titles.findIndex((one) => one.startsWith(title))]
    expect([cellOf('完成率（%）'), cellOf('完成率（%）（2025'), cellOf('认定学时（2025')]).toEqual([
      ...['66.7', '100', '15'],
    ])
    expect(rowOf(of, '各行合计').slice(2)).toEqual(values.slice(2))
    expect(rowOf(of, '市人社局（合计）').slice(2)).toEqual(values.slice(2))
  })

  test('each level with its people and hours', () => {
    const row = rowsOf(of).find(([kind]) => kind === '层级')
    expect(row).toEqual(['层级', '盟市级', '3', '2', '66.7', '30'])
  })

  test('without another year there are no columns of one', () => {
    expect(rowOf({ ...of, beside: null }, '机构')).toHaveLength(14)
    expect(rowOf({ ...of, beside: null }, '3')).toEqual(['3', '10', '20', '30'])
  })
})
