import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  certificateKinds,
  certificateNumber,
  groupVerifyCode,
  isCertificateNumber,
  normalizeVerifyCode,
  verifyCode,
} from '../../../functions/staff/certificate/number.ts'

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const number = fc
  .record({
    year: fc.integer({ min: 2024, max: 2099 }),
    kind: fc.constantFrom(...certificateKinds),
    staffId: fc.string({ minLength: 1 }),
    obligation: fc.string({ minLength: 1 }),
  })
  .map(certificateNumber)

describe('the number of a certificate', () => {
  const one = { year: 2026, kind: 'annual', staffId: 'staff.li', obligation: 'annual:2026' } as const

  test('is readable, and the same for the same person and obligation however often it is issued', () => {
    expect(certificateNumber(one)).toMatch(/^NMPX-2026-A(-[2-9A-HJ-NP-Z]{4}){3}$/)
    expect(certificateNumber({ ...one })).toBe(certificateNumber(one))
    expect(certificateNumber({ ...one, kind: 'induction', obligation: 'induction' })).toMatch(/^NMPX-2026-N-/)
    expect(certificateNumber({ ...one, kind: 'transfer', obligation: 'transfer:pc1' })).toMatch(
      /^NMPX-2026-T-/,
    )
  })

  test('another person or obligation has another number', () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) =>
      certificateNumber({ ...one, staffId: `s${index}` }),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
    const apart = [
      { staffId: 'a', obligation: 'transfer:b' },
      { staffId: 'a","transfer:b', obligation: '' },
    ].map((differing) => certificateNumber({ ...one, kind: 'transfer', ...differing }))
    expect(new Set(apart).size).toBe(2)
  })

  test('one wrong character is always found', () => {
    fc.assert(
      fc.property(number, fc.nat(), fc.constantFrom(...ALPHABET, '0', '1'), (good, place, wrong) => {
        const at = [...good].flatMap((character, index) => (character !== '-' && index > 3 ? [index] : []))
        const index = at[place % at.length] ?? 5
        fc.pre(good[index] !== wrong)
        expect(isCertificateNumber(good)).toBe(true)
        expect(isCertificateNumber(good.slice(0, index) + wrong + good.slice(index + 1))).toBe(false)
      }),
    )
  })

  test('two exchanged characters are always found', () => {
    fc.assert(
      fc.property(number, fc.nat(11), fc.nat(11), (good, first, second) => {
        const [start, body] = [good.slice(0, 12), [...good.slice(12).replaceAll('-', '')]]
        const [one = '', two = ''] = [body[first], body[second]]
        fc.pre(one !== two)
        body[first] = two
        body[second] = one
        expect(isCertificateNumber(start + groupVerifyCode(body.join('')))).toBe(false)
      }),
    )
  })

  test('its own form alone is one', () => {
    const good = certificateNumber(one)
    for (const other of [
      good.toLowerCase(),
      good.replaceAll('-', ''),
      ` ${good}`,
      `${good}\n`,
      '',
      'NMPX-2026',
    ])
      expect(isCertificateNumber(other)).toBe(false)
  })
})

describe('the verify code', () => {
  const code = fc.uint8Array({ minLength: 12, maxLength: 40 }).map(verifyCode)

  test('has twelve characters that nobody mistakes, spread evenly: sixty bits', () => {
    const seen = new Map<string, number>()
    for (let round = 0; round < 4_000; round += 1)
      for (const character of verifyCode(randomBytes(12))) seen.set(character, (seen.get(character) ?? 0) + 1)
    expect([...seen.keys()].sort().join('')).toBe(ALPHABET)
    // 48,000 characters: 1,500 each; seven standard deviations are 267.
    for (const count of seen.values()) expect(Math.abs(count - 1_500)).toBeLessThan(267)
  })

  test('too little randomness is refused', () => {
    expect(() => verifyCode(new Uint8Array(11))).toThrow(RangeError)
    expect(verifyCode(new Uint8Array(12))).toHaveLength(12)
  })

  test('is found as printed, in any case, with or without hyphens, spaces and full-width letters', () => {
    fc.assert(
      fc.property(code, fc.infiniteStream(fc.boolean()), (bare, coins) => {
        const printed = groupVerifyCode(bare)
        expect(printed).toMatch(/^[^-]{4}-[^-]{4}-[^-]{4}$/)
        const wide = Array.from(printed, (one) =>
          String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0),
        ).join('')
        const mixed = Array.from(bare, (one) => (coins.next().value === true ? one.toLowerCase() : one)).join(
          '',
        )
        for (const typed of [bare, printed, mixed, wide, ` ${printed.replaceAll('-', ' – ')}\n`])
          expect(normalizeVerifyCode(typed)).toBe(bare)
      }),
    )
  })

  test('what can be no code is none', () => {
    const good = 'ABCD-EFGH-JKLM'
    expect(normalizeVerifyCode(good)).toBe('ABCDEFGHJKLM')
    for (const bad of [
      '',
      good.slice(1),
      `${good}N`,
      good.replace('A', '0'),
      good.replace('A', 'O'),
      good.replace('A', '1'),
      good.replace('A', 'I'),
      good.replace('A', 'ı'),
      good.replace('A', '/'),
      good.replace('AB', 'ß'),
      ' '.repeat(200) + good,
    ])
      expect(normalizeVerifyCode(bad)).toBeUndefined()
  })

  test('any text at all is a code or none, never a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        expect(normalizeVerifyCode(text) ?? 'A'.repeat(12)).toMatch(/^[2-9A-HJ-NP-Z]{12}$/)
      }),
    )
  })
})
