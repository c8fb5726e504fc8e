import { describe, expect, test } from 'vitest'
import { assessed, type Credit, offline, online, staff } from './people.ts'

const TERM = { from: '2024-07-01', to: '2026-06-30' }
const manager = (credits: Credit[], more: object = {}, terms: unknown[] = [TERM]) =>
  assessed(staff({ postType: 'management', terms }, { credits, ...more })).terms
const session = (halfDays: number, from = '2025-05-12', to = '2025-05-16', more: Partial<Credit> = {}) =>
  offline('public', halfDays, from, to, { fullTime: true, ...more })

describe('Article 16: one full-time public session of 20 hours or 3 days in each term', () => {
  test.each([
    [4, 'short', 16, 2],
    [5, 'met', 20, 2.5],
    [6, 'met', 24, 3],
  ])('%i half-days', (halfDays, status, longestHours, longestDays) => {
    expect(manager([session(halfDays)])).toEqual([{ ...TERM, status, longestHours, longestDays }])
  })

  test.each([
    [19.9, 'short'],
    [20, 'met'],
    [20.1, 'met'],
  ])('%d hours online', (hours, status) => {
    expect(manager([online('public', hours, '2025-05-12', { fullTime: true })])).toMatchObject([
      { status, longestHours: hours, longestDays: 0 },
    ])
  })

  test('sessions are never summed', () => {
    const sessions = [
      session(4),
      session(3, '2025-06-02', '2025-06-03'),
      session(4, '2025-07-07', '2025-07-08'),
    ]
    expect(manager(sessions)).toMatchObject([{ status: 'short', longestHours: 16, longestDays: 2 }])
  })

  test.each<[string, Partial<Credit>]>([
    ['not full-time', { fullTime: false }],
    ['of the professional subject', { subject: 'professional' }],
    ['not passed', { passed: false }],
  ])('a session %s is none', (_, more) => {
    expect(manager([session(6, '2025-05-12', '2025-05-16', more)])).toMatchObject([
      { status: 'short', longestHours: 0 },
    ])
  })

  test.each([
    ['2024-06-30', '2024-07-02', 'short'],
    ['2024-07-01', '2024-07-03', 'met'],
    ['2026-06-28', '2026-06-30', 'met'],
    ['2026-06-28', '2026-07-01', 'short'],
  ])('from %s to %s', (from, to, status) => {
    expect(manager([session(6, from, to)], { asOf: '2026-12-01' })).toMatchObject([{ status }])
  })

  test.each([
    ['2026-06-29', 'open'],
    ['2026-06-30', 'open'],
    ['2026-07-01', 'short'],
  ])('without one as of %s', (asOf, status) => expect(manager([], { asOf })).toMatchObject([{ status }]))

  test('half-days that found no room do not count', () => {
    expect(
      manager([offline('public', 4, '2025-05-12', '2025-05-13'), session(6, '2025-05-12', '2025-05-14')]),
    ).toMatchObject([{ status: 'short', longestDays: 1 }])
  })

  test('one row a term that the year touches', () => {
    const terms = [
      { from: '2021-01-01', to: '2023-12-31' },
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2025-06-01', to: '2026-01-01' },
      { from: '2026-12-31', to: '2029-12-31' },
      { from: '2027-01-01', to: '2029-12-31' },
    ]
    expect(manager([], {}, terms).map(({ from }) => from)).toEqual(['2025-06-01', '2026-12-31'])
    expect(manager([], { year: 2025 }, terms).map(({ from }) => from)).toEqual(['2025-01-01', '2025-06-01'])
  })

  test.each(['professional', 'worker'])('not for a %s post', (postType) => {
    expect(assessed(staff({ postType, terms: [TERM] })).terms).toEqual([])
  })
})
