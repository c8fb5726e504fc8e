import { describe, expect, test } from 'vitest'
import { judgeDelay } from '../../rules/delay.ts'
import { factsOf, staff, wholeYear } from './people.ts'

const ask = (asOf: string, more: object = {}, person: object = {}) =>
  judgeDelay(factsOf(staff(person, { asOf, ...more })))

describe('Article 32: asking for a make-up delay', () => {
  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-01-02', true],
    ['2026-12-31', true],
    ['2027-01-01', true],
    ['2027-01-30', true],
    ['2027-01-31', true],
    ['2027-02-01', false],
  ])('on %s: %s', (asOf, may) => {
    expect(ask(asOf)).toEqual(may ? { ok: true } : { ok: false, code: 'DELAY_OUTSIDE_WINDOW', article: '32' })
  })

  test('a complete year needs none', () => {
    expect(ask('2026-11-01', { credits: wholeYear(2026) })).toMatchObject({
      code: 'YEAR_COMPLETE',
      article: '32',
    })
    expect(
      ask('2026-11-01', { deemed: [{ kind: 'entrepreneurship_leave', year: 2026, appraised: true }] }),
    ).toMatchObject({
      code: 'YEAR_COMPLETE',
    })
    expect(ask('2026-11-01', { credits: wholeYear(2025) })).toEqual({ ok: true })
  })

  test('a year is delayed once', () => {
    expect(ask('2026-11-01', { delays: [{ year: 2026, approvedOn: '2026-10-08' }] })).toMatchObject({
      code: 'YEAR_ALREADY_DELAYED',
      article: '32',
    })
    expect(ask('2026-11-01', { delays: [{ year: 2025, approvedOn: '2026-01-08' }] })).toEqual({ ok: true })
  })

  test('who has no such year has nothing to delay', () => {
    expect(ask('2026-11-01', {}, { leader: true })).toMatchObject({
      code: 'YEAR_NOT_APPLICABLE',
      article: '7',
    })
  })
})
