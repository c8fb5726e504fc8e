import { describe, expect, test } from 'vitest'
import { assess } from '../../rules/assess.ts'
import { assessed, type Credit, factsOf, offline, online, staff, wholeYear } from './people.ts'

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
    ['met, its certificate revoked', { credits: years(2026), revoked: ['annual:2026'] }, 'refuse'],
    ['met, another certificate revoked', { credits: years(2026), revoked: ['annual:2025'] }, 'allow'],
  ])('a year that is %s', (name, more, verdict) => {
    const rows = assessed(staff({}, more)).eligibility.filter(({ business }) => businesses.includes(business))
    expect(rows.map(({ business }) => business)).toEqual(businesses)
    for (const row of rows) {
      expect(row.verdict).toBe(verdict)
      const ofPromotion = name.endsWith('its certificate revoked') ? [7, 35, 44] : [7, 44]
      expect(row.articles).toEqual(row.business === 'grade_promotion' ? ofPromotion : [7, 35])
      expect(row.reasons.length).toBe(verdict === 'allow' ? 0 : 1)
    }
  })

  test('nobody off the register has a verdict', () => {
    const left = (to: string) =>
      assessed(staff({ registerPeriods: [{ from: '2019-08-01', to }] }, { year: 2025, credits: years(2025) }))
    expect(left('2026-06-30').eligibility).toEqual([])
    expect(left('2026-07-01').eligibility).not.toEqual([])
    expect(left('2026-06-30').certificates).toEqual(['annual:2025'])
    expect(assessed(staff({ onRegister: false })).eligibility).toEqual([])
  })
})

describe('Article 44: promotion looks at the running term, and at the session of the last one', () => {
  const TERM = { from: '2024-03-01', to: '2027-02-28' }
  const promotion = (more: object, person: object = {}) =>
    verdictOf('grade_promotion', staff({ terms: [TERM], ...person }, { asOf: '2027-01-01', ...more }))

  test.each([
    ['every closed year complete', { credits: years(2024, 2025, 2026) }, 'allow'],
    ['one short', { credits: years(2024, 2026) }, 'refuse'],
    ['one short, justified', { credits: years(2024, 2026), justified: [2025] }, 'review'],
    ['one deferred', { credits: years(2024, 2026), delays: [delay(2025)], asOf: '2026-12-31' }, 'review'],
    [
      'a year revoked that is not asked about',
      { credits: years(2024, 2025, 2026), revoked: ['annual:2025'] },
      'allow',
    ],
  ])('%s', (_, more, verdict) => expect(promotion(more)).toBe(verdict))

  test('years before the term do not matter, nor those of a term that does not run', () => {
    const credits = years(2026)
    expect(promotion({ credits }, { terms: [{ from: '2026-01-01', to: '2028-12-31' }] })).toBe('allow')
    expect(promotion({ credits }, { terms: [{ from: '2024-01-01', to: '2026-12-31' }] })).toBe('allow')
    expect(promotion({ credits }, { terms: [{ from: '2024-01-01', to: '2027-01-01' }] })).toBe('refuse')
    expect(promotion({ credits }, { terms: [{ from: '2024-01-01', to: '2027-01-02' }] })).toBe('refuse')
    expect(
      promotion({ credits }, { terms: [{ from: '2024-01-01', to: '2027-12-31' }], hiredOn: '2026-01-01' }),
    ).toBe('allow')
  })

  const session = offline('public', 6, '2025-05-12', '2025-05-14', { fullTime: true })
  test.each([
    [[], 'refuse'],
    [[session], 'allow'],
  ])('the session of the last ended term, with %j', (more, verdict) => {
    const terms = [
      { from: '2021-01-01', to: '2024-06-30' },
      { from: '2024-07-01', to: '2026-12-31' },
      { from: '2027-01-01', to: '2029-12-31' },
    ]
    const credits = [...years(2026), ...more]
    for (const listed of [terms, terms.toReversed()])
      expect(promotion({ credits }, { postType: 'management', terms: listed })).toBe(verdict)
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
    ['the last not over yet', { credits: years(2024, 2025), asOf: '2026-12-31' }, 'hold'],
    [
      'the last not over yet, but complete',
      { credits: years(2024, 2025, 2026), asOf: '2026-12-31' },
      'allow',
    ],
    ['the last ahead', { credits: years(2024, 2025), asOf: '2025-12-31' }, 'hold'],
    ['one short, the last ahead', { credits: years(2024), asOf: '2026-01-01' }, 'refuse'],
    ['one justified', { credits: years(2024, 2026), justified: [2025] }, 'review'],
    [
      'one deemed',
      { credits: years(2024, 2026), deemed: [{ kind: 'entrepreneurship_leave', year: 2025 }] },
      'allow',
    ],
    ['one deferred', { credits: years(2024, 2025), delays: [delay(2026)], asOf: '2027-01-08' }, 'review'],
    [
      'one deferred, one short',
      { credits: years(2025), delays: [delay(2026)], asOf: '2027-01-08' },
      'refuse',
    ],
    ['a certificate revoked', { credits: years(2024, 2025, 2026), revoked: ['annual:2025'] }, 'allow'],
  ])('%s', (_, more, verdict) => expect(renewal(more)).toBe(verdict))

  test('one overdue', () => {
    const terms = [{ from: '2024-03-01', to: '2027-12-31' }]
    const more = { credits: years(2024, 2025, 2027), delays: [delay(2026)] }
    expect(renewal({ ...more, asOf: '2027-12-31' }, { terms })).toBe('review')
    expect(renewal({ ...more, asOf: '2028-01-01' }, { terms })).toBe('refuse')
  })

  test('from the year of hiring, and from 2024', () => {
    expect(renewal({ credits: years(2026) }, { hiredOn: '2026-03-01' })).toBe('allow')
    expect(renewal({ credits: years(2026) }, { hiredOn: '2024-01-10' })).toBe('refuse')
    expect(
      renewal(
        { credits: years(2024), asOf: '2025-01-01' },
        { terms: [{ from: '2020-01-01', to: '2024-12-31' }] },
      ),
    ).toBe('allow')
  })

  test('the year of hiring is waited for while its induction runs', () => {
    const hired = { hiredOn: '2026-09-01', terms: [{ from: '2026-09-01', to: '2026-12-31' }] }
    expect(renewal({ asOf: '2027-09-01' }, hired)).toBe('hold')
    expect(renewal({ asOf: '2027-09-02' }, hired)).toBe('refuse')
  })

  test('years outside the term do not matter', () => {
    expect(
      renewal(
        { credits: years(2025), asOf: '2026-03-01' },
        { terms: [{ from: '2025-01-01', to: '2025-12-31' }] },
      ),
    ).toBe('allow')
  })

  test.each([
    ['2027-12-30', 'refuse'],
    ['2027-12-31', 'refuse'],
    ['2028-01-01', 'review'],
  ])(
    'what ended in the last twelve months is judged, the same day a year later included: %s',
    (asOf, verdict) => {
      expect(renewal({ asOf })).toBe(verdict)
    },
  )

  test('a term that ended before the rules came into force is not judged', () => {
    const ended = (to: string) => renewal({ asOf: '2025-01-24' }, { terms: [{ from: '2021-01-01', to }] })
    expect(ended('2024-01-24')).toBe('review')
    expect(ended('2024-01-25')).toBe('refuse')
  })

  test('of those running the one that ends first, with those that ended lately', () => {
    const first = { from: '2026-01-01', to: '2027-06-30' }
    const second = { from: '2024-01-01', to: '2028-12-31' }
    const complete = { credits: years(2026, 2027), asOf: '2027-03-31' }
    expect(renewal(complete, { terms: [second, first] })).toBe('allow')
    expect(renewal(complete, { terms: [second] })).toBe('refuse')
    expect(renewal(complete, { terms: [second, first, { from: '2024-01-01', to: '2026-12-31' }] })).toBe(
      'refuse',
    )
    expect(renewal(complete, { terms: [second, first, { from: '2024-01-01', to: '2026-03-30' }] })).toBe(
      'allow',
    )
  })

  test('without a term on record that can be judged a person judges, and it says so', () => {
    for (const terms of [[], [{ from: '2027-01-02', to: '2029-12-31' }]]) {
      const row = assessed(staff({ terms }, { asOf: '2027-01-01' })).eligibility.find(
        ({ business }) => business === 'contract_renewal',
      )
      expect(row).toMatchObject({ verdict: 'review', reasons: [{ article: '44', obligation: 'term' }] })
    }
    expect(renewal({ asOf: '2027-01-02' }, { terms: [{ from: '2027-01-02', to: '2029-12-31' }] })).toBe(
      'hold',
    )
  })

  test('leaders have no years in the way', () => {
    expect(renewal({}, { leader: true })).toBe('allow')
  })

  const session = offline('public', 6, '2025-05-12', '2025-05-14', { fullTime: true })
  test.each([
    ['session held', { credits: [...years(2024, 2025, 2026), session] }, 'allow'],
    ['session missed', { credits: years(2024, 2025, 2026) }, 'refuse'],
    ['session still open', { credits: years(2024, 2025, 2026), asOf: '2026-12-31' }, 'hold'],
    ['session open, a year short', { credits: years(2024), asOf: '2026-12-31' }, 'refuse'],
    [
      'session open, a year deferred',
      { credits: years(2024), delays: [delay(2025)], asOf: '2026-12-31' },
      'review',
    ],
    [
      'session held, a year deferred',
      { credits: [...years(2024, 2025), session], delays: [delay(2026)], asOf: '2027-01-08' },
      'review',
    ],
    [
      'session missed, a year deferred',
      { credits: years(2024, 2025), delays: [delay(2026)], asOf: '2027-01-08' },
      'refuse',
    ],
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
    ['one justified', { credits: years(2024), justified: [2025] }, 'review'],
    ['one justified, one short', { justified: [2025] }, 'refuse'],
    ['one deferred', { credits: years(2024), delays: [delay(2025)] }, 'review'],
    ['one deferred, one short', { delays: [delay(2025)] }, 'refuse'],
    [
      'overdue',
      { credits: years(2024), delays: [delay(2025)], asOf: '2027-01-01', justified: [2026] },
      'refuse',
    ],
    ['the current year never blocks', { credits: years(2024, 2025), asOf: '2026-12-31' }, 'allow'],
    ['but is closed the day after', { credits: years(2024, 2025), asOf: '2027-01-01' }, 'refuse'],
    ['a certificate revoked', { credits: years(2024, 2025), revoked: ['annual:2025'] }, 'allow'],
  ])('%s', (_, more, verdict) => expect(exam(more)).toBe(verdict))

  test.each([
    ['2029-12-31', 2024, 'refuse'],
    ['2030-01-01', 2024, 'allow'],
    ['2030-01-01', 2025, 'refuse'],
  ])('as of %s it looks back five years: %i short', (asOf, short, verdict) => {
    const all = [2024, 2025, 2026, 2027, 2028, 2029]
    expect(exam({ asOf, credits: years(...all.filter((year) => year !== short)) })).toBe(verdict)
  })

  test('from hiring', () => {
    expect(exam({}, { hiredOn: '2026-03-16' })).toBe('allow')
    expect(exam({ credits: years(2025) }, { hiredOn: '2024-12-31' })).toBe('refuse')
  })

  test('an overdue induction bars it, an open one does not; nor does the year of hiring meanwhile', () => {
    const hired = { hiredOn: '2025-09-01' }
    expect(exam({ asOf: '2026-09-01' }, hired)).toBe('allow')
    expect(exam({ asOf: '2026-09-02', credits: years(2025) }, hired)).toBe('refuse')
    expect(exam({ asOf: '2026-09-02', credits: [...years(2025)] }, { ...hired, highLevelTalent: true })).toBe(
      'allow',
    )
    expect(exam({ asOf: '2026-09-02', justified: [2025, 2026] }, hired)).toBe('review')
    const late = offline('public', 10, '2026-09-07', '2026-09-11', { category: 'induction' })
    expect(exam({ asOf: '2026-10-01', credits: [late], justified: [2025] }, hired)).toBe('review')
  })

  test('an overdue transfer bars it, one in its window does not, nor one completed late', () => {
    const moved = { postChanges: [{ id: 'pc', kind: 'duties', effectiveOn: '2026-03-01' }] }
    const credits = years(2024, 2025)
    expect(exam({ asOf: '2026-06-01', credits }, moved)).toBe('allow')
    expect(exam({ asOf: '2026-06-02', credits }, moved)).toBe('refuse')
    const late = offline('public', 10, '2026-06-08', '2026-06-12', { category: 'transfer', forChange: 'pc' })
    expect(exam({ asOf: '2026-07-01', credits: [...credits, late] }, moved)).toBe('allow')
  })

  test('workers only, by the post held on the day', () => {
    expect(verdictOf('skill_grade_exam', staff())).toBeUndefined()
    const posts = [
      { postType: 'worker', from: '2019-08-01', to: '2026-07-01' },
      { postType: 'management', from: '2026-07-02' },
    ]
    expect(verdictOf('skill_grade_exam', staff({ posts }, { asOf: '2026-07-01' }))).toBe('refuse')
    expect(
      verdictOf('skill_grade_exam', staff({ posts, postType: 'worker' }, { asOf: '2026-07-02' })),
    ).toBeUndefined()
  })

  test('the businesses of a worker, with their articles', () => {
    expect(
      assessed(
        staff({ postType: 'worker', terms: [{ from: '2024-01-01', to: '2026-12-31' }] }),
      ).eligibility.map(({ business, articles }) => [business, articles]),
    ).toEqual([
      ['appraisal_excellent', [7, 35]],
      ['commendation', [7, 35]],
      ['grade_promotion', [7, 44]],
      ['regularization', [35, 43]],
      ['contract_renewal', [44]],
      ['skill_grade_exam', [46]],
    ])
  })
})

describe('Article 35: certificates', () => {
  test.each([
    [{ credits: years(2026) }, ['annual:2026']],
    [{ deemed: [{ kind: 'entrepreneurship_leave', year: 2026, appraised: true }] }, ['annual:2026']],
    [{ credits: years(2026), revoked: ['annual:2026'] }, []],
    [{ credits: years(2026), revoked: ['annual:2025', 'induction'] }, ['annual:2026']],
    [{}, []],
    [{ asOf: '2027-01-01' }, []],
    [{ asOf: '2027-01-01', delays: [delay(2026)] }, []],
  ])('%j', (more, certificates) => expect(assessed(staff({}, more)).certificates).toEqual(certificates))
})

describe('training that ended in time and lies at a desk (Art. 45): the approver’s delay refuses nothing', () => {
  const changed = (asOf: string, atDesk?: string) => {
    const facts = factsOf(
      staff({ postChanges: [{ id: 'pc1', kind: 'duties', effectiveOn: '2026-03-01' }] }, { asOf }),
    )
    const { eligibility } = assess(atDesk === undefined ? facts : { ...facts, atDesk: new Set([atDesk]) })
    return eligibility.filter(({ changeId }) => changeId === 'pc1').map(({ verdict }) => verdict)
  }

  test('past the window it waits, for that change alone', () => {
    expect(changed('2026-06-02', 'pc1')).toEqual(['hold', 'hold'])
    expect(changed('2026-06-02', 'pc2')).toEqual(['refuse', 'refuse'])
    expect(changed('2026-06-02')).toEqual(['refuse', 'refuse'])
  })

  test('the grade examination asks for what is complete (Art. 46)', () => {
    const facts = factsOf(
      staff(
        {
          postType: 'worker',
          postChanges: [{ id: 'pc1', kind: 'duties', effectiveOn: '2026-03-01' }],
        },
        { asOf: '2026-06-02', credits: years(2024, 2025) },
      ),
    )
    const exam = assess({ ...facts, atDesk: new Set(['pc1']) }).eligibility.find(
      ({ business }) => business === 'skill_grade_exam',
    )
    expect(exam?.verdict).toBe('refuse')
  })
})

describe('Art. 46: an induction past its limit bars the examination by itself', () => {
  test.each([
    ['2025-03-04', 'allow'],
    ['2025-03-05', 'refuse'],
  ])('on %s: %s', (asOf, verdict) => {
    const credits = [online('public', 30, '2024-06-03'), online('professional', 60, '2024-06-10')]
    const json = staff({ postType: 'worker', hiredOn: '2024-03-04' }, { asOf, year: 2024, credits })
    expect(assessed(json).annual.status).toBe('met')
    expect(verdictOf('skill_grade_exam', json)).toBe(verdict)
  })
})
