import { describe, expect, test } from 'vitest'
import { formatDate } from '../../rules/calendar.ts'
import { edition2024 } from '../../rules/edition.ts'
import { obligationsOf } from '../../rules/obligations.ts'
import { factsOf, staff } from './people.ts'

const owed = (person: object, more: object = {}, edition = edition2024) =>
  obligationsOf(factsOf(staff(person, more), edition), edition).map(({ name, article, dueOn, limitOn }) => [
    name,
    article,
    formatDate(dueOn),
    formatDate(limitOn),
  ])

describe('what a person owes by a day of its own', () => {
  test('nothing but the years, where there is no hiring, term, change or delay that asks for it', () => {
    expect(owed({})).toEqual([])
  })

  test.each([
    ['2024-01-24', []],
    ['2024-01-25', [['induction', '12', '2024-07-25', '2025-01-25']]],
    ['2024-01-26', [['induction', '12', '2024-07-26', '2025-01-26']]],
  ])('Art. 12: hired on %s, since the rules are in force', (hiredOn, expected) => {
    expect(owed({ hiredOn })).toEqual(expected)
  })

  test('Art. 9: high-level talent is inducted flexibly, by no day', () => {
    expect(owed({ hiredOn: '2026-03-16', highLevelTalent: true })).toEqual([])
  })

  test('Art. 12: months end where their days do: hired on 31 August, due at the end of February', () => {
    expect(owed({ hiredOn: '2027-08-31' })).toEqual([['induction', '12', '2028-02-29', '2028-08-31']])
  })

  test('Art. 21: each post change, three months after it', () => {
    const postChanges = [
      { id: 'pc1', kind: 'post_type', effectiveOn: '2025-11-30' },
      { id: 'pc2', kind: 'duties', effectiveOn: '2026-06-01' },
    ]
    expect(owed({ postChanges })).toEqual([
      ['transfer:pc1', '21', '2026-02-28', '2026-02-28'],
      ['transfer:pc2', '21', '2026-09-01', '2026-09-01'],
    ])
  })

  test.each([
    ['management', [['term:2024-01-01', '16', '2026-12-31', '2026-12-31']]],
    ['professional', []],
    ['worker', []],
  ])('Art. 16: the last day of a term, for a %s post', (postType, expected) => {
    expect(owed({ postType, terms: [{ from: '2024-01-01', to: '2026-12-31' }] })).toEqual(expected)
  })

  test('Art. 16, 49: of a term held for 12 months, and nothing that ended before the rules', () => {
    const terms = [
      { from: '2021-01-01', to: '2024-01-24' },
      { from: '2026-01-01', to: '2026-12-30' },
    ]
    expect(owed({ postType: 'management', terms })).toEqual([])
    expect(owed({ postType: 'management', terms: [{ from: '2021-01-01', to: '2024-01-25' }] })).toHaveLength(
      1,
    )
    const posts = [{ postType: 'management', from: '2026-01-01' }]
    const term = [{ from: '2024-01-01', to: '2026-12-31' }]
    expect(owed({ posts, terms: term })).toHaveLength(1)
    expect(owed({ posts: [{ ...posts[0], from: '2026-01-02' }], terms: term })).toEqual([])
  })

  test.each([
    ['2024-01-24', 0],
    ['2024-01-25', 1],
  ])('Art. 49: a change of %s', (effectiveOn, count) => {
    expect(owed({ postChanges: [{ id: 'a', kind: 'duties', effectiveOn }] })).toHaveLength(count)
  })

  test('Art. 32: each delayed year, at the end of the next one; by another reading a year after the approval', () => {
    const delays = { delays: [{ year: 2025, approvedOn: '2025-11-10' }] }
    expect(owed({}, delays)).toEqual([['make_up:2025', '32', '2026-12-31', '2026-12-31']])
    const byApproval = {
      ...edition2024,
      readings: { ...edition2024.readings, makeUpRunsFrom: 'approval' as const },
    }
    expect(owed({}, delays, byApproval)).toEqual([['make_up:2025', '32', '2026-11-10', '2026-11-10']])
  })
})
