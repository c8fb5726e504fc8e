import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, assessYear } from '../../rules/assess.ts'
import { judgeDelay } from '../../rules/delay.ts'
import { type Edition, edition2024, type Readings } from '../../rules/edition.ts'
import { parseFacts, readRecord } from '../../rules/facts.ts'
import { drawnEditions, drawnFacts } from './drawn.ts'
import { assessed, factsOf, offline, online, staff, TODAY, wholeYear } from './people.ts'

const reading = (readings: Partial<Readings>) => ({
  ...edition2024,
  readings: { ...edition2024.readings, ...readings },
})

describe('where the text is open, the authority may decide otherwise without a change of code', () => {
  test('Article 7: whether the minima hold under 12 days', () => {
    const days = (halfDays: number) =>
      staff({}, { credits: [offline('professional', halfDays, '2026-03-02', '2026-03-14')] })
    const other = reading({ minimaHoldUnderEitherTotal: false })
    expect(assessed(days(24)).annual.status).toBe('open')
    expect(assessed(days(23), other).annual.status).toBe('open')
    expect(assessed(days(24), other).annual).toMatchObject({
      status: 'met',
      missing: { hours: 0 },
      madeUp: false,
    })
    const delays = [{ year: 2025, approvedOn: '2026-01-08' }]
    const early = offline('professional', 22, '2025-03-02', '2025-03-14')
    const makeUp = offline('professional', 2, '2026-03-02', '2026-03-02', { makeUpFor: 2025 })
    expect(assessed(staff({}, { year: 2025, delays, credits: [early, makeUp] }), other).annual).toMatchObject(
      { status: 'met', madeUp: true },
    )
  })

  test('Article 39(1): whether online hours have a value in days', () => {
    const json = staff({}, { credits: [online('public', 9.9)] })
    expect(assessed(json).annual.days).toBe(0)
    expect(assessed(json, reading({ onlineTenthsPerHalfDay: 40 })).annual).toMatchObject({
      days: 1,
      hours: { total: 9.9 },
    })
  })

  const inducted = (year: number, on = '2026-02-01', asOf = '2026-07-01') =>
    staff(
      { hiredOn: '2025-11-01' },
      { asOf, year, credits: [online('public', 40, on, { category: 'induction' })] },
    )
  const statuses = (json: (year: number) => unknown, edition?: Edition) =>
    [2025, 2026].map((year) => assessed(json(year), edition).annual.status)

  test('Article 39(5): which year a new hire’s induction completes', () => {
    expect(statuses(inducted)).toEqual(['deemed', 'open'])
    const other = reading({ inductionDeemsYearOf: 'completion' })
    expect(statuses(inducted, other)).toEqual(['short', 'deemed'])
    expect(
      assessed(staff({ hiredOn: '2025-11-01' }, { asOf: '2026-01-01', year: 2025 }), other).annual.status,
    ).toBe('short')
  })

  test('where two readings meet in one induction, each year that either deems is deemed', () => {
    const old = reading({ inductionDeemsYearOf: 'completion' })
    const now = reading({ inductionDeemsYearOf: 'hiring' })
    const both = (first: Edition, second: Edition) =>
      [2025, 2026].map((year) => {
        const editionOf = (one: number) => (one === 2025 ? first : second)
        return assess(factsOf(inducted(year)), editionOf).annual.status
      })
    expect(both(old, now)).toEqual(['deemed', 'deemed'])
    expect(both(now, old)).toEqual(['deemed', 'deemed'])
    expect(both(now, now)).toEqual(['deemed', 'open'])
    expect(both(old, old)).toEqual(['short', 'deemed'])
    const waiting = factsOf(staff({ hiredOn: '2025-11-01' }, { asOf: '2026-01-01', year: 2025 }))
    expect(assess(waiting, (year) => (year === 2025 ? old : now)).annual.status).toBe('inducting')
    expect(assess(waiting, () => old).annual.status).toBe('short')
  })

  test('other years are read by their own readings, in the checks too', () => {
    const worker = factsOf(
      staff(
        { postType: 'worker' },
        {
          asOf: '2026-01-01',
          credits: [...wholeYear(2024), offline('professional', 24, '2025-03-03', '2025-03-14')],
        },
      ),
    )
    const days = reading({ minimaHoldUnderEitherTotal: false })
    const exam = (editionOf: (year: number) => Edition) =>
      assess(worker, editionOf).eligibility.find(({ business }) => business === 'skill_grade_exam')?.verdict
    expect(exam(() => edition2024)).toBe('refuse')
    expect(exam((year) => (year === 2025 ? days : edition2024))).toBe('allow')
    expect(assessYear(worker).annual.status).toBe('open')
  })

  test('whichever year is asked about, each year is read by its own readings', () => {
    let seen = 0
    fc.assert(
      fc.property(drawnFacts, drawnEditions, (json, editionOf) => {
        const read = (year: number) => readRecord({ ...json, year }, TODAY, editionOf)
        const of = (year: number) => {
          const parsed = read(year)
          return parsed.ok ? assess(parsed.facts, editionOf) : undefined
        }
        for (const row of of(json.year)?.eligibility ?? [])
          for (const obstacle of row.obstacles) {
            if (obstacle.obligation !== 'annual') continue
            if (obstacle.year !== json.year) seen += 1
            expect([obstacle.year, of(obstacle.year)?.annual.status]).toEqual([
              obstacle.year,
              obstacle.status,
            ])
          }
      }),
      { numRuns: 300, seed: 12 },
    )
    expect(seen).toBeGreaterThan(100)
  }, 120_000)

  test('Art. 32: a make-up is judged by the readings of the year that it makes up for, whichever year is asked', () => {
    const approval = reading({ makeUpRunsFrom: 'approval' })
    const late = (year: number) =>
      staff(
        { hiredOn: '2026-02-03' },
        {
          asOf: '2028-02-01',
          year,
          delays: [{ year: 2026, approvedOn: '2027-01-20' }],
          credits: [
            online('public', 30, '2028-01-05', { to: '2028-01-10', makeUpFor: 2026 }),
            online('professional', 60, '2028-01-05', { to: '2028-01-12', makeUpFor: 2026 }),
          ],
        },
      )
    const codes = (year: number, editionOf: (one: number) => Edition) => {
      const parsed = parseFacts(late(year), TODAY, editionOf)
      return parsed.ok
        ? assess({ ...parsed.facts, year: 2026 }, editionOf).annual.status
        : parsed.errors[0]?.code
    }
    for (const year of [2026, 2027, 2028]) {
      expect(codes(year, (one) => (one === 2026 ? approval : edition2024))).toBe('met')
      expect(codes(year, (one) => (one === 2026 ? edition2024 : approval))).toBe('MAKE_UP_YEAR_WRONG')
    }
  })

  test.each([
    ['2026-05-01', 'deemed', 'deemed'],
    ['2026-05-02', 'deemed', 'short'],
  ])('Article 39(5): within which time, completed on %s', (on, byLimit, byDue) => {
    const json = inducted(2025, on, '2027-01-01')
    expect(assessed(json).annual.status).toBe(byLimit)
    expect(assessed(json, reading({ inductionDeemsWithin: 'due' })).annual.status).toBe(byDue)
    const open = staff({ hiredOn: '2025-11-01' }, { asOf: on, year: 2025 })
    expect(assessed(open, reading({ inductionDeemsWithin: 'due' })).annual.status).toBe(
      byDue === 'deemed' ? 'inducting' : 'short',
    )
  })

  test('Article 39(5): whether a failed assessment stands in the way', () => {
    const failed = offline('public', 2, '2026-03-02', '2026-03-02', { category: 'induction', passed: false })
    const json = inducted(2025, '2026-02-01', '2027-01-01')
    const more = { ...json, credits: [failed, online('public', 40, '2026-02-01', { category: 'induction' })] }
    expect(assessed(more).annual.status).toBe('short')
    expect(assessed(more, reading({ failedInductionStands: false })).annual.status).toBe('deemed')
  })

  test('Articles 7, 10: whether, and for how long, training before the hiring counts', () => {
    const json = (category: 'induction' | 'in_service', on: string) =>
      staff({ hiredOn: '2026-03-16' }, { credits: [online('public', 8, on, { category })] })
    const counts = reading({ trainingBeforeHiring: 'counts', inductionMonthsBeforeHiring: 0 })
    expect(assessed(json('in_service', '2026-03-01')).annual.hours.total).toBe(0)
    expect(assessed(json('in_service', '2026-03-01'), counts).annual.hours.total).toBe(8)
    expect(assessed(json('induction', '2026-03-15'), counts).induction).toMatchObject({ hours: 0 })
    expect(assessed(json('induction', '2026-03-16'), counts).induction).toMatchObject({ hours: 8 })
    const longer = reading({ inductionMonthsBeforeHiring: 4 })
    expect(assessed(json('induction', '2025-12-15')).induction).toMatchObject({ hours: 0 })
    expect(assessed(json('induction', '2025-12-15'), longer).induction).toMatchObject({ hours: 8 })
  })

  test('Article 4: whether leaders are excepted', () => {
    const json = staff({
      leader: true,
      postType: 'management',
      terms: [{ from: '2025-01-01', to: '2026-12-31' }],
    })
    const asked = reading({ leadersExcepted: false })
    expect(assessed(json)).toMatchObject({ annual: { status: 'not_applicable' }, terms: [] })
    expect(assessed(json, asked)).toMatchObject({ annual: { status: 'open' }, terms: [{ status: 'open' }] })
  })

  test('Article 7: who owes a year: who is on the register at its end, or on any day of it', () => {
    const anyDay = reading({ annualAppliesBy: 'any_day' })
    const status = (registerPeriods: object[], asOf = '2027-01-01', more: object = {}) =>
      assessed(staff({ registerPeriods, ...more }, { asOf }), anyDay).annual.status
    expect(status([{ from: '2019-08-01', to: '2025-12-31' }])).toBe('not_applicable')
    expect(status([{ from: '2019-08-01', to: '2026-01-01' }])).toBe('short')
    expect(status([{ from: '2027-01-01' }])).toBe('not_applicable')
    expect(status([{ from: '2026-12-31' }])).toBe('short')
    expect(status([{ from: '2026-07-02' }], '2026-07-01')).toBe('not_applicable')
    expect(status([{ from: '2026-07-01' }], '2026-07-01')).toBe('open')
    const led = { leaderPeriods: [{ from: '2026-06-01', to: '2026-06-30' }] }
    expect(status([{ from: '2019-08-01', to: '2026-06-15' }], '2027-01-01', led)).toBe('not_applicable')
    expect(status([{ from: '2019-08-01', to: '2026-07-01' }], '2027-01-01', led)).toBe('short')
    expect(assessed(staff({ onRegister: false }), anyDay).annual.status).toBe('not_applicable')
    expect(assessed(staff({}, { year: 2027 }), anyDay).annual.status).toBe('open')
  })

  test('Article 16: for how many months a management post is held', () => {
    const posts = [{ postType: 'management', from: '2026-04-01', to: '2026-09-30' }]
    const json = staff({ posts, terms: [{ from: '2025-01-01', to: '2026-12-31' }] })
    expect(assessed(json, reading({ termSessionMonths: 7 })).terms).toHaveLength(0)
    expect(assessed(json, reading({ termSessionMonths: 6 })).terms).toHaveLength(1)
  })

  test('Articles 21, 45: what a transfer training in its window, and one after it, leads to', () => {
    const postChanges = [{ id: 'pc', kind: 'duties', effectiveOn: '2026-03-01' }]
    const verdict = (readings: Partial<Readings>, asOf: string, credits: unknown[] = []) =>
      assessed(staff({ postChanges }, { asOf, credits }), reading(readings)).eligibility.find(
        ({ changeId }) => changeId === 'pc',
      )?.verdict
    const late = [
      offline('public', 10, '2026-06-08', '2026-06-12', { category: 'transfer', forChange: 'pc' }),
    ]
    expect(verdict({ transferWithinWindow: 'allow' }, '2026-06-01')).toBe('allow')
    expect(verdict({ transferWithinWindow: 'allow' }, '2026-06-02')).toBe('refuse')
    for (const after of ['allow', 'review', 'refuse'] as const)
      expect(verdict({ transferAfterLimit: after }, '2026-07-01', late)).toBe(after)
  })

  test('Article 46: how far back is looked', () => {
    const exam = (readings: Partial<Readings>) =>
      assessed(
        staff(
          { postType: 'worker' },
          { asOf: '2027-06-01', credits: [...wholeYear(2025), ...wholeYear(2026)] },
        ),
        reading(readings),
      ).eligibility.find(({ business }) => business === 'skill_grade_exam')?.verdict
    expect(exam({ gradeExamYears: 2 })).toBe('allow')
    expect(exam({ gradeExamYears: 3 })).toBe('refuse')
    expect(exam({ gradeExamYears: null })).toBe('refuse')
  })

  test('whether induction training counts for its year as well', () => {
    const credits = [
      online('public', 30, '2026-02-01', { category: 'induction' }),
      online('public', 1, '2026-02-02'),
    ]
    const json = staff({ hiredOn: '2025-11-01' }, { credits })
    expect(assessed(json).annual.hours.public).toBe(31)
    expect(assessed(json, reading({ inductionCountsForTheYear: false })).annual.hours.public).toBe(1)
  })

  test('Article 32: from when the twelve months run', () => {
    const json = staff({}, { asOf: '2028-01-05', delays: [{ year: 2026, approvedOn: '2027-01-08' }] })
    expect(assessed(json).annual).toMatchObject({ status: 'overdue', dueOn: '2027-12-31' })
    expect(assessed(json, reading({ makeUpRunsFrom: 'approval' })).annual).toMatchObject({
      status: 'deferred',
      dueOn: '2028-01-08',
    })
  })

  test('Article 32: when a delay may be asked for', () => {
    const facts = factsOf(staff({}, { asOf: '2026-07-01' }))
    const other = reading({
      delayWindow: { opens: { month: 7, day: 1 }, closesNextYear: { month: 3, day: 31 } },
    })
    const later = reading({
      delayWindow: { opens: { month: 7, day: 2 }, closesNextYear: { month: 3, day: 31 } },
    })
    expect([
      judgeDelay(facts).ok,
      judgeDelay(facts, () => other).ok,
      judgeDelay(facts, () => later).ok,
    ]).toEqual([true, true, false])
  })

  test('the two minima make up the total, so that both met is the total met', () => {
    const { annual } = edition2024
    expect(annual.publicTenths + annual.professionalTenths).toBeGreaterThanOrEqual(annual.tenths)
  })
})
