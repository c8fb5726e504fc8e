import { type CalendarDate, nextDay } from './calendar.ts'
import type { Edition } from './edition.ts'
import type { Credit } from './facts.ts'

/** A credit that counts for nothing yet, or for less than it states. */
export type Ignored =
  | { readonly creditId: string; readonly reason: 'after_as_of' }
  | { readonly creditId: string; readonly reason: 'day_full'; readonly halfDaysCut: number }

interface Counted {
  /** Passed, over, and with the half-days that found room. */
  readonly credits: readonly Credit[]
  readonly ignored: readonly Ignored[]
}

const NONE: readonly Ignored[] = []

/** Whether a credit has a day in common with an offline one before it in the list. */
const meets = (credits: readonly Credit[], index: number, credit: Credit): boolean => {
  for (let earlier = 0; earlier < index; earlier += 1) {
    const other = credits[earlier]
    if (other?.offline && other.from <= credit.to && credit.from <= other.to) return true
  }
  return false
}

/** Whether two offline credits have a day in common; only then can a day be full. */
const shareADay = (credits: readonly Credit[]): boolean => {
  let latest: CalendarDate = 0
  let index = 0
  for (const credit of credits) {
    if (credit.offline) {
      if (credit.from <= latest && meets(credits, index, credit)) return true
      if (credit.to > latest) latest = credit.to
    }
    index += 1
  }
  return false
}

/** Fills the days of a credit from the first on with what they still hold; answers what found no room. */
const fill = (held: Map<CalendarDate, number>, credit: Credit, halfDaysPerDay: number): number => {
  let left = credit.halfDays
  for (let day = credit.from; left > 0 && day <= credit.to; day = nextDay(day)) {
    const taken = held.get(day) ?? 0
    const room = Math.min(halfDaysPerDay - taken, left)
    held.set(day, taken + room)
    left -= room
  }
  return left
}

/** Gives every credit the days that it still finds room in, in the order of the list. */
const share = (credits: readonly Credit[], asOf: CalendarDate, edition: Edition): Counted => {
  const counted: Credit[] = []
  const ignored: Ignored[] = []
  const held = new Map<CalendarDate, number>()
  for (const credit of credits) {
    if (credit.to > asOf) ignored.push({ creditId: credit.id, reason: 'after_as_of' })
    else if (credit.passed) {
      const halfDaysCut = credit.offline ? fill(held, credit, edition.halfDaysPerDay) : 0
      if (halfDaysCut > 0) ignored.push({ creditId: credit.id, reason: 'day_full', halfDaysCut })
      const halfDays = credit.halfDays - halfDaysCut
      const tenths = credit.tenths - halfDaysCut * edition.tenthsPerHalfDay
      counted.push(halfDaysCut > 0 ? { ...credit, halfDays, tenths } : credit)
    }
  }
  return { credits: counted, ignored }
}

/**
 * The credits that count as of a day. What was not passed counts for nothing, what lies in the future not yet, and
 * a calendar day is worth two half-days at most, across all credits in the order of the list (Art. 39(1)).
 */
export const countCredits = (credits: readonly Credit[], asOf: CalendarDate, edition: Edition): Counted => {
  let counted = credits
  let ignored = NONE
  if (credits.some((credit) => credit.to > asOf || !credit.passed)) {
    counted = credits.filter((credit) => credit.to <= asOf && credit.passed)
    ignored = credits
      .filter((credit) => credit.to > asOf)
      .map((credit) => ({ creditId: credit.id, reason: 'after_as_of' }))
  }
  // Whoever shares no day with another finds room for all: the dates of a credit hold its half-days.
  return shareADay(counted) ? share(credits, asOf, edition) : { credits: counted, ignored }
}
