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

describe('a year is judged by what held in it (Art. 4, 7)', () => {
  const status = (person: object, asOf: string, year = 2026) =>
    assessed(staff(person, { asOf, year })).annual.status

  test.each([
    ['2026-12-30', 'not_applicable'],
    ['2026-12-31', 'short'],
    ['2027-01-01', 'short'],
    [undefined, 'short'],
  ])('on the register until %s', (to, expected) => {
    const period = { from: '2019-08-01', ...(to === undefined ? {} : { to }) }
    expect(status({ registerPeriods: [period] }, '2027-06-01')).toBe(expected)
  })

  test.each([
    ['2026-06-30', 'open'],
    ['2026-07-01', 'open'],
    ['2026-07-02', 'not_applicable'],
  ])('in a running year by the day asked: left on 1 July, as of %s', (asOf, expected) => {
    expect(status({ registerPeriods: [{ from: '2019-08-01', to: '2026-07-01' }] }, asOf)).toBe(expected)
  })

  test.each([
    ['2026-12-30', 'short'],
    ['2026-12-31', 'not_applicable'],
    ['2027-01-01', 'not_applicable'],
  ])('a leader until %s', (to, expected) => {
    expect(status({ leaderPeriods: [{ from: '2026-03-01', to }] }, '2027-06-01')).toBe(expected)
  })

  test('dated facts win over the flags; an empty list says nothing', () => {
    expect(
      status({ leader: true, leaderPeriods: [{ from: '2020-01-01', to: '2020-12-31' }] }, '2027-01-01'),
    ).toBe('short')
    expect(status({ onRegister: false, registerPeriods: [{ from: '2019-08-01' }] }, '2027-01-01')).toBe(
      'short',
    )
    expect(status({ leader: true, leaderPeriods: [] }, '2027-01-01')).toBe('not_applicable')
    expect(status({ registerPeriods: [] }, '2027-01-01')).toBe('short')
  })

  test('who comes back is on the register again', () => {
    const registerPeriods = [{ from: '2019-08-01', to: '2025-06-30' }, { from: '2026-09-01' }]
    expect(status({ registerPeriods }, '2027-01-01', 2025)).toBe('not_applicable')
    expect(status({ registerPeriods }, '2027-01-01', 2026)).toBe('short')
  })
})

describe('training before the hiring (Art. 7, 10)', () => {
  const hired = { hiredOn: '2026-03-16' }
  const of = (credit: unknown, asOf = '2026-07-01') => assessed(staff(hired, { credits: [credit], asOf }))

  test.each([
    ['2026-03-14', 0, 4],
    ['2026-03-15', 8, 2],
    ['2026-03-16', 16, 0],
  ])('two days from %s: those before count for nothing, and are named', (from, hours, halfDaysCut) => {
    const to = `2026-03-${Number(from.slice(8)) + 1}`
    const answer = of(offline('public', 4, from, to, { id: 'x' }))
    expect(answer.annual.hours.public).toBe(hours)
    expect(answer.ignored).toEqual(
      halfDaysCut === 0 ? [] : [{ creditId: 'x', reason: 'before_hiring', halfDaysCut }],
    )
  })

  test('what its days inside can hold counts whole', () => {
    expect(of(offline('public', 2, '2026-03-14', '2026-03-17')).annual.hours.public).toBe(8)
    expect(of(online('public', 30, '2026-03-16', { from: '2026-03-15' })).annual.hours.public).toBe(24)
  })

  test('it takes no day from the others', () => {
    const before = offline('public', 4, '2026-03-15', '2026-03-16', { id: 'a' })
    const answer = assessed(
      staff(hired, {
        credits: [before, offline('professional', 2, '2026-03-16', '2026-03-16', { id: 'b' })],
      }),
    )
    expect(answer.annual.hours).toMatchObject({ public: 8, professional: 0 })
    expect(answer.ignored).toMatchObject([
      { creditId: 'a', reason: 'before_hiring' },
      { creditId: 'b', reason: 'day_full' },
    ])
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

  test.each([
    ['2027-01-19', 'short', '2026-12-31'],
    ['2027-01-20', 'deferred', '2027-12-31'],
    ['2027-01-21', 'deferred', '2027-12-31'],
  ])('an approval of 20 January is as if absent before: as of %s', (asOf, status, dueOn) => {
    expect(withCredits([], { asOf, delays: [{ year: 2026, approvedOn: '2027-01-20' }] })).toMatchObject({
      status,
      dueOn,
    })
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
    expect(of(2025, [...before, makeUp, online('public', 10, '2025-04-01')])).toMatchObject({
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
        online('professional', 59.9, '2025-03-03'),
        professional,
      ]),
    ).toMatchObject({ status: 'met', madeUp: true })
  })

  test.each([
    [9.9, 'deferred', 29.9, []],
    [10, 'met', 30, []],
    [10.1, 'met', 30, [{ reason: 'beyond_gap', hoursCut: 0.1 }]],
  ])('%d hours for a gap of 10: beyond it they are named', (hours, status, counted, ignored) => {
    const credits = [...before, online('public', hours, '2026-02-01', { makeUpFor: 2025 })]
    const answer = assessed(staff({}, { year: 2025, asOf: '2026-03-01', delays, credits }))
    expect(answer.annual).toMatchObject({ status, hours: { public: counted } })
    expect(answer.ignored).toMatchObject(ignored)
    expect(answer.ignored).toHaveLength(ignored.length)
  })

  test('the gap is what the credits before it left: later ones and deemings take nothing from it', () => {
    const later = online('public', 25, '2025-04-02')
    expect(of(2025, [...before, makeUp, later]).hours.public).toBe(55)
    expect(of(2025, [...before, later, makeUp]).hours.public).toBe(45)
    const halves = offline('public', 4, '2026-02-02', '2026-02-03', { makeUpFor: 2025 })
    const answer = assessed(
      staff(
        {},
        {
          year: 2025,
          asOf: '2026-03-01',
          delays,
          credits: [...before, halves],
          deemed: [{ kind: 'discretionary', year: 2025, scope: 'all' }],
        },
      ),
    )
    expect(answer.annual).toMatchObject({ hours: { public: 30 }, days: 1 })
    expect(answer.ignored).toMatchObject([{ creditId: halves.id, reason: 'beyond_gap', halfDaysCut: 2 }])
  })

  test('nothing is made up before the delay is approved', () => {
    const late = [{ year: 2025, approvedOn: '2026-03-02' }]
    const answer = assessed(
      staff({}, { year: 2025, asOf: '2026-03-01', delays: late, credits: [...before, makeUp] }),
    )
    expect(answer.annual).toMatchObject({ status: 'short', hours: { public: 20 } })
    expect(answer.ignored).toEqual([{ creditId: makeUp.id, reason: 'delay_missing', hoursCut: 10 }])
  })

  test('before they are had, the year is deferred', () => {
    expect(of(2025, [...before, makeUp], '2026-01-31')).toMatchObject({
      status: 'deferred',
      missing: { hours: 10 },
    })
  })
})
