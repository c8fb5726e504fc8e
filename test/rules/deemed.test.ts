import { describe, expect, test } from 'vitest'
import { parseDate } from '../../rules/calendar.ts'
import { judgeDeemed } from '../../rules/deemed.ts'
import { assessed, factsOf, online, staff, wholeYear } from './people.ts'

const of = (deemed: unknown[], more: object = {}, person: object = {}) =>
  assessed(staff(person, { deemed, ...more })).annual
const [publicYear] = wholeYear(2026)

describe('Article 39(2)–(4): the professional subject is deemed complete, the public 30 remain', () => {
  test.each(['research_project', 'degree_course', 'qualification_exam', 'skill_grade_exam'])('%s', (kind) => {
    const deemed = [{ kind, year: 2026 }]
    const worker = { postType: 'worker' }
    expect(of(deemed, {}, worker)).toMatchObject({
      status: 'open',
      deemed: { public: false, professional: true },
      missing: { hours: 30, public: 30, professional: 0 },
      hours: { total: 0 },
    })
    expect(of(deemed, { credits: [publicYear] }, worker)).toMatchObject({
      status: 'met',
      missing: { hours: 0 },
    })
    expect(of(deemed, { credits: [online('public', 29.9)] }, worker).status).toBe('open')
  })

  test('in its own year only', () => {
    expect(
      of([
        { kind: 'degree_course', year: 2025 },
        { kind: 'degree_course', year: 2027 },
      ]),
    ).toMatchObject({ deemed: { professional: false }, missing: { hours: 90 } })
  })
})

describe('Article 39(4): grade examinations are for workers', () => {
  const exam = [{ kind: 'skill_grade_exam', year: 2026 }]

  test.each(['professional', 'management'])('a %s post has nothing from one, and is told so', (postType) => {
    const answer = assessed(staff({ postType }, { deemed: exam }))
    expect(answer.annual.deemed.professional).toBe(false)
    expect(answer.reasons.filter(({ article }) => article === '39(4)')).toHaveLength(1)
  })

  test.each([
    ['2025-12-31', 'post_type', false],
    ['2026-01-01', 'post_type', true],
    ['2026-09-01', 'post_type', true],
    ['2026-09-01', 'duties', false],
  ])('who changed on %s (%s) may have been a worker then: %s', (effectiveOn, kind, deemed) => {
    expect(of(exam, {}, { postChanges: [{ id: 'pc', kind, effectiveOn }] }).deemed.professional).toBe(deemed)
  })

  const posts = [
    { postType: 'worker', from: '2019-08-01', to: '2026-05-31' },
    { postType: 'management', from: '2026-06-01' },
  ]

  test.each([
    ['2026-05-30', true],
    ['2026-05-31', true],
    ['2026-06-01', false],
    [undefined, true],
  ])('by the post held when it was passed: %s', (passedOn, deemed) => {
    const entry = { kind: 'skill_grade_exam', year: 2026, ...(passedOn === undefined ? {} : { passedOn }) }
    expect(of([entry], {}, { posts }).deemed.professional).toBe(deemed)
    expect(of([entry], { year: 2027 }, { posts }).deemed.professional).toBe(false)
  })

  test('without its day by any post of its year', () => {
    const entry = (year: number) => [{ kind: 'skill_grade_exam', year }]
    expect(of(entry(2026), {}, { posts: posts.slice(1) }).deemed.professional).toBe(false)
    expect(of(entry(2027), { year: 2027 }, { posts }).deemed.professional).toBe(false)
  })

  test('not before its day', () => {
    const entry = [{ kind: 'skill_grade_exam', year: 2026, passedOn: '2026-03-02' }]
    const worker = { postType: 'worker' }
    expect(of(entry, { asOf: '2026-03-01' }, worker).deemed.professional).toBe(false)
    expect(of(entry, { asOf: '2026-03-02' }, worker).deemed.professional).toBe(true)
  })

  test('only workers may ask', () => {
    const asks = (kind: 'skill_grade_exam' | 'degree_course', person: object, passedOn?: string) =>
      judgeDeemed(
        { kind, year: 2026, passedOn: passedOn === undefined ? undefined : parseDate(passedOn) },
        factsOf(staff(person)).person,
      )
    const refused = { ok: false, code: 'DEEMED_WORKERS_ONLY', article: '39(4)' }
    expect(asks('skill_grade_exam', { postType: 'worker' })).toEqual({ ok: true })
    expect(asks('skill_grade_exam', { postType: 'management' })).toEqual(refused)
    expect(asks('degree_course', { postType: 'management' })).toEqual({ ok: true })
    const left = {
      postType: 'management',
      posts: [
        { postType: 'worker', from: '2019-08-01', to: '2026-03-31' },
        { postType: 'management', from: '2026-04-01' },
      ],
    }
    expect(asks('skill_grade_exam', left, '2026-03-31')).toEqual({ ok: true })
    expect(asks('skill_grade_exam', left, '2026-04-01')).toEqual(refused)
  })
})

describe('Article 39(5) and (6): leave and discretion', () => {
  test('approved leave to found an enterprise completes the year', () => {
    expect(of([{ kind: 'entrepreneurship_leave', year: 2026 }], { asOf: '2027-01-01' })).toMatchObject({
      status: 'deemed',
      deemed: { public: true, professional: true },
      missing: { hours: 0 },
    })
  })

  test.each([
    ['2026-12-31', undefined, 'open'],
    ['2027-01-01', undefined, 'deemed'],
    ['2026-06-30', true, 'deemed'],
    ['2027-01-01', false, 'short'],
  ])('as of %s, its appraisal passed: %s', (asOf, appraised, status) => {
    const leave = {
      kind: 'entrepreneurship_leave',
      year: 2026,
      ...(appraised === undefined ? {} : { appraised }),
    }
    expect(of([leave], { asOf }).status).toBe(status)
  })

  test('discretion grants all', () => {
    expect(of([{ kind: 'discretionary', year: 2026, scope: 'all' }]).status).toBe('deemed')
  })

  test('or hours, which shrink what is missing and are none of training', () => {
    const scope = { public: 10, professional: 12.5 }
    expect(of([{ kind: 'discretionary', year: 2026, scope }])).toMatchObject({
      status: 'open',
      deemed: { public: false, professional: false },
      hours: { total: 0 },
      missing: { hours: 67.5, public: 20, professional: 47.5 },
    })
    expect(of([{ kind: 'discretionary', year: 2026, scope: { public: 30, professional: 60 } }]).status).toBe(
      'met',
    )
    expect(
      of([{ kind: 'discretionary', year: 2026, scope: { public: 30, professional: 59.9 } }]).status,
    ).toBe('open')
    expect(of([{ kind: 'discretionary', year: 2026, scope: { public: 30 } }]).missing).toEqual({
      hours: 60,
      public: 0,
      professional: 60,
    })
    expect(of([{ kind: 'discretionary', year: 2026, scope: { professional: 60 } }]).missing).toEqual({
      hours: 30,
      public: 30,
      professional: 0,
    })
  })

  test('several grants add up; another kind has no scope', () => {
    const grant = { kind: 'discretionary', year: 2026, scope: { public: 10, professional: 20 } }
    expect(of([grant, grant]).missing).toMatchObject({ public: 10, professional: 20 })
    expect(of([{ kind: 'degree_course', year: 2026, scope: 'all' }]).deemed).toEqual({
      public: false,
      professional: true,
    })
    expect(
      of([
        { kind: 'entrepreneurship_leave', year: 2026, appraised: true },
        { kind: 'degree_course', year: 2026 },
        grant,
      ]),
    ).toMatchObject({ status: 'deemed' })
  })

  test('a year is deemed where hours, grants and deemings of one subject do not suffice; else it is met', () => {
    const leave = { kind: 'entrepreneurship_leave', year: 2026, appraised: true }
    const research = { kind: 'research_project', year: 2026 }
    expect(of([research], { credits: [publicYear] }).status).toBe('met')
    expect(of([leave], { credits: wholeYear(2026) })).toMatchObject({
      status: 'met',
      deemed: { public: true, professional: true },
    })
    expect(of([leave, research], { credits: [publicYear] }).status).toBe('met')
    expect(of([leave, research], { credits: [online('public', 29.9)] }).status).toBe('deemed')
    expect(of([leave], { credits: [publicYear, online('professional', 59.9)] }).status).toBe('deemed')
  })

  test('nobody outside the obligation is deemed to have met it', () => {
    expect(of([{ kind: 'entrepreneurship_leave', year: 2026 }], {}, { leader: true }).status).toBe(
      'not_applicable',
    )
  })
})
