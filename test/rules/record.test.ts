import { describe, expect, test } from 'vitest'
import { assess } from '../../rules/assess.ts'
import { edition2024 } from '../../rules/edition.ts'
import { parseFacts, readRecord } from '../../rules/facts.ts'
import { presentAssessment } from '../../rules/present.ts'
import { assessed, offline, online, staff, TODAY } from './people.ts'

const refusals = (json: unknown, edition = edition2024) => {
  const parsed = parseFacts(json, TODAY, () => edition)
  return parsed.ok ? [] : parsed.errors.map(({ pointer, code }) => `${pointer} ${code}`)
}

/** What is on record, as it counts, and what is named of it. */
const record = (json: unknown, edition = edition2024) => {
  const read = readRecord(json, TODAY, () => edition)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return {
    answer: presentAssessment(assess(read.facts, () => edition)),
    flags: read.flags.map(({ pointer, code }) => `${pointer} ${code}`),
  }
}

const byApproval = {
  ...edition2024,
  readings: { ...edition2024.readings, makeUpRunsFrom: 'approval' as const },
}

describe('what is on record is read leniently, counts as it counted, and is named', () => {
  test('online and full-time: it counted as a session, and still does (Art. 16)', () => {
    const json = staff(
      { postType: 'management', terms: [{ from: '2024-01-01', to: '2026-12-31' }] },
      { credits: [online('public', 20, '2026-03-02', { fullTime: true })] },
    )
    expect(refusals(json)).toEqual(['/credits/0/fullTime FULL_TIME_ONLINE'])
    const { answer, flags } = record(json)
    expect(flags).toEqual(['/credits/0/fullTime FULL_TIME_ONLINE'])
    expect(answer.terms).toMatchObject([{ status: 'met', longestHours: 20 }])
  })

  test('an activity as a full-time session: it counted as one, and still does (Art. 16, 37)', () => {
    const activity = { kind: 'practice', quantity: 5 }
    const { halfDays: _, ...practice } = offline('public', 1, '2026-03-02', '2026-03-06', { fullTime: true })
    const json = staff(
      { postType: 'management', terms: [{ from: '2024-01-01', to: '2026-12-31' }] },
      { credits: [{ ...practice, activity }] },
    )
    expect(refusals(json)).toEqual(['/credits/0/fullTime FULL_TIME_ACTIVITY'])
    expect(record(json)).toMatchObject({
      flags: ['/credits/0/fullTime FULL_TIME_ACTIVITY'],
      answer: { terms: [{ status: 'met' }] },
    })
  })

  test('more hours than a day has', () => {
    const json = staff({}, { credits: [online('public', 30, '2026-03-02', { from: '2026-03-02' })] })
    expect(refusals(json)).toEqual(['/credits/0/hours HOURS_TOO_MANY'])
    expect(record(json)).toMatchObject({
      answer: { annual: { hours: { public: 30 } } },
      flags: ['/credits/0/hours HOURS_TOO_MANY'],
    })
  })

  test.each([
    [{ public: 0, professional: 0 }, ['/deemed/0/scope SCOPE_NOTHING'], 30],
    [{ public: 0 }, ['/deemed/0/scope SCOPE_NOTHING'], 30],
    [{ public: 0.1, professional: 0 }, [], 29.9],
    [{ public: 30 }, [], 0],
    [{ public: 30.1 }, ['/deemed/0/scope/public GRANT_TOO_MANY'], 0],
    [{ professional: 60 }, [], 30],
    [{ professional: 60.1 }, ['/deemed/0/scope/professional GRANT_TOO_MANY'], 30],
  ])('a grant of %j (Art. 39(6))', (scope, expected, missing) => {
    const json = staff({}, { deemed: [{ kind: 'discretionary', year: 2026, scope }] })
    expect(refusals(json)).toEqual(expected)
    expect(record(json)).toMatchObject({
      flags: expected,
      answer: { annual: { missing: { public: missing } } },
    })
  })

  test.each([
    ['2026-02-28', ['/person/postChanges/0/effectiveOn CHANGE_BEFORE_HIRING']],
    ['2026-03-01', []],
    ['2026-03-02', []],
  ])(
    'a change of %s, hired on 1 March: as after a correction of the hiring date',
    (effectiveOn, expected) => {
      const json = staff({ hiredOn: '2026-03-01', postChanges: [{ id: 'a', kind: 'duties', effectiveOn }] })
      expect(refusals(json)).toEqual(expected)
      expect(record(json)).toMatchObject({ flags: expected, answer: { transfers: [{ id: 'a' }] } })
    },
  )

  test('a change that training of another category names', () => {
    const postChanges = [{ id: 'a', kind: 'duties', effectiveOn: '2026-03-01' }]
    const json = staff({ postChanges }, { credits: [online('public', 8, '2026-03-02', { forChange: 'a' })] })
    expect(refusals(json)).toEqual(['/credits/0/forChange CHANGE_NOT_TRANSFER'])
    expect(record(json)).toMatchObject({
      answer: { transfers: [{ hours: 0 }], annual: { hours: { total: 8 } } },
    })
  })

  test.each([
    [2023, ['/delays/0/year DELAY_BEFORE_RULES']],
    [2024, []],
    [2025, []],
  ])('a delay of %i', (year, expected) => {
    const json = staff({}, { delays: [{ year, approvedOn: '2026-01-08' }] })
    expect(refusals(json)).toEqual(expected)
    expect(record(json).flags).toEqual(expected)
  })

  test('a make-up of a year before the rules', () => {
    const json = staff(
      {},
      {
        delays: [{ year: 2023, approvedOn: '2024-01-08' }],
        credits: [online('public', 8, '2024-03-02', { makeUpFor: 2023 })],
      },
    )
    expect(refusals(json)).toEqual([
      '/credits/0/makeUpFor MAKE_UP_BEFORE_RULES',
      '/delays/0/year DELAY_BEFORE_RULES',
    ])
    expect(record(json).answer.annual.hours.total).toBe(0)
  })

  test('a leave that was recognised without a word of its appraisal', () => {
    const json = staff({}, { deemed: [{ kind: 'entrepreneurship_leave', year: 2026 }] })
    expect(record(json).answer.annual.status).toBe('deemed')
    expect(
      record(staff({}, { deemed: [{ kind: 'entrepreneurship_leave', year: 2026, appraised: false }] })).answer
        .annual.status,
    ).toBe('open')
  })

  test('what the rules cannot read at all is refused as ever', () => {
    const json = staff({}, { credits: [online('public', 8, '2026-03-02', { makeUpFor: 2025 })] })
    expect(readRecord(json, TODAY)).toMatchObject({ ok: false, errors: [{ code: 'MAKE_UP_NOT_APPROVED' }] })
    expect(readRecord(staff({}, { year: 2023 }), TODAY)).toMatchObject({ ok: false })
    expect(readRecord(null, TODAY)).toMatchObject({ ok: false, errors: [{ pointer: '' }] })
  })
})

describe('Article 32: until when a year is made up, by either reading', () => {
  const made = (on: string, approvedOn = '2026-02-10') =>
    staff(
      {},
      {
        asOf: '2027-06-01',
        year: 2025,
        delays: [{ year: 2025, approvedOn }],
        credits: [online('public', 8, on, { makeUpFor: 2025 })],
      },
    )

  test.each([
    ['2025-12-31', ['MAKE_UP_YEAR_WRONG'], ['MAKE_UP_YEAR_WRONG']],
    ['2026-01-01', [], []],
    ['2026-12-31', [], []],
    ['2027-01-01', ['MAKE_UP_YEAR_WRONG'], []],
    ['2027-02-10', ['MAKE_UP_YEAR_WRONG'], []],
    ['2027-02-11', ['MAKE_UP_YEAR_WRONG'], ['MAKE_UP_TOO_LATE']],
  ])('approved on 10 February 2026, a training on %s', (on, byYearEnd, byTheApproval) => {
    const at = (codes: string[]) => codes.map((code) => `/credits/0/makeUpFor ${code}`)
    expect(refusals(made(on))).toEqual(at(byYearEnd))
    expect(refusals(made(on), byApproval)).toEqual(at(byTheApproval))
  })

  test('an early approval ends early', () => {
    expect(refusals(made('2026-11-10', '2025-11-10'), byApproval)).toEqual([])
    expect(refusals(made('2026-11-11', '2025-11-10'), byApproval)).toEqual([
      '/credits/0/makeUpFor MAKE_UP_TOO_LATE',
    ])
  })

  test('what is on record after the readings changed counts for the year that it was for', () => {
    const { answer, flags } = record(made('2027-02-10'))
    expect(flags).toEqual(['/credits/0/makeUpFor MAKE_UP_YEAR_WRONG'])
    expect(answer.annual.hours.public).toBe(8)
  })
})

describe('dated facts that are not in order', () => {
  test.each(['posts', 'leaderPeriods', 'registerPeriods'])('%s end after they start', (name) => {
    const period = (from: string, to: string) =>
      refusals(staff({ [name]: [{ postType: 'worker', from, to }] })).map((fault) => fault.split(' '))
    expect(period('2026-03-02', '2026-03-01')).toEqual([[`/person/${name}/0/to`, 'END_BEFORE_START']])
    expect(period('2026-03-02', '2026-03-02')).toEqual([])
    expect(refusals(staff({ [name]: [{ postType: 'worker', from: '2026-02-29' }] }))).toEqual([
      `/person/${name}/0/from DATE_UNREAL`,
    ])
  })

  test('a post has a type, a population a name, a revocation an obligation', () => {
    expect(refusals(staff({ posts: [{ from: '2026-03-01' }] }))).toEqual([
      '/person/posts/0/postType REQUIRED',
    ])
    expect(refusals(staff({ populations: 'organ_worker' }))).toEqual([])
    expect(refusals(staff({ populations: ['institution', 'organ_worker'] }))).toEqual([])
    expect(refusals(staff({ populations: 'party' }))).toEqual(['/person/populations UNFIT'])
    const changed = { postChanges: [{ id: 'x', kind: 'duties', effectiveOn: '2026-03-01' }] }
    for (const name of ['annual:2026', 'induction', 'transfer:x'])
      expect(refusals(staff(changed, { revoked: [name] }))).toEqual([])
    for (const name of ['annual:26', 'xinduction', 'inductionx', 'transfer:', 'annual:20261'])
      expect(refusals(staff({}, { revoked: [name] }))).toEqual(['/revoked/0 OBLIGATION_UNKNOWN'])
  })

  test('an examination lies in its year (Art. 39(4))', () => {
    const exam = (passedOn: string) =>
      refusals(
        staff({ postType: 'worker' }, { deemed: [{ kind: 'skill_grade_exam', year: 2026, passedOn }] }),
      )
    expect(exam('2025-12-31')).toEqual(['/deemed/0/passedOn PASSED_IN_OTHER_YEAR'])
    const hired = (passedOn: string) =>
      staff(
        { postType: 'worker', hiredOn: '2026-03-02' },
        { deemed: [{ kind: 'skill_grade_exam', year: 2026, passedOn }] },
      )
    expect(refusals(hired('2026-03-01'))).toEqual(['/deemed/0/passedOn PASSED_BEFORE_HIRING'])
    expect(record(hired('2026-03-01'))).toMatchObject({
      flags: ['/deemed/0/passedOn PASSED_BEFORE_HIRING'],
      answer: { annual: { deemed: { professional: true } } },
    })
    expect(refusals(hired('2026-03-02'))).toEqual([])
    expect(exam('2026-01-01')).toEqual([])
    expect(exam('2027-01-01')).toEqual(['/deemed/0/passedOn PASSED_IN_OTHER_YEAR'])
  })
})

describe('several faults of meaning at once, each at its field', () => {
  test('of two lines', () => {
    const json = staff(
      {},
      {
        credits: [
          online('public', 25, '2026-03-02', { from: '2026-03-02', fullTime: true }),
          { ...offline('public', 1, '2026-03-02', '2026-03-02'), halfDays: 3 },
        ],
      },
    )
    expect(refusals(json)).toEqual([
      '/credits/0/hours HOURS_TOO_MANY',
      '/credits/0/fullTime FULL_TIME_ONLINE',
      '/credits/1/halfDays HALF_DAYS_TOO_MANY',
    ])
  })
})

test('Art. 32: a delay on record counts whenever it was approved, so that no close waits for an approver', () => {
  const json = (approvedOn: string) =>
    staff({}, { year: 2025, asOf: '2026-01-01', delays: [{ year: 2025, approvedOn }] })
  expect(record(json('2026-01-20')).answer.annual).toMatchObject({ status: 'deferred', dueOn: '2026-12-31' })
  expect(record(json('2025-12-20')).answer.annual.status).toBe('deferred')
  // What the calculator is told of a day to come is as if absent.
  expect(assessed(json('2026-01-20')).annual.status).toBe('short')
})
