import { describe, expect, test } from 'vitest'
import { assessed, type Credit, offline, staff, wholeYear } from './people.ts'

/** Article 44 where a manager has held several terms: which of them is judged, whatever their order on record. */

const all = [2024, 2025, 2026].flatMap(wholeYear)
const session = (from: string, to: string): Credit => offline('public', 6, from, to, { fullTime: true })
const in2024 = session('2024-09-02', '2024-09-04')
const in2025 = session('2025-09-01', '2025-09-03')
const verdictOf = (business: string, asOf: string, terms: readonly object[], ...held: Credit[]) =>
  assessed(staff({ postType: 'management', terms }, { asOf, credits: [...all, ...held] })).eligibility.find(
    (row) => row.business === business,
  )?.verdict

describe('promotion: the session of the term that ended last', () => {
  const [first, second] = [
    { from: '2024-02-01', to: '2025-03-31' },
    { from: '2025-04-01', to: '2026-05-31' },
  ]
  const promotion = (terms: readonly object[], ...held: Credit[]) =>
    verdictOf('grade_promotion', '2026-12-31', terms, ...held)

  test.each([
    ['in their order', [first, second]],
    ['the last one first', [second, first]],
  ])('%s', (_, terms) => {
    expect(promotion(terms, in2025)).toBe('allow')
    expect(promotion(terms, in2024)).toBe('refuse')
    expect(promotion(terms)).toBe('refuse')
  })

  test('of two that ended on one day, both, in whichever order', () => {
    const [long, short] = [
      { from: '2024-02-01', to: '2026-05-31' },
      { from: '2025-02-01', to: '2026-05-31' },
    ]
    for (const terms of [
      [long, short],
      [short, long],
    ]) {
      expect(promotion(terms, in2025)).toBe('allow')
      expect(promotion(terms, in2024)).toBe('refuse')
    }
  })

  test('of terms that run no session is asked yet', () => {
    const running = [
      { from: '2024-02-01', to: '2027-12-31' },
      { from: '2025-02-01', to: '2028-12-31' },
    ]
    expect(promotion(running)).toBe('allow')
  })

  test('a term that has not begun is none that ended', () => {
    const future = { from: '2027-06-01', to: '2029-05-31' }
    expect(promotion([second, future], in2025)).toBe('allow')
    expect(promotion([future])).toBe('allow')
    expect(promotion([second, future])).toBe('refuse')
  })
})

describe('renewal: of running terms the one that ends first, of ended ones those of twelve months', () => {
  const renewal = (terms: readonly object[], ...held: Credit[]) =>
    verdictOf('contract_renewal', '2026-12-31', terms, ...held)
  const [ends, goesOn] = [
    { from: '2024-02-01', to: '2026-12-31' },
    { from: '2025-02-01', to: '2027-12-31' },
  ]

  test.each([
    ['in their order', [ends, goesOn]],
    ['the later end first', [goesOn, ends]],
  ])('two run: %s', (_, terms) => {
    expect(renewal(terms, in2024)).toBe('allow')
    expect(renewal(terms)).toBe('hold')
  })

  test('the session is that of the term that is judged, wherever it stands on record', () => {
    const longOver = { from: '2024-02-01', to: '2025-06-30' }
    const lately = { from: '2025-07-01', to: '2026-11-30' }
    expect(renewal([longOver, lately], in2024)).toBe('refuse')
    expect(renewal([longOver, lately], in2025)).toBe('allow')
    expect(renewal([lately, longOver], in2025)).toBe('allow')
  })
})

test('a year that two terms share stands in the way once', () => {
  const terms = [
    { from: '2024-02-01', to: '2027-12-31' },
    { from: '2025-02-01', to: '2028-12-31' },
  ]
  const [row] = assessed(staff({ terms }, { asOf: '2026-12-31' })).eligibility.filter(
    ({ business }) => business === 'grade_promotion',
  )
  expect(row?.reasons.map(({ text }) => text.slice(0, 4))).toEqual(['2024', '2025', '2026'])
})
