import { describe, expect, test } from 'vitest'
import { judgeDelay } from '../../rules/delay.ts'
import { assessed, factsOf, staff, wholeYear } from './people.ts'

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

describe('the year of hiring (Art. 12, 32, 39(5)): short only once the limit of the induction has passed', () => {
  /** Hired on 1 September 2026: the induction's limit is 1 September 2027. */
  const hired = (asOf: string, more: object = {}) => ask(asOf, more, { hiredOn: '2026-09-01' })

  test.each([
    ['2026-12-31', true],
    ['2027-01-31', true],
    ['2027-02-01', true],
    ['2027-09-01', true],
    ['2027-09-02', true],
    ['2027-09-30', true],
    ['2027-10-01', true],
    ['2027-10-02', false],
  ])('on %s: %s', (asOf, may) => {
    expect(hired(asOf)).toEqual(
      may ? { ok: true } : { ok: false, code: 'DELAY_OUTSIDE_WINDOW', article: '32' },
    )
  })

  test('a limit early in the next year closes nothing sooner; those hired before the rules have no such limit', () => {
    expect(ask('2025-01-31', { year: 2024 }, { hiredOn: '2024-01-24' })).toEqual({ ok: true })
    expect(ask('2025-02-01', { year: 2024 }, { hiredOn: '2024-01-24' })).toMatchObject({ ok: false })
    expect(ask('2025-02-24', { year: 2024 }, { hiredOn: '2024-01-25' })).toEqual({ ok: true })
    expect(ask('2025-02-25', { year: 2024 }, { hiredOn: '2024-01-25' })).toMatchObject({ ok: false })
  })

  test('other years of theirs have the window of everybody', () => {
    expect(ask('2028-01-31', { year: 2027 }, { hiredOn: '2026-09-01' })).toEqual({ ok: true })
    expect(ask('2028-02-01', { year: 2027 }, { hiredOn: '2026-09-01' })).toMatchObject({ ok: false })
  })

  test('a delay taken while the induction runs bites when it fails: deferred, not short', () => {
    const delays = [{ year: 2026, approvedOn: '2027-01-08' }]
    const status = (asOf: string, more: object = {}) =>
      assessed(staff({ hiredOn: '2026-09-01' }, { asOf, ...more })).annual.status
    expect([status('2027-09-01', { delays }), status('2027-09-01')]).toEqual(['inducting', 'inducting'])
    expect([status('2027-09-02', { delays }), status('2027-09-02')]).toEqual(['deferred', 'short'])
  })

  test('who is in it is told until when one may be asked for, should it come to that', () => {
    const told = (asOf: string) =>
      assessed(staff({ hiredOn: '2026-09-01' }, { asOf }))
        .reasons.map(({ text }) => text)
        .join('\n')
    expect(told('2027-03-01')).toContain('不必申请延迟补训；届时没有完成的，可在 2027-10-01 前（含当日）申请')
    expect(told('2027-09-02')).toContain('可在 2026-01-01 至 2027-10-01 申请延迟补训')
    expect(told('2027-10-02')).toContain('申请延迟补训的时间（2026-01-01 至 2027-10-01）已过')
  })
})
