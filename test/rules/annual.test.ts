import { describe, expect, test } from 'vitest'
import { assessed, offline, online, staff, wholeYear } from './people.ts'

const annual = (json: unknown) => assessed(json).annual
const withCredits = (credits: unknown[], more: object = {}, person: object = {}) =>
  annual(staff(person, { credits, ...more }))

describe('Article 7: 30 hours of the public subject and 60 of the professional one', () => {
  test.each([
    [29.9, 60, 'open', 0.1, 0],
    [30, 60, 'met', 0, 0],
    [30.1, 60, 'met', 0, 0],
    [30, 59.9, 'open', 0, 0.1],
    [30, 60.1, 'met', 0, 0],
    [29.9, 59.9, 'open', 0.1, 0.1],
  ])('%d and %d hours are %s', (publicHours, professionalHours, status, lacksPublic, lacksProfessional) => {
    const answer = withCredits([online('public', publicHours), online('professional', professionalHours)])
    expect(answer).toMatchObject({
      status,
      missing: {
        hours: Math.round((lacksPublic + lacksProfessional) * 10) / 10,
        public: lacksPublic,
        professional: lacksProfessional,
      },
      hours: { public: publicHours, professional: professionalHours, offline: 0 },
      days: 0,
    })
  })

  test('the minima hold under either total: 12 days of one subject are not enough', () => {
    const days = [offline('professional', 24, '2026-03-02', '2026-03-13')]
    expect(withCredits(days)).toMatchObject({
      status: 'open',
      days: 12,
      hours: { total: 96 },
      missing: { hours: 30, public: 30 },
    })
  })

  test('a half-day is 4 hours; online and offline add up', () => {
    const answer = withCredits([
      offline('public', 7, '2026-03-02', '2026-03-05'),
      online('public', 2.5),
      online('professional', 0.3),
    ])
    expect(answer.hours).toEqual({ total: 30.8, public: 30.5, professional: 0.3, online: 2.8, offline: 28 })
    expect(answer.days).toBe(3.5)
  })

  test('tenths add up exactly', () => {
    expect(withCredits([online('public', 0.1), online('public', 0.2)]).hours).toMatchObject({
      total: 0.3,
      public: 0.3,
    })
  })

  test.each(['induction', 'in_service', 'transfer', 'special'] as const)('%s training counts', (category) => {
    expect(
      withCredits([online('public', 30, '2026-03-02', { category }), online('professional', 60)]).status,
    ).toBe('met')
  })

  test('training that was not passed counts for nothing', () => {
    expect(
      withCredits([online('public', 30, '2026-03-02', { passed: false }), ...wholeYear(2026).slice(1)]),
    ).toMatchObject({ missing: { public: 30 }, hours: { public: 0 } })
  })

  test('by training date: another year is another year, and no surplus is carried', () => {
    expect(withCredits([...wholeYear(2025), ...wholeYear(2025), ...wholeYear(2024)])).toMatchObject({
      hours: { total: 0 },
      missing: { hours: 90 },
    })
    expect(
      withCredits([online('public', 30, '2026-01-01'), online('professional', 60, '2025-12-31')]),
    ).toMatchObject({ hours: { public: 30, professional: 0 } })
  })
})

describe('who it is for (Art. 4, 7)', () => {
  test.each([
    ['a leader', { leader: true }],
    ['who is not on the register', { onRegister: false }],
    ['who is hired the year after', { hiredOn: '2027-01-01' }],
  ])('not for %s', (_, person) => {
    const answer = assessed(staff(person, { credits: wholeYear(2026) }))
    expect(answer.annual.status).toBe('not_applicable')
    expect(answer.certificates).toEqual([])
    expect(answer.eligibility.map(({ business }) => business)).not.toContain('commendation')
  })

  test('for whoever is hired by its last day', () => {
    expect(withCredits([], {}, { hiredOn: '2026-12-31' }).status).toBe('open')
  })
})

describe('a year on its way (Art. 32)', () => {
  const delays = [{ year: 2026, approvedOn: '2026-12-20' }]

  test.each([
    ['2025-12-31', [], 'open'],
    ['2026-12-31', [], 'open'],
    ['2027-01-01', [], 'short'],
    ['2026-12-31', delays, 'open'],
    ['2027-01-01', delays, 'deferred'],
    ['2027-12-30', delays, 'deferred'],
    ['2027-12-31', delays, 'deferred'],
    ['2028-01-01', delays, 'overdue'],
  ])('as of %s', (asOf, granted, status) => {
    const answer = withCredits([], { asOf, delays: granted })
    expect(answer).toMatchObject({
      status,
      dueOn: granted.length > 0 ? '2027-12-31' : '2026-12-31',
      madeUp: false,
    })
  })

  test('an approval counts whenever it was given, so that the close needs not wait for it', () => {
    expect(
      withCredits([], { asOf: '2027-01-01', delays: [{ year: 2026, approvedOn: '2027-01-20' }] }).status,
    ).toBe('deferred')
  })

  test('a delay is of its year alone', () => {
    expect(
      withCredits([], { asOf: '2027-01-01', delays: [{ year: 2025, approvedOn: '2026-01-08' }] }),
    ).toMatchObject({ status: 'short', dueOn: '2026-12-31' })
  })

  test('complete is complete, early or late, delayed or not', () => {
    for (const asOf of ['2026-06-01', '2026-12-31', '2027-01-01', '2028-06-01'])
      for (const granted of [[], delays])
        expect(withCredits(wholeYear(2026), { asOf, delays: granted }).status).toBe('met')
  })

  test('a training counts from its last day on', () => {
    const training = offline('public', 10, '2026-05-11', '2026-05-15')
    expect(withCredits([training], { asOf: '2026-05-14' }).hours.public).toBe(0)
    expect(withCredits([training], { asOf: '2026-05-15' }).hours.public).toBe(40)
    expect(withCredits([training], { asOf: '2026-05-16' }).hours.public).toBe(40)
  })
})

describe('Article 32: make-up', () => {
  const delays = [{ year: 2025, approvedOn: '2026-01-08' }]
  const makeUp = online('public', 10, '2026-02-01', { makeUpFor: 2025 })
  const before = [online('public', 20, '2025-03-02'), online('professional', 60, '2025-03-02')]
  const of = (year: number, credits: unknown[], asOf = '2026-03-01') =>
    withCredits(credits, { year, asOf, delays })

  test('made-up hours count for the delayed year and leave their own', () => {
    expect(of(2025, [...before, makeUp])).toMatchObject({
      status: 'met',
      madeUp: true,
      dueOn: '2026-12-31',
      hours: { public: 30, total: 90 },
    })
    expect(of(2026, [...before, makeUp])).toMatchObject({ status: 'open', hours: { total: 0 } })
  })

  test('they are only called so where they were needed', () => {
    expect(of(2025, [...before, online('public', 10, '2025-04-01'), makeUp])).toMatchObject({
      status: 'met',
      madeUp: false,
      hours: { public: 40 },
    })
    expect(of(2025, [...before.slice(1), makeUp])).toMatchObject({
      status: 'deferred',
      madeUp: false,
      missing: { public: 20 },
    })
    const professional = online('professional', 0.1, '2026-02-02', { makeUpFor: 2025 })
    expect(
      of(2025, [
        online('public', 30, '2025-03-02'),
        online('professional', 59.9, '2025-03-02'),
        professional,
      ]),
    ).toMatchObject({ status: 'met', madeUp: true })
  })

  test('before they are had, the year is deferred', () => {
    expect(of(2025, [...before, makeUp], '2026-01-31')).toMatchObject({
      status: 'deferred',
      missing: { hours: 10 },
    })
  })
})
