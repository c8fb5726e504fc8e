import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeFee, mostFee, TeachingPart } from '../../rules/fees.ts'

const refusal = { ok: false, code: 'FEE_ABOVE_CAP', article: '26' }

describe('Article 26: fee caps per person and class period of 45 minutes', () => {
  test.each([
    ['remote', 400],
    ['theory', 600],
    ['practical', 800],
    ['expert', 1000],
  ] as const)('%s: %i fen', (kind, cap) => {
    expect(judgeFee(cap - 1, [{ kind, minutes: 45 }])).toEqual({ ok: true })
    expect(judgeFee(cap, [{ kind, minutes: 45 }])).toEqual({ ok: true })
    expect(judgeFee(cap + 1, [{ kind, minutes: 45 }])).toEqual(refusal)
  })

  test('parts are added and no period is rounded', () => {
    const parts = [
      { kind: 'remote', minutes: 50 },
      { kind: 'expert', minutes: 100 },
    ] as const
    // 400 × 50 + 1000 × 100 = 120,000 = 2,666.67 × 45
    expect(judgeFee(2666, parts)).toEqual({ ok: true })
    expect(judgeFee(2667, parts)).toEqual(refusal)
  })

  test('the most that may be asked is what is allowed, and one fen more is not', () => {
    expect(mostFee({ kind: 'theory', minutes: 1440 })).toBe(19_200)
    fc.assert(
      fc.property(
        fc.constantFrom(...TeachingPart.shape.kind.options),
        fc.integer({ min: 1, max: 100_000 }),
        (kind, minutes) => {
          const most = mostFee({ kind, minutes })
          expect(judgeFee(most, [{ kind, minutes }])).toEqual({ ok: true })
          expect(judgeFee(most + 1, [{ kind, minutes }])).toEqual(refusal)
        },
      ),
    )
  })

  test('nothing may be asked for nothing', () => {
    expect(judgeFee(0, [])).toEqual({ ok: true })
    expect(judgeFee(1, [])).toEqual(refusal)
  })

  test('exact for any sum', () => {
    const big = [{ kind: 'expert', minutes: Number.MAX_SAFE_INTEGER }] as const
    expect(judgeFee(Number.MAX_SAFE_INTEGER, big)).toEqual({ ok: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (periods) => {
        expect(judgeFee(600 * periods, [{ kind: 'theory', minutes: 45 * periods }]).ok).toBe(true)
        expect(judgeFee(600 * periods + 1, [{ kind: 'theory', minutes: 45 * periods }]).ok).toBe(false)
      }),
    )
  })

  test('a part has a kind and whole minutes', () => {
    expect(TeachingPart.safeParse({ kind: 'remote', minutes: 1 }).success).toBe(true)
    for (const part of [
      { kind: 'lunch', minutes: 45 },
      { kind: 'remote', minutes: 0 },
      { kind: 'remote', minutes: 1.5 },
    ])
      expect(TeachingPart.safeParse(part).success).toBe(false)
  })
})
