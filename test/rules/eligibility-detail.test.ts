import { describe, expect, test } from 'vitest'
import { assess } from '../../rules/assess.ts'
import { detailEligibility } from '../../rules/eligibility-detail.ts'
import { EligibilityDetail } from '../../rules/eligibility-detail-json.ts'
import type { Language } from '../../rules/text.ts'
import { factsOf, offline, online, staff, wholeYear } from './people.ts'

/** The detail of one business, in the form that is promised. */
const detail = (business: string, json: unknown, language?: Language): EligibilityDetail => {
  const assessment = assess(factsOf(json))
  const row = assessment.eligibility.find((one) => one.business === business)
  if (row === undefined) throw new Error(`${business} does not apply.`)
  return EligibilityDetail.parse(detailEligibility(row, assessment, language))
}
const articles = ({ mend }: EligibilityDetail) => mend.map(({ article }) => article)

describe('Art. 7, 35, 43–46: a verdict says what is missing, by when, and how to mend it', () => {
  test('nothing in the way: nothing missing, nothing to mend', () => {
    const row = detail('grade_promotion', staff({}, { credits: wholeYear(2026) }))
    expect(row).toMatchObject({ verdict: 'allow', year: 2026, dueOn: '2026-12-31', missing: [], mend: [] })
  })

  test('Art. 7: an open year: hours a subject, its date, and every lawful way', () => {
    const row = detail('grade_promotion', staff({}, { credits: [online('public', 12.5)] }))
    expect(row.verdict).toBe('hold')
    expect(row.missing).toEqual([
      {
        obligation: 'annual',
        year: 2026,
        status: 'open',
        dueOn: '2026-12-31',
        hours: 77.5,
        public: 17.5,
        professional: 60,
      },
    ])
    expect(articles(row)).toEqual(['38', '41', '39(2)', '39(3)', '39(6)', '32'])
  })

  test.each([
    ['2027-01-31', ['38', '39', '32', '7']],
    ['2027-02-01', ['38', '39', '7']],
  ])('Art. 7, 32: a year that is over, on %s: the delay is offered while its time runs', (asOf, ways) => {
    const row = detail('appraisal_excellent', staff({}, { asOf }))
    expect([row.verdict, articles(row)]).toEqual(['refuse', ways])
  })

  test('Art. 32: a delayed year: due a year later', () => {
    const row = detail(
      'commendation',
      staff({}, { asOf: '2027-03-01', delays: [{ year: 2026, approvedOn: '2027-01-08' }] }),
    )
    expect([row.verdict, row.dueOn]).toEqual(['review', '2027-12-31'])
    expect(articles(row)).toContain('32')
  })

  test('Art. 43: the induction: hours or days, and special training counts', () => {
    const row = detail(
      'regularization',
      staff(
        { hiredOn: '2026-03-16' },
        { credits: [offline('public', 2, '2026-04-01', '2026-04-01', { category: 'induction' })] },
      ),
    )
    expect(row.missing).toEqual([
      { obligation: 'induction', dueOn: '2026-09-16', limitOn: '2027-03-16', hours: 32, days: 4 },
    ])
    expect([row.dueOn, articles(row)]).toEqual(['2026-09-16', ['12', '24']])
  })

  test('Art. 43: an overdue one names the year for which a reason may be found, until one is on record', () => {
    const hired = { hiredOn: '2025-09-01' }
    const overdue = detail('regularization', staff(hired, { asOf: '2026-09-02' }))
    expect([overdue.verdict, articles(overdue)]).toEqual(['refuse', ['12', '24', '43']])
    expect(overdue.mend.at(-1)?.text).toContain('2026')
    const justified = detail('regularization', staff(hired, { asOf: '2026-09-02', justified: [2026] }))
    expect([justified.verdict, articles(justified)]).toEqual(['review', ['12', '24']])
  })

  test('Art. 44: a renewal looks at the years of the term and, for management, at its session', () => {
    const row = detail(
      'contract_renewal',
      staff(
        { postType: 'management', terms: [{ from: '2024-01-01', to: '2026-12-31' }] },
        { credits: [...wholeYear(2025)] },
      ),
    )
    expect(row.missing).toEqual([
      {
        obligation: 'annual',
        year: 2024,
        status: 'short',
        dueOn: '2024-12-31',
        hours: 90,
        public: 30,
        professional: 60,
      },
      {
        obligation: 'annual',
        year: 2026,
        status: 'open',
        dueOn: '2026-12-31',
        hours: 90,
        public: 30,
        professional: 60,
      },
      {
        obligation: 'term',
        from: '2024-01-01',
        to: '2026-12-31',
        dueOn: '2026-12-31',
        hours: 20,
        days: 3,
        longestHours: 0,
        longestDays: 0,
      },
    ])
    expect([row.verdict, row.dueOn]).toEqual(['refuse', '2024-12-31'])
    expect(articles(row)).toEqual(['38', '39', '7', '38', '41', '39(2)', '39(3)', '39(6)', '32', '16'])
  })

  test('Art. 45: a transfer training that is missing, and one that came late', () => {
    const change = { postChanges: [{ id: 'pc1', kind: 'post_type', effectiveOn: '2026-03-01' }] }
    const open = detail('post_change_filing', staff(change, { asOf: '2026-05-31' }))
    expect(open.missing).toEqual([
      { obligation: 'transfer', id: 'pc1', dueOn: '2026-06-01', hours: 40, days: 5 },
    ])
    const late = detail(
      'post_change_filing',
      staff(change, {
        credits: [
          offline('professional', 10, '2026-06-08', '2026-06-12', { category: 'transfer', forChange: 'pc1' }),
        ],
      }),
    )
    expect([late.verdict, late.missing, articles(late)]).toEqual(['review', [], ['45']])
  })

  test('Art. 12: the year of hiring is mended by its induction, and nobody is sent for a delay', () => {
    const row = detail('grade_promotion', staff({ hiredOn: '2026-09-01' }, { asOf: '2027-01-01' }))
    expect(row).toMatchObject({
      verdict: 'hold',
      missing: [{ obligation: 'annual', year: 2026, status: 'inducting', dueOn: '2027-09-01' }],
      dueOn: '2027-09-01',
    })
    expect(row.reasons[0]?.text).toContain('2027-09-01')
    expect(articles(row)).toEqual(['12', '24'])
    const talent = staff({ hiredOn: '2026-09-01', highLevelTalent: true }, { asOf: '2028-01-01' })
    expect(detail('grade_promotion', talent)).toMatchObject({ verdict: 'hold', dueOn: '2026-12-31' })
  })

  const failed = (asOf: string, halfDays: number) =>
    staff(
      { hiredOn: '2026-09-01' },
      {
        asOf,
        credits: [
          offline('public', halfDays, '2026-10-12', '2026-10-16', { category: 'induction' }),
          offline('professional', 2, '2026-11-12', '2026-11-12', { category: 'induction', passed: false }),
        ],
      },
    )

  test('Art. 39(5): a failed assessment is named, and no hours are asked for that are there', () => {
    const row = detail('commendation', failed('2027-03-01', 10))
    expect([row.verdict, row.dueOn, articles(row)]).toEqual(['hold', '2027-09-01', ['39(5)']])
    expect(row.reasons.map(({ text }) => text).join()).toContain('考核不合格')
    expect(articles(detail('commendation', failed('2027-03-01', 8)))).toEqual(['39(5)', '12', '24'])
    const late = detail('commendation', failed('2027-10-01', 10))
    expect([late.verdict, late.reasons.map(({ article }) => article)]).toEqual(['refuse', ['7', '39(5)']])
    const short = detail('commendation', failed('2027-10-01', 8))
    expect(short.reasons.map(({ article }) => article)).toEqual(['7'])
  })

  test('Art. 32, 35: a revoked certificate is mended by honest completion and a new one', () => {
    const row = detail('commendation', staff({}, { credits: wholeYear(2026), revoked: ['annual:2026'] }))
    expect(row).toMatchObject({
      verdict: 'refuse',
      missing: [{ obligation: 'certificate', name: 'annual:2026' }],
    })
    expect(articles(row)).toEqual(['32'])
  })

  test('Art. 7, 35: of a revoked certificate whose year is short too, both are said, with the article that refuses', () => {
    const facts = staff({}, { asOf: '2027-01-01', credits: [online('public', 30)], revoked: ['annual:2026'] })
    for (const business of ['commendation', 'grade_promotion']) {
      const row = detail(business, facts)
      expect(row).toMatchObject({
        verdict: 'refuse',
        missing: [
          { obligation: 'certificate', name: 'annual:2026' },
          { obligation: 'annual', status: 'short', hours: 60, public: 0, professional: 60 },
        ],
      })
      expect(row.articles).toContain(35)
      expect(articles(row)).toEqual(['32', '38', '39', '32', '7'])
    }
  })

  test('Art. 44, 49: without a term on record, or hired before the rules, a person judges, and what to bring is said', () => {
    const renewal = detail('contract_renewal', staff())
    expect(renewal).toMatchObject({ verdict: 'review', dueOn: null, missing: [{ obligation: 'no_term' }] })
    expect(articles(renewal)).toEqual(['44'])
    const regular = detail('regularization', staff())
    expect(regular).toMatchObject({ verdict: 'review', dueOn: null, missing: [] })
    expect(articles(regular)).toEqual(['49'])
  })

  test('Art. 45: the change is named', () => {
    const change = { postChanges: [{ id: 'pc1', kind: 'post_type', effectiveOn: '2026-06-01' }] }
    expect(detail('transfer_appointment', staff(change)).changeId).toBe('pc1')
    expect(detail('commendation', staff(change)).changeId).toBeUndefined()
  })

  test('Art. 46: what mends several years is said once; in English too', () => {
    const row = detail('skill_grade_exam', staff({ postType: 'worker' }), 'en')
    expect(row.missing.map((one) => one.obligation === 'annual' && one.year)).toEqual([2024, 2025])
    expect(new Set(row.mend.map(({ text }) => text)).size).toBe(row.mend.length)
    for (const { text } of row.mend) expect(text).not.toMatch(/[一-鿿]/)
  })
})
