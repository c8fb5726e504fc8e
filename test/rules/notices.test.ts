import { describe, expect, test } from 'vitest'
import { addDays, parseDate } from '../../rules/calendar.ts'
import { nextNotice, noticeOn, noticesOf } from '../../rules/notices.ts'
import type { Obligation } from '../../rules/obligations.ts'

const date = (text: string): number => parseDate(text) ?? Number.NaN

const makeUp: Obligation = {
  name: 'make_up:2026',
  kind: 'make_up',
  article: '32',
  dueOn: date('2027-12-31'),
  limitOn: date('2027-12-31'),
}
const induction: Obligation = {
  name: 'induction',
  kind: 'induction',
  article: '12',
  dueOn: date('2026-09-16'),
  limitOn: date('2027-03-16'),
}

describe('people are told of a date before it comes', () => {
  test('Art. 32: 180, 90, 30 and 7 days before a make-up is due, and on the day after', () => {
    expect(noticesOf(makeUp).map(({ name, on }) => [name, on])).toEqual([
      ['due-180', date('2027-07-04')],
      ['due-90', date('2027-10-02')],
      ['due-30', date('2027-12-01')],
      ['due-7', date('2027-12-24')],
      ['result', date('2028-01-01')],
    ])
  })

  test.each(noticesOf(makeUp))('$name: not a day early, on its day, and until the next', ({ name, on }) => {
    expect(noticeOn(makeUp, addDays(on, -1))?.name).not.toBe(name)
    expect(noticeOn(makeUp, on)?.name).toBe(name)
    expect(noticeOn(makeUp, addDays(on, 1))?.name).toBe(name)
    expect(nextNotice(makeUp, on)?.name).toBe(name)
    expect(nextNotice(makeUp, addDays(on, 1))?.name).not.toBe(name)
  })

  test('a morning that did not happen is made up for by the latest notice alone', () => {
    expect(noticeOn(makeUp, date('2027-12-10'))?.name).toBe('due-30')
  })

  test('the last day is still a day: the result comes after it', () => {
    expect(noticeOn(makeUp, date('2027-12-31'))?.kind).toBe('due')
    expect(noticeOn(makeUp, date('2028-01-01'))?.kind).toBe('result')
  })

  test('Art. 12: between the sixth month and the twelfth, the limit is what counts', () => {
    expect(noticeOn(induction, date('2026-09-16'))?.name).toBe('due-7')
    expect(noticeOn(induction, date('2026-09-17'))).toBeUndefined()
    expect(noticeOn(induction, date('2027-02-14'))?.name).toBe('limit-30')
    expect(noticeOn(induction, date('2027-03-17'))?.name).toBe('result')
  })
})
