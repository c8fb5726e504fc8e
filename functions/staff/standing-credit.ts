import { activityKinds, ratesOn } from '../../rules/activity-rates.ts'
import { type CalendarDate, dateOf, yearOf } from '../../rules/calendar.ts'
import { type Activity, type Credit, worthOf, worthOfActivity } from '../../rules/credit.ts'
import { type Edition, edition2024 } from '../../rules/edition.ts'
import { tenths } from '../../rules/hours.ts'
import type { LedgerCredit } from './ledger.ts'
import type { PlacedCredit } from './raised.ts'

/**
 * One training in some 17 characters, as a standing holds it: `202605110515p10d` is 11 to 15 May 2026, public, ten
 * half-days offline; `…r525h` professional, 52.5 hours online. Then `i`, `s` or `t` for an induction, special or
 * transfer training, `m` where it makes up for the year before, and `f` for an induction that was failed (Art. 39(5)).
 * At the end, `+4@3.0`: four half-days (of an activity, twice its quantity) were added by a correction, after three
 * trainings, as the first addition.
 * What a year's assessment does not ask for is left out, as is any other training that was not passed.
 */
const FORM = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)([pr])(\d+)([dhPCLVpclv])([ist]?)(m?)(f?)((?:\+\d+@\d+\.\d+)*)$/

/** An activity of Art. 37 by its kind, with twice its quantity; small where it was online. */
const ACTIVITY_LETTERS = { practice: 'P', conference: 'C', lecture: 'L', visit: 'V' } as const

const CATEGORY_LETTERS = { in_service: '', induction: 'i', special: 's', transfer: 't' } as const

class StandingUnreadableError extends Error {
  override name = 'StandingUnreadableError'
}

const amountOf = ({
  activity,
  mode,
  halfDays = 0,
  hours = 0,
}: Pick<LedgerCredit, 'activity' | 'mode' | 'halfDays' | 'hours'>): string => {
  if (activity === undefined) return mode === 'offline' ? `${halfDays}d` : `${tenths(hours)}h`
  const letter = ACTIVITY_LETTERS[activity.kind]
  return `${activity.quantity * 2}${mode === 'offline' ? letter : letter.toLowerCase()}`
}

const addedTo = ({ halfDays = 0, quantity }: NonNullable<PlacedCredit['raised']>[number]): number =>
  quantity === undefined ? halfDays : quantity * 2

export const writeCredit = (credit: PlacedCredit): string => {
  const digits = (date: string) => date.slice(5, 7) + date.slice(8, 10)
  const amount = amountOf(credit)
  return [
    credit.from.slice(0, 4),
    digits(credit.from),
    digits(credit.to),
    credit.subject === 'public' ? 'p' : 'r',
    amount,
    CATEGORY_LETTERS[credit.category],
    credit.makeUpFor === undefined ? '' : 'm',
    credit.passed === false ? 'f' : '',
    ...(credit.raised ?? []).map((one) => `+${addedTo(one)}@${one.after}.${one.turn}`),
  ].join('')
}

const categoryOf = (letter: string | undefined): Credit['category'] => {
  if (letter === 'i') return 'induction'
  if (letter === 's') return 'special'
  return letter === 't' ? 'transfer' : 'in_service'
}

/** The activity that a letter stands for, at the rate of its first day; null where it stands for hours or half-days. */
const activityIn = (
  letter: string,
  amount: number,
  from: CalendarDate,
  { activities }: Edition,
): Activity | null => {
  const kind = activityKinds.find((one) => ACTIVITY_LETTERS[one] === letter.toUpperCase())
  const table = kind && ratesOn(activities.rates, from)
  return kind === undefined || table === undefined || letter === 'd' || letter === 'h'
    ? null
    : { kind, quantity: amount / 2, rate: table[kind] }
}

const raisedIn = (text: string, ofActivity: boolean): Credit['raised'] =>
  text === ''
    ? undefined
    : text
        .slice(1)
        .split('+')
        .map((one) => one.split(/[@.]/).map(Number))
        .map(([amount = 0, after = 0, turn = 0]) => ({
          amount: ofActivity ? amount / 2 : amount,
          after,
          turn,
        }))

/** @throws StandingUnreadableError for a text that `writeCredit` never wrote */
export const readCredit = (text: string, edition: Edition = edition2024): Credit => {
  const parts = FORM.exec(text)
  if (parts === null) throw new StandingUnreadableError(`Not a credit: ${text}`)
  const number = (place: number) => Number(parts[place])
  const year = number(1)
  const letter = parts[8] ?? ''
  const offline = letter === 'd' || (letter !== 'h' && letter === letter.toUpperCase())
  const makesUp = parts[10] === 'm'
  const amount = number(7)
  const from = dateOf(year, number(2), number(3))
  const activity = activityIn(letter, amount, from, edition)
  return {
    id: text,
    subject: parts[6] === 'p' ? 'public' : 'professional',
    category: categoryOf(parts[9]),
    offline,
    from,
    to: dateOf(year, number(4), number(5)),
    year: makesUp ? year - 1 : year,
    makesUp,
    ...(activity === null
      ? worthOf({ offline, halfDays: amount, certified: amount }, edition)
      : worthOfActivity(activity)),
    activity,
    fullTime: false,
    passed: parts[11] !== 'f',
    forChange: null,
    raised: raisedIn(parts[12] ?? '', activity !== null),
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
