import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../rules/assess.ts'
import { detailEligibility } from '../../rules/eligibility-detail.ts'
import { presentAssessment } from '../../rules/present.ts'
import type { Language } from '../../rules/text.ts'
import { drawnFacts } from './drawn.ts'
import { assessed, factsOf, online, staff, wholeYear } from './people.ts'

/** Everything that the calculator says is said whole: with its article, of an obligation, in both languages. */

const OBLIGATIONS = ['annual', 'induction', 'term', 'transfer', 'certificate']
const languages: readonly Language[] = ['zh', 'en']

const faultsOf = (json: unknown, more: object = {}): unknown[] =>
  languages.flatMap((language) => {
    const assessment = assess({ ...factsOf(json), ...more })
    const { reasons } = presentAssessment(assessment, language)
    const details = assessment.eligibility.map((row) => detailEligibility(row, assessment, language))
    return [...reasons, ...details.flatMap((row) => [...row.reasons, ...row.mend])].filter(
      ({ article, obligation, text }) =>
        !/^\d+(?:\(\d\))?$/.test(article) || !OBLIGATIONS.includes(obligation) || text.length < 10,
    )
  })

const rowOf = (json: unknown, business: string, more: object = {}) =>
  presentAssessment(assess({ ...factsOf(json), ...more })).eligibility.find(
    (row) => row.business === business,
  )

describe('reasons are whole', () => {
  test('of whoever it may be', () => {
    fc.assert(
      fc.property(drawnFacts, (json) => {
        expect(faultsOf(json)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  const hired = (asOf: string) => staff({ hiredOn: '2025-01-06' }, { asOf })
  const changed = (asOf: string) =>
    staff({ postChanges: [{ id: 'pc1', kind: 'post_type', effectiveOn: '2026-03-01' }] }, { asOf })
  const delayed = (asOf: string) =>
    staff({}, { asOf, delays: [{ year: 2026, approvedOn: '2026-12-08' }], justified: [2026] })

  test.each([
    ['a delay', delayed('2027-02-01'), {}],
    ['a delay that ran out', delayed('2028-02-01'), {}],
    ['a justified year', staff({}, { asOf: '2027-03-01', justified: [2026] }), {}],
    [
      'an induction overdue for a justified reason',
      staff({ hiredOn: '2025-01-06' }, { asOf: '2026-02-01', justified: [2026] }),
      {},
    ],
    ['training at a desk', changed('2026-07-01'), { atDesk: new Set(['pc1']) }],
    ['a revoked certificate', staff({}, { credits: wholeYear(2026), revoked: ['annual:2026'] }), {}],
    ['hired by the rules before', staff({ hiredOn: '2010-01-01' }), {}],
    ['hired late in the year', hired('2025-12-31'), {}],
    [
      'talent, hired lately',
      staff({ hiredOn: '2026-05-01', highLevelTalent: true }, { asOf: '2027-01-05' }),
      {},
    ],
    [
      'an examination to come',
      staff(
        { postType: 'worker' },
        { deemed: [{ kind: 'skill_grade_exam', year: 2026, passedOn: '2026-07-02' }] },
      ),
      {},
    ],
  ])('%s', (_, json, more) => {
    expect(faultsOf(json, more)).toEqual([])
  })

  test('training that lies at a desk is said to lie there only once it is due (Art. 45)', () => {
    const said = (asOf: string) =>
      rowOf(changed(asOf), 'transfer_appointment', { atDesk: new Set(['pc1']) })?.reasons.map(
        ({ text }) => text,
      )
    expect(said('2026-07-01')).toEqual([expect.stringContaining('正在认定')])
    expect(said('2026-05-31')).toEqual([expect.not.stringContaining('正在认定')])
    const without = rowOf(changed('2026-07-01'), 'transfer_appointment')?.reasons.map(({ text }) => text)
    expect(without).toEqual([expect.not.stringContaining('正在认定')])
  })

  test('an induction is excused only where a justified reason is on record (Art. 43)', () => {
    const said = (asOf: string, justified: number[]) =>
      rowOf(staff({ hiredOn: '2025-01-06' }, { asOf, justified }), 'regularization')?.reasons.map(
        ({ text }) => text,
      )
    expect(said('2026-02-01', [2026])).toEqual([expect.stringContaining('正当理由，由审批人员判断')])
    expect(said('2026-02-01', [])).toEqual([expect.stringContaining('最长期限 2026-01-06 已过')])
    expect(said('2025-12-01', [2026])).toEqual([expect.stringContaining('最迟 2026-01-06')])
  })

  test('what is not counted yet says why: a leave its appraisal, an examination its day', () => {
    const last = (entry: object) =>
      assessed(staff({ postType: 'worker' }, { deemed: [{ year: 2026, ...entry }] })).reasons.at(-1)?.text
    expect(last({ kind: 'entrepreneurship_leave' })).toContain('年度考核')
    expect(last({ kind: 'skill_grade_exam', passedOn: '2026-07-02' })).toContain('考试日期未到')
    // Of another year nothing is said.
    const texts = assessed(
      staff(
        { postType: 'worker' },
        { deemed: [{ kind: 'skill_grade_exam', year: 2027, passedOn: '2027-07-02' }] },
      ),
    ).reasons
    expect(texts.map(({ text }) => text).join()).not.toContain('考试日期')
  })

  test('a leader until the day asked about is one; one who ceased before is not (Art. 4)', () => {
    const first = (asOf: string) =>
      assessed(staff({ leaderPeriods: [{ from: '2026-01-01', to: '2026-06-30' }] }, { asOf })).reasons.filter(
        ({ obligation }) => obligation === 'annual',
      )[0]?.article
    expect(first('2026-06-30')).toBe('4')
    expect(first('2026-07-01')).toBe('7')
  })

  test('talent in the year of hiring is not told to finish an induction by a day', () => {
    const said = (more: object) =>
      assessed(staff({ hiredOn: '2026-05-01', ...more }, { asOf: '2027-01-05' })).reasons.find(
        ({ article, obligation }) => article === '12' && obligation === 'annual',
      )?.text
    expect(said({})).toContain('于 2027-05-01 前')
    expect(said({ highLevelTalent: true })).not.toContain('于 2027-05-01 前')
  })

  test('every row names its articles', () => {
    const rows = assessed(staff({}, { credits: [online('public', 1)] })).eligibility
    expect(rows.length).toBeGreaterThan(3)
    for (const { articles } of rows) expect(articles.length).toBeGreaterThan(0)
  })
})
