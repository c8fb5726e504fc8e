import { describe, expect, test } from 'vitest'
import { assessed, type Credit, offline, online, staff } from './people.ts'

const training = (hours: number, on: string, more: Partial<Credit> = {}) =>
  online('professional', hours, on, { category: 'induction', ...more })

/** Hired on 31 August 2025: due on 28 February 2026, at the latest on 31 August 2026. */
const newHire = (credits: unknown[], more: object = {}, person: object = {}) =>
  assessed(staff({ hiredOn: '2025-08-31', ...person }, { credits, ...more }))
const induction = (...args: Parameters<typeof newHire>) => newHire(...args).induction

describe('Article 12: 40 hours or 5 days within 6 months of hiring, 12 at the latest', () => {
  test.each([
    ['2024-01-24', 'not_applicable'],
    ['2024-01-25', 'overdue'],
    ['2024-01-26', 'overdue'],
  ])('for whoever was hired since the rules are in force: %s is %s', (hiredOn, status) => {
    expect(induction([], {}, { hiredOn }).status).toBe(status)
  })

  test('who was hired before has none of it', () => {
    expect(induction([], {}, { hiredOn: '2024-01-24' })).toEqual({ status: 'not_applicable' })
  })

  test.each([
    [39.9, 'open', 0.1, undefined],
    [40, 'met', 0, '2026-02-01'],
    [40.1, 'met', 0, '2026-02-01'],
  ])('%d hours', (hours, status, missingHours, completedOn) => {
    const answer = induction([training(hours, '2026-02-01')], { asOf: '2026-03-01' })
    expect(answer).toEqual({
      status,
      hours,
      days: 0,
      missingHours,
      dueOn: '2026-02-28',
      limitOn: '2026-08-31',
      ...(completedOn === undefined ? {} : { completedOn }),
    })
  })

  test.each([
    [9, 'open'],
    [10, 'met'],
    [11, 'met'],
  ])('%i half-days', (halfDays, status) => {
    const credits = [offline('public', halfDays, '2025-10-13', '2025-10-18', { category: 'induction' })]
    expect(induction(credits, { asOf: '2026-02-28' })).toMatchObject({ status, days: halfDays / 2 })
  })

  test.each([
    ['2026-02-27', 'met'],
    ['2026-02-28', 'met'],
    ['2026-03-01', 'late'],
    ['2026-08-31', 'late'],
    ['2026-09-01', 'after_limit'],
  ])('completed on %s it is %s', (on, status) => {
    expect(induction([training(40, on)], { asOf: '2026-12-01' })).toMatchObject({
      status,
      completedOn: on,
      missingHours: 0,
    })
  })

  test.each([
    ['2026-02-28', 'open'],
    ['2026-03-01', 'open'],
    ['2026-08-31', 'open'],
    ['2026-09-01', 'overdue'],
  ])('not complete as of %s it is %s', (asOf, status) => {
    expect(induction([training(39.9, '2025-10-01')], { asOf })).toMatchObject({ status, missingHours: 0.1 })
  })

  test('the day of completion is the last of the training that reached it, whatever the order of the list', () => {
    const credits = [training(10, '2026-03-03'), training(20, '2025-10-01'), training(20, '2025-11-02')]
    expect(induction(credits)).toMatchObject({ status: 'met', hours: 50, completedOn: '2025-11-02' })
    expect(induction(credits.toReversed())).toMatchObject({ completedOn: '2025-11-02' })
    expect(induction([training(30, '2025-10-01'), training(10, '2026-03-03')])).toMatchObject({
      status: 'late',
      completedOn: '2026-03-03',
    })
  })

  test('a new hire’s special training counts too (Art. 24); other categories do not', () => {
    expect(induction([training(40, '2025-10-01', { category: 'special' })]).status).toBe('met')
    expect(
      induction([
        training(40, '2025-10-01', { category: 'in_service' }),
        training(40, '2025-10-01', { category: 'transfer' }),
      ]),
    ).toMatchObject({ hours: 0 })
  })

  test.each([
    ['2025-05-30', '2025-05-31', 8],
    ['2025-05-31', '2025-06-01', 16],
    ['2025-06-01', '2025-06-02', 16],
  ])('from three months before the hiring, 31 May included: %s to %s', (from, to, hours) => {
    const credits = [offline('public', 4, from, to, { category: 'induction' })]
    const answer = newHire(credits, { asOf: '2026-02-01', year: 2025 })
    expect(answer.induction).toMatchObject({ hours })
    expect(answer.annual.hours.total).toBe(0)
  })

  test('special training counts from the day of hiring on (Art. 24)', () => {
    const from = (on: string, more: Partial<Credit> = {}) =>
      induction([offline('public', 2, on, on, { category: 'special', ...more })], { asOf: '2026-02-01' })
    expect(from('2025-08-30')).toMatchObject({ hours: 0 })
    expect(from('2025-08-31')).toMatchObject({ hours: 8 })
    expect(from('2025-09-01')).toMatchObject({ hours: 8 })
    expect(from('2025-08-30', { to: '2025-09-01', halfDays: 6 })).toMatchObject({ hours: 16 })
  })

  test('high-level talent is never overdue (Art. 9): complete after the limit is late, and deems the year', () => {
    const talent = { highLevelTalent: true }
    expect(induction([], { asOf: '2027-12-31' }, talent).status).toBe('open')
    const late = newHire([training(40, '2026-09-10')], { asOf: '2027-12-31', year: 2025 }, talent)
    expect(late.induction.status).toBe('late')
    expect(late.annual.status).toBe('deemed')
    expect(late.reasons.map(({ article }) => article)).toContain('9')
    expect(newHire([], { asOf: '2027-12-31', year: 2025 }, talent).annual.status).toBe('inducting')
  })

  test.each([
    ['never dated: by the flag', { highLevelTalent: true, talentPeriods: [] }, 'open'],
    ['from the last day of the limit on', { talentPeriods: [{ from: '2026-09-01' }] }, 'open'],
    ['from the day after it on', { talentPeriods: [{ from: '2026-09-02' }] }, 'overdue'],
    ['until the hiring', { talentPeriods: [{ from: '2020-01-01', to: '2025-09-01' }] }, 'open'],
    ['until the day before it', { talentPeriods: [{ from: '2020-01-01', to: '2025-08-31' }] }, 'overdue'],
    [
      'dates win over the flag',
      { highLevelTalent: true, talentPeriods: [{ from: '2027-01-01', to: '2027-06-30' }] },
      'overdue',
    ],
    [
      'one of several',
      {
        talentPeriods: [
          { from: '2020-01-01', to: '2020-12-31' },
          { from: '2026-01-05', to: '2026-01-05' },
        ],
      },
      'open',
    ],
  ] as const)('Art. 9, dated talent: %s', (_, person, status) => {
    const hired = { hiredOn: '2025-09-01', ...person }
    expect(induction([], { asOf: '2027-12-31' }, hired).status).toBe(status)
  })
})

describe('Article 39(5): an induction in time completes the year of hiring', () => {
  const annualOf = (on: string, year: number, more: object = {}) =>
    newHire([training(40, on)], { year, asOf: '2027-06-01', ...more }).annual

  test.each(['2025-12-31', '2026-02-28', '2026-08-31'])('completed on %s', (on) => {
    expect(annualOf(on, 2025)).toMatchObject({
      status: 'deemed',
      deemed: { public: true, professional: true },
      missing: { hours: 0 },
    })
    for (const other of [2024, 2026, 2027]) expect(annualOf(on, other).status).not.toBe('deemed')
  })

  test('after the limit it completes no year', () => {
    expect(annualOf('2026-09-02', 2025)).toMatchObject({
      status: 'short',
      deemed: { public: false, professional: false },
    })
  })

  test('further training moves nothing', () => {
    const later = training(40, '2026-01-10')
    const statuses = (...credits: Credit[]) =>
      [2025, 2026].map((year) => newHire(credits, { year, asOf: '2027-06-01' }).annual.status)
    expect(statuses(later)).toEqual(['deemed', 'short'])
    expect(statuses(later, training(40, '2025-10-10'))).toEqual(['deemed', 'short'])
  })

  test('its hours count for their year as well, once', () => {
    expect(annualOf('2026-02-01', 2026).hours).toMatchObject({ professional: 40, total: 40 })
  })

  test.each([
    ['2025-12-31', 'open'],
    ['2026-01-01', 'inducting'],
    ['2026-08-30', 'inducting'],
    ['2026-08-31', 'inducting'],
    ['2026-09-01', 'short'],
  ])(
    'while its limit of 31 August has not passed, the year of hiring is not failed: as of %s',
    (asOf, status) => {
      const answer = newHire([], { asOf, year: 2025 })
      expect(answer.annual.status).toBe(status)
      if (status !== 'inducting') return
      expect(answer.reasons.map(({ article }) => article)).toEqual(['7', '12', '12'])
      expect(answer.reasons[1]?.text).toContain('2026-08-31')
      expect(answer.eligibility.find(({ business }) => business === 'grade_promotion')).toMatchObject({
        verdict: 'hold',
      })
    },
  )

  test('only the year of hiring, and before a delay of it', () => {
    const delays = [{ year: 2025, approvedOn: '2026-01-05' }]
    expect(newHire([], { asOf: '2026-02-01', year: 2025, delays }).annual.status).toBe('inducting')
    expect(newHire([], { asOf: '2026-09-01', year: 2025, delays }).annual.status).toBe('deferred')
    expect(newHire([], { asOf: '2026-09-01', year: 2026 }).annual.status).toBe('open')
  })

  const failed = (to: string, more: Partial<Credit> = {}) =>
    offline('public', 2, to, to, { category: 'induction', passed: false, ...more })
  const passed = (to: string, subject: Credit['subject'] = 'public') =>
    offline(subject, 2, to, to, { category: 'induction' })
  const of = (credits: unknown[], asOf = '2027-06-01') =>
    newHire([training(40, '2025-10-10'), ...credits], { year: 2025, asOf })

  test('a failed assessment stands in the way until one of its subject is passed later', () => {
    expect(of([failed('2025-11-03')]).annual.status).toBe('short')
    expect(of([failed('2025-11-03')], '2026-03-01').annual.status).toBe('inducting')
    expect(of([failed('2025-11-03'), passed('2025-11-02')]).annual.status).toBe('short')
    expect(of([failed('2025-11-03'), passed('2025-11-03')]).annual.status).toBe('short')
    expect(of([failed('2025-11-03'), passed('2025-11-04')]).annual.status).toBe('deemed')
    expect(of([failed('2025-11-03'), passed('2025-11-04', 'professional')]).annual.status).toBe('short')
    expect(of([failed('2025-11-03')]).reasons.map(({ article }) => article)).toContain('39(5)')
  })

  test('both by the limit: what was failed after it is of no matter, what was passed after it neither', () => {
    expect(of([failed('2026-08-31')]).annual.status).toBe('short')
    expect(of([failed('2026-09-01')]).annual.status).toBe('deemed')
    expect(of([failed('2025-11-03'), passed('2026-08-31')]).annual.status).toBe('deemed')
    expect(of([failed('2025-11-03'), passed('2026-09-01')]).annual.status).toBe('short')
  })

  test('an assessment of another category, or long before the hiring, is none', () => {
    expect(of([failed('2025-11-03', { category: 'in_service' })]).annual.status).toBe('deemed')
    expect(of([failed('2025-05-30')]).annual.status).toBe('deemed')
    expect(of([failed('2025-05-31')]).annual.status).toBe('short')
    expect(of([failed('2025-11-03')]).certificates).toEqual(['induction'])
  })
})

describe('what follows (Art. 35, 43)', () => {
  test.each([
    ['2026-02-01', '2026-12-01', 'allow', true],
    ['2026-08-01', '2026-12-01', 'allow', true],
    ['2026-10-01', '2026-12-01', 'allow', true],
    [undefined, '2026-08-31', 'hold', false],
    [undefined, '2026-09-01', 'refuse', false],
  ])('completed on %s, as of %s: regularization %s', (on, asOf, verdict, certified) => {
    const answer = newHire(on === undefined ? [] : [training(40, on)], { asOf })
    const row = answer.eligibility.find(({ business }) => business === 'regularization')
    expect(row).toMatchObject({ verdict, articles: [35, 43] })
    expect(row?.reasons.length).toBe(verdict === 'allow' ? 0 : 1)
    expect(answer.certificates.includes('induction')).toBe(certified)
  })

  const regularization = (json: ReturnType<typeof newHire>) =>
    json.eligibility.find(({ business }) => business === 'regularization')

  test('of those hired before the rules a person judges (Art. 49)', () => {
    expect(regularization(newHire([], {}, { hiredOn: '2024-01-24' }))).toMatchObject({
      verdict: 'review',
      reasons: [{ article: '49' }],
    })
  })

  test('past the limit a justified reason leads to review (Art. 43), and talent too (Art. 9)', () => {
    const late = { asOf: '2026-09-01' }
    expect(regularization(newHire([], { ...late, justified: [2026] }))).toMatchObject({ verdict: 'review' })
    expect(regularization(newHire([], { ...late, justified: [2025] }))).toMatchObject({ verdict: 'refuse' })
    expect(regularization(newHire([], { asOf: '2026-08-31', justified: [2026] }))).toMatchObject({
      verdict: 'hold',
    })
    const talent = { highLevelTalent: true }
    expect(regularization(newHire([], late, talent))).toMatchObject({ verdict: 'review' })
    expect(regularization(newHire([], { asOf: '2026-08-31' }, talent))).toMatchObject({ verdict: 'hold' })
  })

  test('a certificate revoked for fraud refuses, whatever the hours say (Art. 32, 35)', () => {
    const answer = newHire([training(40, '2026-02-01')], { revoked: ['induction'] })
    expect(regularization(answer)).toMatchObject({ verdict: 'refuse', reasons: [{ article: '35' }] })
    expect(answer.certificates).not.toContain('induction')
  })
})

describe('Art. 24, 39(5): special training completes the induction, and passes no assessment of it', () => {
  const hired = { hiredOn: '2026-03-02' }
  const failed = offline('public', 2, '2026-04-13', '2026-04-13', { category: 'induction', passed: false })
  const special = (from: string, to: string) => offline('public', 10, from, to, { category: 'special' })
  const year = (...credits: Credit[]) => assessed(staff(hired, { asOf: '2027-01-08', credits })).annual.status

  test('without a failed assessment it completes the year of hiring', () => {
    expect(year(special('2026-05-11', '2026-05-15'))).toBe('deemed')
  })

  test('a failed assessment stands in the way all the same, also where nothing else was an induction', () => {
    expect(year(failed, special('2026-05-11', '2026-05-15'))).not.toBe('deemed')
    const passed = offline('public', 1, '2026-06-15', '2026-06-15', { category: 'induction' })
    expect(year(failed, special('2026-05-11', '2026-05-15'), passed)).toBe('deemed')
  })
})

test('Art. 9: the induction of talent has no limit, and yet only the year of hiring waits for it', () => {
  const talent = (year: number) =>
    assessed(staff({ hiredOn: '2026-03-02', highLevelTalent: true }, { year, asOf: '2028-01-08' })).annual
      .status
  expect([talent(2026), talent(2027)]).toEqual(['inducting', 'short'])
})

test('Art. 10: what counts whole before the hiring is not named as dropped; what is cut is, by as much', () => {
  const before = (from: string, to: string) =>
    assessed(
      staff(
        { hiredOn: '2026-06-01' },
        { asOf: '2026-12-31', credits: [offline('public', 4, from, to, { id: 'c', category: 'induction' })] },
      ),
    ).ignored
  expect(before('2026-03-01', '2026-03-02')).toEqual([])
  expect(before('2026-02-28', '2026-03-01')).toEqual([
    { creditId: 'c', reason: 'before_hiring', halfDaysCut: 2 },
  ])
})
