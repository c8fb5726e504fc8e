import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type GivenReview,
  libraryKinds,
  listedUntil,
  type ReviewAsked,
  type Reviewer,
  reviewResult,
  reviewTurn,
} from '../../rules/library-review.ts'

const asked = (kind: ReviewAsked['kind'], more: Partial<ReviewAsked> = {}): ReviewAsked => ({
  ...{ kind, submittedBy: 'school', submitter: 'unit.admin' },
  ...more,
})
const at = (id: string, organisationId: string, more: Partial<Reviewer> = {}): Reviewer => ({
  ...{ id, seats: [organisationId], authorities: [organisationId], region: undefined },
  ...more,
})
const region = at('hr.region', 'region', { region: 'region' })
const cityA = at('hr.a', 'a')
const cityB = at('hr.b', 'b')
const cityC = at('hr.c', 'c')
const given = (by: Reviewer, approves: boolean): GivenReview => ({
  by: by.id,
  organisationId: by.authorities[0] ?? '',
  approves,
})

describe('Art. 28: a course is reviewed by two apart, and by a third where they differ', () => {
  const course = asked('course')
  test('one is not enough, two that agree decide', () => {
    expect(reviewResult(course, [])).toBe('open')
    expect(reviewResult(course, [given(cityA, true)])).toBe('open')
    expect(reviewResult(course, [given(cityA, true), given(cityB, true)])).toBe('listed')
    expect(reviewResult(course, [given(cityA, false)])).toBe('open')
    expect(reviewResult(course, [given(cityA, false), given(cityB, false)])).toBe('refused')
  })
  test('where they differ the third decides', () => {
    const differing = [given(cityA, true), given(cityB, false)]
    expect(reviewResult(course, differing)).toBe('open')
    expect(reviewTurn(course, differing, cityC)).toEqual({ as: 'c' })
    expect(reviewResult(course, [...differing, given(cityC, true)])).toBe('listed')
    expect(reviewResult(course, [...differing, given(cityC, false)])).toBe('refused')
  })
  test('nobody of the body that submitted it, be it the region itself', () => {
    expect(reviewTurn(asked('course', { submittedBy: 'a' }), [], cityA)).toEqual({ not: 'own' })
    expect(reviewTurn(asked('course', { submittedBy: 'region' }), [], region)).toEqual({ not: 'own' })
    expect(reviewTurn(asked('course', { submitter: 'hr.a' }), [], cityA)).toEqual({ not: 'own' })
    expect(
      reviewTurn(asked('course', { submittedBy: 'school' }), [], at('two', 'a', { seats: ['a', 'school'] })),
    ).toEqual({
      not: 'own',
    })
  })
  test('two of one office are not apart, and one person is not two', () => {
    expect(reviewTurn(course, [given(cityA, true)], at('hr.a2', 'a'))).toEqual({ not: 'given' })
    const twoSeats = at('hr.a', 'a', { authorities: ['a', 'b'] })
    expect(reviewTurn(course, [given(cityA, true)], twoSeats)).toEqual({ not: 'given' })
    expect(reviewTurn(course, [given(cityB, true)], at('hr.ab', 'b', { authorities: ['b', 'a'] }))).toEqual({
      as: 'a',
    })
  })
  test('whoever sits at no authority reviews nothing', () => {
    expect(reviewTurn(course, [], at('x', 'dept', { authorities: [] }))).toEqual({ not: 'not_theirs' })
  })
})

describe('Art. 30: the city recommends a lecturer, the region decides', () => {
  const lecturer = asked('lecturer', { recommendedBy: 'a' })
  test('in this order', () => {
    expect(reviewTurn(lecturer, [], region)).toEqual({ not: 'not_theirs' })
    expect(reviewTurn(lecturer, [], cityB)).toEqual({ not: 'not_theirs' })
    expect(reviewTurn(lecturer, [], cityA)).toEqual({ as: 'a' })
    const recommended = [given(cityA, true)]
    expect(reviewResult(lecturer, recommended)).toBe('open')
    expect(reviewTurn(lecturer, recommended, region)).toEqual({ as: 'region' })
    expect(reviewTurn(lecturer, recommended, at('hr.a2', 'a'))).toEqual({ not: 'not_theirs' })
    expect(reviewResult(lecturer, [...recommended, given(region, true)])).toBe('listed')
    expect(reviewResult(lecturer, [...recommended, given(region, false)])).toBe('refused')
  })
  test('without the city’s word nothing goes further', () => {
    expect(reviewResult(lecturer, [given(cityA, false)])).toBe('refused')
  })
  test('whom a city proposes the region looks at alone; whom the region proposes, another officer of it', () => {
    const ofCity = asked('lecturer', { submittedBy: 'a', submitter: 'hr.a' })
    expect(reviewTurn(ofCity, [], cityA)).toEqual({ not: 'own' })
    expect(reviewTurn(ofCity, [], region)).toEqual({ as: 'region' })
    expect(reviewResult(ofCity, [given(region, true)])).toBe('listed')
    const ofRegion = asked('lecturer', { submittedBy: 'region', submitter: 'hr.region' })
    expect(reviewTurn(ofRegion, [], region)).toEqual({ not: 'own' })
    expect(reviewTurn(ofRegion, [], at('hr.region2', 'region', { region: 'region' }))).toEqual({
      as: 'region',
    })
  })
})

describe('Art. 27: the region looks at an institution that trains', () => {
  test('alone', () => {
    const institution = asked('institution')
    expect(reviewTurn(institution, [], cityA)).toEqual({ not: 'not_theirs' })
    expect(reviewTurn(institution, [], region)).toEqual({ as: 'region' })
    expect(reviewResult(institution, [given(region, true)])).toBe('listed')
    expect(reviewResult(institution, [given(region, false)])).toBe('refused')
  })
})

test('a listing holds for a year (30), or three [R]; the last day included, months clamped', () => {
  expect(listedUntil('lecturer', '2026-11-30')).toBe('2027-11-30')
  expect(listedUntil('course', '2024-02-29')).toBe('2027-02-28')
  expect(listedUntil('institution', '2026-12-01')).toBe('2029-12-01')
})

test('whoever comes in whatever order: nobody reviews their own, nobody twice, and three decide on anything', () => {
  const bodies = ['a', 'b', 'c', 'd', 'region'] as const
  const reviewer = fc.record({ body: fc.constantFrom(...bodies), officer: fc.integer({ min: 1, max: 2 }) })
  fc.assert(
    fc.property(
      fc.constantFrom(...libraryKinds),
      fc.constantFrom(...bodies),
      fc.array(fc.tuple(reviewer, fc.boolean()), { maxLength: 40 }),
      (kind, submittedBy, comers) => {
        const matter = asked(kind, { submittedBy, submitter: `${submittedBy}1` })
        const reviews: GivenReview[] = []
        for (const [{ body, officer }, approves] of comers) {
          if (reviewResult(matter, reviews) !== 'open') break
          const one = at(`${body}${officer}`, body, { region: body === 'region' ? 'region' : undefined })
          const turn = reviewTurn(matter, reviews, one)
          if ('as' in turn) reviews.push({ by: one.id, organisationId: turn.as, approves })
        }
        expect(reviews.map(({ by }) => by)).not.toContain(matter.submitter)
        if (kind === 'course')
          expect(reviews.map(({ organisationId }) => organisationId)).not.toContain(submittedBy)
        expect(new Set(reviews.map(({ by }) => by)).size).toBe(reviews.length)
        expect(reviews.length).toBeLessThanOrEqual(kind === 'course' ? 3 : 1)
      },
    ),
  )
})
