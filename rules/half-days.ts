import { addMonths, type CalendarDate, NO_END, yearOf } from './calendar.ts'
import { amountOf, type Credit, inside, renumbered, worthOfActivity } from './credit.ts'
import type { Edition } from './edition.ts'
import type { Facts, Person } from './facts.ts'
import { type Tenths, tenths } from './hours.ts'
import { placeHalfDays } from './placing.ts'

export const ignoredReasons = [
  'after_as_of',
  'before_hiring',
  'cap_reached',
  'day_full',
  'change_unnamed',
  'outside_term',
  'delay_missing',
  'beyond_gap',
] as const

/** A credit of which something does not count, and why. */
export interface Ignored {
  readonly creditId: string
  readonly reason: (typeof ignoredReasons)[number]
  readonly halfDaysCut?: number
  /** Hours, where it has no half-days. */
  readonly hoursCut?: number
}

type Hired = Pick<Person, 'hiredOn'>

type Countable = Pick<Facts, 'credits' | 'asOf'> & { readonly person: Hired }

/** What credits are meant for besides their years: changes, delayed years, terms. */
export interface Purposes {
  readonly transfers: boolean
  readonly makeUps: boolean
  readonly sessions: boolean
}

interface Counted {
  /** The credits that count, with the hours and half-days that found room. */
  readonly credits: readonly Credit[]
  readonly ignored: readonly Ignored[]
  /** What some credit is meant for besides its year; null: for nothing more. */
  readonly purposes: Purposes | null
}

const NONE: readonly Ignored[] = []

/** What a credit lost: half-days, or hours where it has none. */
export const cut = (
  credit: Credit,
  reason: Ignored['reason'],
  lost: Pick<Credit, 'tenths' | 'halfDays'>,
): Ignored =>
  credit.offline && !credit.activity
    ? { creditId: credit.id, reason, halfDaysCut: lost.halfDays }
    : { creditId: credit.id, reason, hoursCut: lost.tenths / tenths(1) }

/** The first day of an induction training that counts: some months before the hiring (Art. 10, 12). */
export const inductionFrom = ({ hiredOn }: Hired, { readings }: Edition): CalendarDate =>
  readings.inductionMonthsBeforeHiring === 0
    ? hiredOn
    : addMonths(hiredOn, -readings.inductionMonthsBeforeHiring)

/** The first day on which a training can count for anything. */
const countsFrom = (credit: Credit, person: Hired, edition: Edition): CalendarDate => {
  if (edition.readings.trainingBeforeHiring === 'counts') return credit.from
  return credit.category === 'induction' ? inductionFrom(person, edition) : person.hiredOn
}

/** The credits that are passed, over and inside what can count; adds the others to `ignored`. */
const eligible = (facts: Countable, edition: Edition, ignored: Ignored[]) => {
  const { credits, asOf, person } = facts
  const { hiredOn } = person
  const counted: Credit[] = []
  const places: number[] = []
  let place = -1
  for (const credit of credits) {
    place += 1
    if (credit.to > asOf) ignored.push({ creditId: credit.id, reason: 'after_as_of' })
    else if (credit.passed) {
      if (credit.from >= hiredOn) {
        counted.push(credit)
        places.push(place)
      } else {
        const part = inside(credit, countsFrom(credit, person, edition), NO_END, edition)
        if (part !== null) {
          counted.push(part)
          places.push(place)
        }
        const lost = {
          tenths: credit.tenths - (part?.tenths ?? 0),
          halfDays: credit.halfDays - (part?.halfDays ?? 0),
        }
        if (lost.tenths > 0) ignored.push(cut(credit, 'before_hiring', lost))
      }
    }
  }
  return renumbered(counted, places)
}

/** Whether a training takes half-days of its days. */
const takesDays = (credit: Credit): boolean => credit.offline && !credit.activity

/** Whether two credits have a day in common; only then can a day be full. */
const shareADay = (credits: readonly Credit[]): boolean => {
  let latest: CalendarDate = 0
  for (const { from, to } of credits.filter(takesDays).sort((one, other) => one.from - other.from)) {
    if (from <= latest) return true
    latest = to
  }
  return false
}

/** A part of a credit that asks for days or for its cap: what was credited at first, or what a correction added. */
interface Part extends Pick<Credit, 'from' | 'to'> {
  readonly place: number
  readonly amount: number
  /** When it asks: at its credit's place, or after so many credits and in its turn among what was added then. */
  readonly after: number
  readonly turn: number
}

/** What a credit asks for, by turns: corrections add last, and what is cut off is what was added last. */
const partsOf = (credit: Credit, place: number): Part[] => {
  const { from, to, raised = [] } = credit
  const amount = amountOf(credit)
  let left = amount
  const take = (asked: number, after: number, turn: number): Part[] => {
    const taken = Math.min(left, asked)
    left -= taken
    return taken > 0 ? [{ from, to, amount: taken, place, after, turn }] : []
  }
  const added = raised.reduce((sum, one) => sum + one.amount, 0)
  return [
    ...take(Math.max(0, amount - added), place, -1),
    // Behind the last of the credits that were there.
    ...raised.flatMap((one) => take(one.amount, Math.max(place, one.after - 1), one.turn)),
  ]
}

/** The parts of the credits that ask, each in its turn. */
const partsInTurn = (credits: readonly Credit[], asks: (credit: Credit) => boolean): readonly Part[] =>
  credits
    .flatMap((credit, place) => (asks(credit) ? partsOf(credit, place) : []))
    .sort((one, other) => one.after - other.after || one.turn - other.turn)

/** The hours of each activity, by its place, that its cap has room for: a correction's increase asks when it was made. */
const roomInCaps = (credits: readonly Credit[]): ReadonlyMap<number, Tenths> => {
  const used = new Map<string, Tenths>()
  const asked = new Map<number, number>()
  const room = new Map<number, Tenths>()
  for (const { place, amount } of partsInTurn(credits, ({ activity }) => Boolean(activity))) {
    const credit = credits[place]
    if (!credit?.activity) continue
    const { activity } = credit
    const before = asked.get(place) ?? 0
    asked.set(place, before + amount)
    const worth =
      worthOfActivity({ ...activity, quantity: before + amount }).tenths -
      worthOfActivity({ ...activity, quantity: before }).tenths
    const key = `${activity.kind} ${yearOf(credit.from)}`
    const { capHours } = activity.rate
    const spent = used.get(key) ?? 0
    const counts = capHours === null ? worth : Math.min(worth, Math.max(0, tenths(capHours) - spent))
    used.set(key, spent + counts)
    room.set(place, (room.get(place) ?? 0) + counts)
  }
  return room
}

/**
 * Applies each calendar year's cap on each kind of activity (Art. 37), in the order of the list. What a correction
 * added gets what the activities that were there leave of it.
 */
const capped = (credits: readonly Credit[], ignored: Ignored[]): readonly Credit[] => {
  const room = roomInCaps(credits)
  return credits.map((credit, place) => {
    const counts = room.get(place)
    if (counts === undefined || counts === credit.tenths) return credit
    ignored.push(cut(credit, 'cap_reached', { tenths: credit.tenths - counts, halfDays: 0 }))
    return { ...credit, tenths: counts }
  })
}

/** How many half-days of each credit, by its place, find room: a correction's increase asks when it was made. */
const roomFor = (credits: readonly Credit[], halfDaysPerDay: number): ReadonlyMap<number, number> => {
  const parts = partsInTurn(credits, takesDays)
  const wishes = parts.map(({ from, to, amount }) => ({ from, to, halfDays: amount }))
  const found = placeHalfDays(wishes, halfDaysPerDay)
  const room = new Map<number, number>()
  for (const [index, { place }] of parts.entries())
    room.set(place, (room.get(place) ?? 0) + (found[index] ?? 0))
  return room
}

/** Gives each credit the half-days that find room; adds the rest to `ignored`. */
const placed = (credits: readonly Credit[], edition: Edition, ignored: Ignored[]): readonly Credit[] => {
  const room = roomFor(credits, edition.halfDaysPerDay)
  return credits.map((credit, place) => {
    if (!takesDays(credit)) return credit
    const halfDays = room.get(place) ?? 0
    if (halfDays === credit.halfDays) return credit
    ignored.push({ creditId: credit.id, reason: 'day_full', halfDaysCut: credit.halfDays - halfDays })
    return { ...credit, halfDays, tenths: halfDays * edition.tenthsPerHalfDay }
  })
}

/**
 * The credits that count as of a day, and how much (Art. 37, 39(1)). A failed or future training counts for
 * nothing, one before the hiring for the induction only; none of these takes a day or a cap from others. A
 * calendar day holds two half-days over all credits, in the order of the list.
 */
export const countCredits = (facts: Countable, edition: Edition): Counted => {
  const { asOf, person } = facts
  let counted = facts.credits
  let ignored = NONE
  let all = true
  let plain = true
  let apart = true
  let transfers = false
  let makeUps = false
  let sessions = false
  let latest: CalendarDate = 0
  for (const credit of counted) {
    const { to, from, activity } = credit
    if (to > asOf || !credit.passed || from < person.hiredOn) all = false
    if (credit.category === 'transfer') transfers = true
    if (credit.makesUp) makeUps = true
    if (credit.fullTime) sessions = true
    if (activity) plain = false
    else if (credit.offline) {
      if (from <= latest) apart = false
      if (to > latest) latest = to
    }
  }
  if (!all) {
    const named: Ignored[] = []
    counted = eligible(facts, edition, named)
    ignored = named
  }
  if (!plain) {
    const named = [...ignored]
    counted = capped(counted, named)
    ignored = named
  }
  const purposes = transfers || makeUps || sessions ? { transfers, makeUps, sessions } : null
  // Credits that share no day all find room: each credit's dates hold its half-days.
  if (apart || !shareADay(counted)) return { credits: counted, ignored, purposes }
  const named = [...ignored]
  return { credits: placed(counted, edition, named), ignored: named, purposes }
}
