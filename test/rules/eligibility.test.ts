import { describe, expect, test } from 'vitest'
import { assessed, type Credit, offline, staff, wholeYear } from './people.ts'

const verdictOf = (business: string, json: unknown) =>
  assessed(json).eligibility.find((row) => row.business === business)?.verdict
const years = (...complete: number[]): Credit[] => complete.flatMap(wholeYear)
const delay = (year: number) => ({ year, approvedOn: `${year + 1}-01-08` })

describe('Article 7: excellence, commendation, promotion', () => {
  const businesses = ['appraisal_excellent', 'commendation', 'grade_promotion']
  test.each([
    ['met', { credits: years(2026) }, 'allow'],
    ['deemed', { deemed: [{ kind: 'entrepreneurship_leave', year: 2026 }], asOf: '2027-01-01' }, 'allow'],
    ['open', { asOf: '2026-12-31' }, 'hold'],
    ['open, though justified', { asOf: '2026-12-31', justified: [2026] }, 'hold'],
    ['short', { asOf: '2027-01-01' }, 'refuse'],
    ['short, justified', { asOf: '2027-01-01', justified: [2026] }, 'review'],
    ['short, another year justified', { asOf: '2027-01-01', justified: [2025] }, 'refuse'],
    ['deferred', { asOf: '2027-12-31', delays: [delay(2026)] }, 'review'],
    ['overdue', { asOf: '2028-01-01', delays: [delay(2026)] }, 'refuse'],
    ['overdue, justified', { asOf: '2028-01-01', delays: [delay(2026)], justified: [2026] }, 'review'],
  ])('a year that is %s', (_, more, verdict) => {
    for (const business of businesses) expect(verdictOf(business, staff({}, more))).toBe(verdict)
    const rows = assessed(staff({}, more)).eligibility
    for (const row of rows) {
      expect(row.articles).toEqual([7, 35])
      expect(row.reasons.length).toBe(verdict === 'allow' ? 0 : 1)
    }
  })
})

describe('Article 44: renewal', () => {
  const TERM = { from: '2024-03-01', to: '2026-12-31' }
  const renewal = (more: object, person: object = {}) =>
    verdictOf('contract_renewal', staff({ terms: [TERM], ...person }, { asOf: '2027-01-01', ...more }))

  test.each([
    ['every year complete', { credits: years(2024, 2025, 2026) }, 'allow'],
    ['one short', { credits: years(2024, 2026) }, 'refuse'],
    ['the first short', { credits: years(2025, 2026) }, 'refuse'],
    ['the last short', { credits: years(2024, 2025) }, 'refuse'],
    ['the last not over yet', { credits: years(2024, 2025), asOf: '2026-12-31' }, 'allow'],
    ['one justified', { credits: years(2024, 2026), justified: [2025] }, 'allow'],
    [
      'one deemed',
      { credits: years(2024, 2026), deemed: [{ kind: 'entrepreneurship_leave', year: 2025 }] },
      'allow',
    ],
    ['one deferred', { credits: years(2024, 2025), delays: [delay(2026)] }, 'review'],
    ['one deferred, one short', { credits: years(2025), delays: [delay(2026)] }, 'refuse'],
    ['one overdue', { credits: years(2024, 2025), delays: [delay(2026)], asOf: '2028-01-01' }, 'refuse'],
  ])('%s', (_, more, verdict) => expect(renewal(more)).toBe(verdict))

  test('from the year of hiring, and from 2024', () => {
    expect(renewal({ credits: years(2026) }, { hiredOn: '2026-03-01' })).toBe('allow')
    expect(renewal({ credits: years(2026) }, { hiredOn: '2024-01-10' })).toBe('refuse')
    expect(renewal({ credits: years(2024) }, { terms: [{ from: '2020-01-01', to: '2024-12-31' }] })).toBe(
      'allow',
    )
    expect(renewal({}, { terms: [{ from: '2020-01-01', to: '2023-12-31' }] })).toBe('allow')
  })

  test('years outside the term do not matter', () => {
    expect(renewal({ credits: years(2025) }, { terms: [{ from: '2025-01-01', to: '2025-12-31' }] })).toBe(
      'allow',
    )
  })

  test('the latest term that has begun', () => {
    const terms = [
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2024-01-01', to: '2024-12-31' },
      { from: '2027-01-02', to: '2029-12-31' },
    ]
    expect(renewal({ credits: years(2025) }, { terms })).toBe('allow')
    expect(renewal({ credits: years(2024) }, { terms })).toBe('refuse')
    expect(renewal({ asOf: '2027-01-02' }, { terms })).toBe('allow')
    expect(renewal({ credits: years(2024) }, { terms: [{ from: '2027-01-01', to: '2029-12-31' }] })).toBe(
      'allow',
    )
    expect(renewal({}, { terms: [{ from: '2027-01-02', to: '2029-12-31' }] })).toBeUndefined()
    expect(renewal({}, { terms: [] })).toBeUndefined()
  })

  test('leaders have no years in the way', () => {
    expect(renewal({}, { leader: true })).toBe('allow')
  })

  const session = offline('public', 6, '2025-05-12', '2025-05-14', { fullTime: true })
  test.each([
    ['session held', { credits: [...years(2024, 2025, 2026), session] }, 'allow'],
    ['session missed', { credits: years(2024, 2025, 2026) }, 'refuse'],
    ['session still open', { credits: years(2024, 2025), asOf: '2026-12-31' }, 'hold'],
    ['session open, a year short', { credits: years(2024), asOf: '2026-12-31' }, 'refuse'],
    [
      'session open, a year deferred',
      { credits: years(2024), delays: [delay(2025)], asOf: '2026-12-31' },
      'review',
    ],
    [
      'session held, a year deferred',
      { credits: [...years(2024, 2025), session], delays: [delay(2026)] },
      'review',
    ],
    ['session missed, a year deferred', { credits: years(2024, 2025), delays: [delay(2026)] }, 'refuse'],
  ])('management: %s', (_, more, verdict) => {
    expect(renewal(more, { postType: 'management' })).toBe(verdict)
    const row = assessed(
      staff({ postType: 'management', terms: [TERM] }, { asOf: '2027-01-01', ...more }),
    ).eligibility.find(({ business }) => business === 'contract_renewal')
    expect(row?.articles).toEqual([44])
    expect(row?.reasons.length === 0).toBe(verdict === 'allow')
  })

  test('the year that is asked for does not matter', () => {
    for (const year of [2024, 2025, 2026, 2027])
      expect(renewal({ year, credits: years(2024, 2026) })).toBe('refuse')
  })
})

describe('Article 46: the workers’ grade examination', () => {
  const exam = (more: object, person: object = {}) =>
    verdictOf('skill_grade_exam', staff({ postType: 'worker', ...person }, { asOf: '2026-12-31', ...more }))

  test.each([
    ['every closed year complete', { credits: years(2024, 2025) }, 'allow'],
    ['one short', { credits: years(2024) }, 'refuse'],
    ['the first short', { credits: years(2025) }, 'refuse'],
    ['one justified', { credits: years(2024), justified: [2025] }, 'allow'],
    ['one deferred', { credits: years(2024), delays: [delay(2025)] }, 'review'],
    ['one deferred, one short', { delays: [delay(2025)] }, 'refuse'],
    [
      'overdue',
      { credits: years(2024), delays: [delay(2025)], asOf: '2027-01-01', justified: [2026] },
      'refuse',
    ],
    ['the current year never blocks', { credits: years(2024, 2025), asOf: '2026-12-31' }, 'allow'],
    ['but is closed the day after', { credits: years(2024, 2025), asOf: '2027-01-01' }, 'refuse'],
  ])('%s', (_, more, verdict) => expect(exam(more)).toBe(verdict))

  test('from hiring', () => {
    expect(exam({}, { hiredOn: '2026-03-16' })).toBe('allow')
    expect(exam({}, { hiredOn: '2025-12-31' })).toBe('refuse')
    expect(exam({ credits: years(2025) }, { hiredOn: '2025-12-31' })).toBe('allow')
  })

  test('workers only', () => {
    expect(verdictOf('skill_grade_exam', staff())).toBeUndefined()
    expect(
      assessed(
        staff({ postType: 'worker', terms: [{ from: '2024-01-01', to: '2026-12-31' }] }),
      ).eligibility.map(({ business, articles }) => [business, articles]),
    ).toEqual([
      ['appraisal_excellent', [7, 35]],
      ['commendation', [7, 35]],
      ['grade_promotion', [7, 35]],
      ['contract_renewal', [44]],
      ['skill_grade_exam', [46]],
    ])
  })
})

describe('Article 35: certificates', () => {
  test.each([
    [{ credits: years(2026) }, ['annual:2026']],
    [{ deemed: [{ kind: 'entrepreneurship_leave', year: 2026 }] }, ['annual:2026']],
    [{}, []],
    [{ asOf: '2027-01-01' }, []],
    [{ asOf: '2027-01-01', delays: [delay(2026)] }, []],
  ])('%j', (more, certificates) => expect(assessed(staff({}, more)).certificates).toEqual(certificates))
})
