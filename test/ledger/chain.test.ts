import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chainHead,
  type Fact,
  firstBrokenEntry,
  type LedgerEntry,
  nextEntry,
} from '../../functions/staff/ledger.ts'
import { ledger } from './people.ts'

const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    kind: fc.constant('delay' as const),
    year: fc.integer({ min: 2024, max: 2030 }),
    approvedOn: fc.constant('2026-01-05'),
  }),
  fc.record({
    kind: fc.constant('justified' as const),
    year: fc.integer({ min: 2024, max: 2030 }),
    reason: fc.string(),
  }),
  fc.record({
    kind: fc.constant('correction' as const),
    of: fc.integer({ min: 1, max: 9 }),
    reason: fc.string(),
    fact: fc.constant(null),
  }),
)
const entries = fc.array(fact, { minLength: 1, maxLength: 8 }).map((facts) => ledger(facts))

/** The same entries, chained anew from a place on, as a forger would. */
const reforged = (given: readonly LedgerEntry[]): LedgerEntry[] => {
  const forged: LedgerEntry[] = []
  for (const { staffId, recordedAt, recordedBy, source, fact } of given)
    forged.push(nextEntry(forged, { staffId, recordedAt, recordedBy, source, fact }))
  return forged
}

const someEntry = (given: readonly LedgerEntry[], position: number): LedgerEntry => {
  const found = given[position % given.length]
  if (found === undefined) throw new RangeError('No entry there.')
  return found
}

/** The four ways to tamper, each at a given place. */
const tamperings = {
  changed: (given: readonly LedgerEntry[], place: number) =>
    given.map((entry) => (entry === someEntry(given, place) ? { ...entry, recordedBy: 'someone' } : entry)),
  deleted: (given: readonly LedgerEntry[], place: number) =>
    given.filter((entry) => entry !== someEntry(given, place)),
  inserted: (given: readonly LedgerEntry[], place: number) =>
    given.toSpliced(place % (given.length + 1), 0, { ...someEntry(given, place), source: 'forged' }),
  reordered: (given: readonly LedgerEntry[], place: number) => {
    const [moved, ...rest] = given.slice(place % given.length)
    return moved === undefined ? [...given] : [...given.slice(0, place % given.length), ...rest, moved]
  },
} as const

describe('a ledger is a history: its chain is whole, or the check names the first broken entry', () => {
  test('every chain as it was written is whole', () => {
    fc.assert(
      fc.property(entries, (given) => {
        expect(firstBrokenEntry(given, chainHead(given))).toBeUndefined()
      }),
    )
  })

  test.each(Object.entries(tamperings))('an entry that was %s is found, at any place', (_, tamper) => {
    fc.assert(
      fc.property(entries, fc.nat(20), (given, place) => {
        const tampered = tamper(given, place)
        fc.pre(JSON.stringify(tampered) !== JSON.stringify(given))
        const broken = firstBrokenEntry(tampered, chainHead(given))
        expect(broken).toBeGreaterThanOrEqual(1)
        // Everything before the entry that is named is as it was.
        expect(tampered.slice(0, (broken ?? 0) - 1)).toEqual(given.slice(0, (broken ?? 0) - 1))
      }),
    )
  })

  test.each(Object.entries(tamperings))(
    'an entry that was %s is found also where the whole chain was forged anew to fit',
    (_, tamper) => {
      fc.assert(
        fc.property(entries, fc.nat(20), (given, place) => {
          const forged = reforged(tamper(given, place))
          fc.pre(JSON.stringify(forged) !== JSON.stringify(given))
          expect(firstBrokenEntry(forged)).toBeUndefined()
          expect(firstBrokenEntry(forged, chainHead(given))).toBeGreaterThanOrEqual(1)
        }),
      )
    },
  )

  test('the last entries cut off: the first that is missing is named', () => {
    const given = ledger([1, 2, 3, 4].map((year) => ({ kind: 'justified', year: 2024 + year })))
    expect(firstBrokenEntry(given.slice(0, 2), chainHead(given))).toBe(3)
    expect(firstBrokenEntry([], chainHead(given))).toBe(1)
    expect(firstBrokenEntry(given.slice(1), chainHead(given))).toBe(1)
  })

  test('an entry added at the end past the one that was kept is named', () => {
    const given = ledger([1, 2, 3].map((year) => ({ kind: 'justified', year: 2024 + year })))
    expect(firstBrokenEntry(given, chainHead(given.slice(0, 2)))).toBe(3)
  })
})
