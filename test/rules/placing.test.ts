import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOf } from '../../rules/calendar.ts'
import { placeHalfDays } from '../../rules/placing.ts'

interface Wish {
  from: number
  to: number
  halfDays: number
}

/** So many half-days on days of May 2026. */
const wish = (halfDays: number, from: number, to: number): Wish => ({
  halfDays,
  from: dateOf(2026, 5, from),
  to: dateOf(2026, 5, to),
})

/** By augmenting paths, half-day by half-day, on a calendar that is written out. */
const byPaths = (wishes: readonly Wish[]): number[] => {
  const slots = new Map<string, number>()
  const holders: number[] = []
  const tryPlace = (half: number, seen: Set<string>): boolean => {
    const own = wishes[holders[half] ?? -1]
    if (own === undefined) return false
    for (let day = own.from; day <= own.to; day += 1)
      for (const side of [0, 1]) {
        const slot = `${day} ${side}`
        if (seen.has(slot)) continue
        seen.add(slot)
        const taken = slots.get(slot)
        if (taken === undefined || tryPlace(taken, seen)) {
          slots.set(slot, half)
          return true
        }
      }
    return false
  }
  return wishes.map(({ halfDays }, place) => {
    let placed = 0
    for (let one = 0; one < halfDays; one += 1) {
      holders.push(place)
      if (tryPlace(holders.length - 1, new Set())) placed += 1
    }
    return placed
  })
}

const wishes = fc.array(
  fc
    .record({ from: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 1, max: 4 }), share: fc.nat(7) })
    .map(({ from, days, share }) => wish(1 + (share % (2 * days)), from, from + days - 1)),
  { maxLength: 9 },
)

describe('Article 39(1): half-days find days, earlier trainings first', () => {
  test('an earlier training moves to other days of its own', () => {
    expect(placeHalfDays([wish(2, 1, 3), wish(2, 1, 1)], 2)).toEqual([2, 2])
    expect(placeHalfDays([wish(2, 1, 2), wish(2, 1, 1), wish(1, 2, 2)], 2)).toEqual([2, 2, 0])
  })

  test('over a chain of trainings', () => {
    expect(placeHalfDays([wish(2, 1, 2), wish(2, 2, 3), wish(2, 3, 4), wish(2, 1, 1)], 2)).toEqual([
      2, 2, 2, 2,
    ])
    expect(placeHalfDays([wish(2, 1, 2), wish(2, 2, 3), wish(2, 3, 3), wish(2, 1, 1)], 2)).toEqual([
      2, 2, 2, 0,
    ])
  })

  test.each([
    [1, 1],
    [2, 2],
    [3, 2],
  ])('of %i half-days on what is left of a day and the next, %i find room', (asked, placed) => {
    const before = [wish(2, 1, 1), wish(2, 3, 3)]
    expect(placeHalfDays([...before, wish(asked, 1, 2)], 2)).toEqual([2, 2, placed])
  })

  test('a day inside a longer span is full as well', () => {
    expect(placeHalfDays([wish(6, 1, 3), wish(1, 2, 2)], 2)).toEqual([6, 0])
    expect(placeHalfDays([wish(5, 1, 3), wish(1, 2, 2)], 2)).toEqual([5, 1])
    expect(placeHalfDays([wish(1, 2, 2), wish(6, 1, 3)], 2)).toEqual([1, 5])
  })

  test('trainings on days apart have nothing to do with each other, however many there are', () => {
    const apart = Array.from({ length: 9_000 }, (_, place) => ({
      from: dateOf(1000 + place, 5, 1),
      to: dateOf(1000 + place, 5, 1),
      halfDays: 2,
    }))
    const twice = [...apart, ...apart]
    expect(placeHalfDays(twice, 2)).toEqual([...apart.map(() => 2), ...apart.map(() => 0)])
  })

  test('as augmenting paths on a calendar find it', () => {
    fc.assert(
      fc.property(wishes, (drawn) => {
        expect(placeHalfDays(drawn, 2)).toEqual(byPaths(drawn))
      }),
      { numRuns: 1_000 },
    )
  })

  test('order changes no sum where a placing exists', () => {
    fc.assert(
      fc.property(
        wishes.chain((drawn) =>
          fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length })),
        ),
        ([drawn, shuffled]) => {
          const asked = (list: readonly Wish[]) => list.map(({ halfDays }) => halfDays)
          const fits = placeHalfDays(drawn, 2).every((placed, place) => placed === drawn[place]?.halfDays)
          if (fits) expect(placeHalfDays(shuffled, 2)).toEqual(asked(shuffled))
          const sum = (list: readonly number[]) => list.reduce((one, other) => one + other, 0)
          expect(sum(placeHalfDays(shuffled, 2))).toBe(sum(placeHalfDays(drawn, 2)))
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('what was placed stays placed', () => {
    fc.assert(
      fc.property(wishes, (drawn) => {
        const all = placeHalfDays(drawn, 2)
        expect(placeHalfDays(drawn.slice(0, -1), 2)).toEqual(all.slice(0, -1))
      }),
    )
  })
})
