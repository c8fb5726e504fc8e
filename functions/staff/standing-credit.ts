import { type CalendarDate, dateOf, yearOf } from '../../rules/calendar.ts'
import { type Edition, edition2024 } from '../../rules/edition.ts'
import { type Credit, worthOf } from '../../rules/facts.ts'
import { tenths } from '../../rules/hours.ts'
import type { LedgerCredit } from './ledger.ts'

/**
 * One training in some 17 characters, as a standing holds it: `202605110515p10d` is 11 to 15 May 2026, public, ten
 * half-days offline; `…r525h` professional, 52.5 hours online. Then `i`, `s` or `t` for an induction, special or
 * transfer training, `m` where it makes up for the year before, and `f` for an induction that was failed (Art. 39(5)).
 * What a year's assessment does not ask for is left out, as is any other training that was not passed.
 */
const FORM = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)([pr])(\d+)([dh])([ist]?)(m?)(f?)$/

const CATEGORY_LETTERS = { in_service: '', induction: 'i', special: 's', transfer: 't' } as const

class StandingUnreadableError extends Error {
  override name = 'StandingUnreadableError'
}

export const writeCredit = (credit: LedgerCredit): string => {
  const digits = (date: string) => date.slice(5, 7) + date.slice(8, 10)
  const amount = credit.mode === 'offline' ? `${credit.halfDays ?? 0}d` : `${tenths(credit.hours ?? 0)}h`
  return [
    credit.from.slice(0, 4),
    digits(credit.from),
    digits(credit.to),
    credit.subject === 'public' ? 'p' : 'r',
    amount,
    CATEGORY_LETTERS[credit.category],
    credit.makeUpFor === undefined ? '' : 'm',
    credit.passed === false ? 'f' : '',
  ].join('')
}

const categoryOf = (letter: string | undefined): Credit['category'] => {
  if (letter === 'i') return 'induction'
  if (letter === 's') return 'special'
  return letter === 't' ? 'transfer' : 'in_service'
}

/** @throws StandingUnreadableError for a text that `writeCredit` never wrote */
export const readCredit = (text: string, edition: Edition = edition2024): Credit => {
  const parts = FORM.exec(text)
  if (parts === null) throw new StandingUnreadableError(`Not a credit: ${text}`)
  const number = (place: number) => Number(parts[place])
  const year = number(1)
  const offline = parts[8] === 'd'
  const makesUp = parts[10] === 'm'
  const amount = number(7)
  return {
    id: text,
    subject: parts[6] === 'p' ? 'public' : 'professional',
    category: categoryOf(parts[9]),
    offline,
    from: dateOf(year, number(2), number(3)),
    to: dateOf(year, number(4), number(5)),
    year: makesUp ? year - 1 : year,
    makesUp,
    ...worthOf({ offline, halfDays: amount, certified: amount }, edition),
    fullTime: false,
    passed: parts[11] !== 'f',
    forChange: null,
  }
}

/**
 * A credit that stands for an induction completed before the standing's first year: on the last day before
 * it, so that it takes no day that is still assessed.
 */
export const inductionBefore = (year: number, { induction }: Edition): Credit => {
  const on: CalendarDate = dateOf(year - 1, 12, 31)
  return {
    id: 'induction',
    subject: 'public',
    category: 'induction',
    offline: false,
    from: on,
    to: on,
    year: yearOf(on),
    makesUp: false,
    tenths: induction.tenths,
    halfDays: induction.halfDays,
    fullTime: false,
    passed: true,
    forChange: null,
  }
}
