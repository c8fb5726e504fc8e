import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, dateOf, formatDate, parseDate } from '../../rules/calendar.ts'
import { firstNotice, nextNotice, noticeOn, noticesOf } from '../../rules/notices.ts'
import type { Obligation } from '../../rules/obligations.ts'

const DUE = dateOf(2027, 12, 31)
const obligation = (kind: Obligation['kind'], dueOn = DUE, limitOn = dueOn): Obligation => ({
  name: kind,
  kind,
  article: '1',
  year: 2027,
  dueOn,
  limitOn,
})
/** Hired on 16 March 2026. */
const induction = obligation('induction', dateOf(2026, 9, 16), dateOf(2027, 3, 16))

const day = (text: string): CalendarDate => parseDate(text) ?? 0
const daysOf = (of: Obligation) => noticesOf(of).map(({ name, on }) => `${name} ${formatDate(on)}`)

describe('the days on which someone is told of a date', () => {
  test.each(['make_up', 'term'] as const)('%s: half a year, a quarter, a month and a week before', (kind) => {
    expect(daysOf(obligation(kind))).toEqual([
      'due-180 2027-07-04',
      'due-90 2027-10-02',
      'due-30 2027-12-01',
      'due-7 2027-12-24',
      'result 2028-01-01',
    ])
  })

  test('transfer: a month and a week before', () => {
    expect(daysOf(obligation('transfer'))).toEqual([
      'due-30 2027-12-01',
      'due-7 2027-12-24',
      'result 2028-01-01',
    ])
  })

  test('induction: before its due date and again before the limit, after which the result falls due', () => {
    expect(daysOf(induction)).toEqual([
      'due-60 2026-07-18',
      'due-30 2026-08-17',
      'due-7 2026-09-09',
      'limit-30 2027-02-14',
      'limit-7 2027-03-09',
      'result 2027-03-17',
    ])
  })

  test('29 February is a day like any other', () => {
    expect(daysOf(obligation('transfer', dateOf(2028, 3, 7)))[1]).toBe('due-7 2028-02-29')
    expect(daysOf(obligation('transfer', dateOf(2028, 2, 29)))[2]).toBe('result 2028-03-01')
  })
})

describe('each notice at −1, 0 and +1 day', () => {
  const all = noticesOf(obligation('make_up'))
  test.each(all.map((notice, place) => [notice.name, notice, all[place - 1]?.name] as const))(
    '%s',
    (name, { on }, before) => {
      expect(noticeOn(obligation('make_up'), addDays(on, -1))?.name).toBe(before)
      expect(noticeOn(obligation('make_up'), on)?.name).toBe(name)
      expect(noticeOn(obligation('make_up'), addDays(on, 1))?.name).toBe(name)
    },
  )
})

describe('a job that did not run for a while', () => {
  test.each([
    ['2027-07-03', undefined],
    ['2027-09-30', 'due-180'],
    ['2027-12-30', 'due-7'],
    ['2027-12-31', 'due-7'],
    ['2028-01-01', 'result'],
    ['2028-05-05', 'result'],
  ])('on %s gives the latest notice alone', (on, name) => {
    expect(noticeOn(obligation('make_up'), day(on))?.name).toBe(name)
  })

  test.each([
    ['2026-09-16', 'due-7'],
    ['2026-09-17', undefined],
    ['2027-02-13', undefined],
    ['2027-02-14', 'limit-30'],
    ['2027-03-16', 'limit-7'],
    ['2027-03-17', 'result'],
  ])('between an induction’s due date and its limit: on %s', (on, name) => {
    expect(noticeOn(induction, day(on))?.name).toBe(name)
  })
})

describe('when to look again', () => {
  test.each([
    ['2027-07-03', '2027-07-04'],
    ['2027-07-04', '2027-07-04'],
    ['2027-07-05', '2027-10-02'],
    ['2027-12-31', '2028-01-01'],
    ['2028-01-01', '2028-01-01'],
    ['2028-01-02', undefined],
  ])('from %s on', (from, on) => {
    const next = nextNotice(obligation('make_up'), day(from))
    expect(next && formatDate(next.on)).toBe(on)
  })
})

describe('a date that is watched from a day on', () => {
  test.each([
    ['2027-07-03', 'due-180'],
    ['2027-07-04', 'due-180'],
    // Someone registered late is told at once, not a quarter later.
    ['2027-07-05', 'due-180'],
    ['2027-12-31', 'due-7'],
    ['2028-01-01', 'result'],
    ['2028-01-02', undefined],
  ])('on %s is first looked at for its current notice, or the next', (from, name) => {
    expect(firstNotice(obligation('make_up'), day(from))?.name).toBe(name)
  })

  test('between an induction’s due date and its limit: by the next one', () => {
    expect(firstNotice(induction, day('2026-10-01'))?.name).toBe('limit-30')
  })
})
