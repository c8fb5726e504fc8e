import { describe, expect, test } from 'vitest'
import { judgeDelay } from '../../rules/delay.ts'
import { edition2024, type Readings } from '../../rules/edition.ts'
import { assessed, factsOf, offline, online, staff } from './people.ts'

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

  test('Article 39(5): which year a new hire’s induction completes', () => {
    const json = (year: number) =>
      staff(
        { hiredOn: '2025-11-01' },
        { year, credits: [online('public', 40, '2026-02-01', { category: 'induction' })] },
      )
    const other = reading({ inductionDeemsYearOf: 'hiring' })
    expect([assessed(json(2025)).annual.status, assessed(json(2026)).annual.status]).toEqual([
      'short',
      'deemed',
    ])
    expect([assessed(json(2025), other).annual.status, assessed(json(2026), other).annual.status]).toEqual([
      'deemed',
      'open',
    ])
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
    expect([judgeDelay(facts).ok, judgeDelay(facts, other).ok]).toEqual([false, true])
  })

  test('the two minima make up the total, so that both met is the total met', () => {
    const { annual } = edition2024
    expect(annual.publicTenths + annual.professionalTenths).toBeGreaterThanOrEqual(annual.tenths)
  })
})
