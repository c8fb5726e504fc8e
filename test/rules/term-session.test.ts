import { describe, expect, test } from 'vitest'
import { assessed, type Credit, offline, staff } from './people.ts'

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
    ['of another category', { category: 'special' }],
    ['not passed', { passed: false }],
  ])('a session %s is none', (_, more) => {
    expect(manager([session(6, '2025-05-12', '2025-05-16', more)])).toMatchObject([
      { status: 'short', longestHours: 0 },
    ])
  })

  test.each([
    ['2024-06-29', '2024-07-02', 'short', 16],
    ['2024-06-30', '2024-07-02', 'short', 16],
    ['2024-07-01', '2024-07-03', 'met', 24],
    ['2026-06-28', '2026-06-30', 'met', 24],
    ['2026-06-28', '2026-07-01', 'met', 24],
    ['2026-06-29', '2026-07-01', 'short', 16],
  ])('from %s to %s: its days inside the term count', (from, to, status, longestHours) => {
    expect(manager([session(6, from, to)], { asOf: '2026-12-01' })).toMatchObject([{ status, longestHours }])
  })

  test('what lies outside is named', () => {
    const { ignored } = assessed(
      staff(
        { postType: 'management', terms: [TERM] },
        { asOf: '2026-12-01', credits: [session(6, '2026-06-29', '2026-07-01', { id: 's' })] },
      ),
    )
    expect(ignored).toEqual([{ creditId: 's', reason: 'outside_term', halfDaysCut: 2 }])
  })

  test('its lines are one training, and only its lines', () => {
    const lines = (one: string | undefined, other: string | undefined) => [
      session(3, '2025-12-30', '2025-12-31', one === undefined ? {} : { training: one }),
      session(3, '2026-01-01', '2026-01-02', other === undefined ? {} : { training: other }),
    ]
    expect(manager(lines('t', 't'))).toMatchObject([{ status: 'met', longestHours: 24, longestDays: 3 }])
    expect(manager(lines('t', 'u'))).toMatchObject([{ status: 'short', longestHours: 12 }])
    expect(manager(lines('t', undefined))).toMatchObject([{ status: 'short', longestHours: 12 }])
    expect(manager(lines(undefined, undefined))).toMatchObject([{ status: 'short', longestHours: 12 }])
  })

  const held = (posts: object[], more: object = {}) =>
    assessed(staff({ postType: 'professional', terms: [TERM], posts, ...more }, { asOf: '2026-06-30' })).terms
  const management = (from: string, to?: string) => ({
    postType: 'management',
    from,
    ...(to === undefined ? {} : { to }),
  })

  test.each([
    ['2025-06-29', 0],
    ['2025-06-30', 1],
    ['2025-07-01', 1],
  ])('for whoever held a management post for 12 months of it: 1 July 2024 to %s', (to, rows) => {
    expect(held([management('2024-07-01', to)])).toHaveLength(rows)
  })

  test('beside another post, and over several ones, whose days are summed', () => {
    const professional = { postType: 'professional', from: '2019-08-01' }
    expect(held([professional])).toHaveLength(0)
    expect(held([professional, management('2025-01-01')])).toHaveLength(1)
    expect(held([management('2025-07-02')])).toHaveLength(0)
    const halves = (to: string) => [management('2024-07-01', '2024-12-31'), management('2025-07-01', to)]
    expect(held(halves('2025-12-27'))).toHaveLength(0)
    expect(held(halves('2025-12-28'))).toHaveLength(1)
    const overlapping = [management('2024-07-01', '2025-01-31'), management('2024-08-01', '2025-06-29')]
    expect(held(overlapping)).toHaveLength(0)
    expect(held([...overlapping, management('2025-06-30', '2025-06-30')])).toHaveLength(1)
  })

  test('leaders are excepted (Art. 4): on its last day, or while it runs on the day', () => {
    const posts = [management('2020-01-01')]
    expect(held(posts, { leaderPeriods: [{ from: '2026-06-30' }] })).toHaveLength(0)
    expect(held(posts, { leaderPeriods: [{ from: '2026-07-01' }] })).toHaveLength(1)
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

  test('one row a term that the year touches; none that ended before the rules (Art. 49)', () => {
    const terms = [
      { from: '2021-01-01', to: '2024-01-24' },
      { from: '2021-01-01', to: '2024-01-25' },
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2025-01-02', to: '2026-01-01' },
      { from: '2026-12-31', to: '2029-12-31' },
      { from: '2027-01-01', to: '2029-12-31' },
    ]
    expect(manager([], {}, terms).map(({ from }) => from)).toEqual(['2025-01-02', '2026-12-31'])
    expect(manager([], { year: 2025 }, terms).map(({ from }) => from)).toEqual(['2025-01-01', '2025-01-02'])
    expect(manager([], { year: 2024 }, terms).map(({ to }) => to)).toEqual(['2024-01-25'])
  })

  test('a term of less than 12 months asks for none', () => {
    expect(manager([], {}, [{ from: '2025-07-02', to: '2026-06-30' }])).toEqual([])
    expect(manager([], {}, [{ from: '2025-07-01', to: '2026-06-30' }])).toHaveLength(1)
  })

  test.each(['professional', 'worker'])('not for a %s post', (postType) => {
    expect(assessed(staff({ postType, terms: [TERM] })).terms).toEqual([])
  })
})
