import type { ActivityKind, ActivityRate } from './activity-rates.ts'
import { type CalendarDate, daysFrom } from './calendar.ts'
import type { Category, Edition, Subject } from './edition.ts'
import { type Tenths, tenths } from './hours.ts'

/** Practice, a conference, lecture or visit (Art. 37): days or sessions, at the rate of the day on which it began. */
export interface Activity {
  readonly kind: ActivityKind
  readonly quantity: number
  readonly rate: ActivityRate
}

/**
 * What a correction added: it finds its days, or its part of a cap, after so many credits of the list, so that these
 * lose nothing by it.
 */
export interface Raise {
  /** Half-days; of an activity, days or sessions. */
  readonly amount: number
  readonly after: number
  /** Its place among what was added after the same credit. */
  readonly turn: number
}

type Raised = { readonly raised?: readonly { readonly after: number }[] | undefined }

/** Some credits of a list, by their places in it: what was added to them keeps its place among those that are left. */
export const renumbered = <C extends Raised>(
  credits: readonly C[],
  places: readonly number[],
): readonly C[] =>
  credits.some(({ raised }) => raised !== undefined)
    ? credits.map((credit) =>
        credit.raised === undefined
          ? credit
          : {
              ...credit,
              raised: credit.raised.map((one) => ({
                ...one,
                after: places.filter((place) => place < one.after).length,
              })),
            },
      )
    : credits

/** The credits of a list that are kept, each addition in its place among them. */
export const onlyThose = <C extends Raised>(credits: readonly C[], keep: (credit: C) => boolean) => {
  const places = [...credits.keys()].filter((place) => {
    const credit = credits[place]
    return credit !== undefined && keep(credit)
  })
  return renumbered(credits.filter(keep), places)
}

/** One training, in whole numbers. */
export interface Credit {
  readonly id: string
  readonly subject: Subject
  readonly category: Category
  readonly offline: boolean
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** The year that it counts for: that of its dates, or the delayed year that it makes up (Art. 32). */
  readonly year: number
  readonly makesUp: boolean
  readonly tenths: Tenths
  readonly halfDays: number
  readonly fullTime: boolean
  readonly passed: boolean
  readonly forChange: string | null
  /** Shared by the lines of one training: a session across New Year is one (Art. 16). */
  readonly training?: string | null
  readonly activity?: Activity | null
  /** What corrections added of its half-days, or of its activity's quantity, each with its place in the list (Art. 35). */
  readonly raised?: readonly Raise[] | undefined
}

/**
 * The worth of a training: offline by its half-days; online by its certified hours, and in half-days only by
 * a reading.
 */
export const worthOf = (
  training: { readonly offline: boolean; readonly halfDays: number; readonly certified: Tenths },
  { tenthsPerHalfDay, readings }: Edition,
): Pick<Credit, 'tenths' | 'halfDays'> => {
  const { offline, halfDays, certified } = training
  if (offline) return { tenths: halfDays * tenthsPerHalfDay, halfDays }
  const { onlineTenthsPerHalfDay } = readings
  return {
    tenths: certified,
    halfDays: onlineTenthsPerHalfDay === null ? 0 : Math.floor(certified / onlineTenthsPerHalfDay),
  }
}

/** An activity's hours, before the cap of its year: rounded down, and no half-days of its days. */
export const worthOfActivity = ({ quantity, rate }: Activity): Pick<Credit, 'tenths' | 'halfDays'> => ({
  tenths: Math.floor(quantity * tenths(rate.hours)),
  halfDays: 0,
})

/** The most days or sessions of an activity within so many calendar days. */
export const mostQuantity = (rate: ActivityRate, days: number, { activities }: Edition): number =>
  rate.unit === 'session' ? days * activities.sessionsPerDay : days

/** What a training states: half-days; of an activity, days or sessions. */
export const amountOf = ({ activity, halfDays }: Pick<Credit, 'activity' | 'halfDays'>): number =>
  activity ? activity.quantity : halfDays

/** What corrections added, where only so much is left: the latest go first, then what was credited at first. */
const leftOf = (credit: Credit, left: number): readonly Raise[] | undefined => {
  const { raised } = credit
  if (raised === undefined) return undefined
  const added = raised.reduce((sum, one) => sum + one.amount, 0)
  let room = left - Math.min(left, Math.max(0, amountOf(credit) - added))
  return raised.flatMap((one) => {
    const kept = Math.min(room, one.amount)
    room -= kept
    return kept > 0 ? [{ ...one, amount: kept }] : []
  })
}

/**
 * The part of a training inside a period: as much of it as its days inside can hold, whichever days it used
 * (Art. 39(1)). Null: no day inside; the training itself: all days inside.
 */
export const inside = (
  credit: Credit,
  from: CalendarDate,
  to: CalendarDate,
  edition: Edition,
): Credit | null => {
  if (credit.from >= from && credit.to <= to) return credit
  if (credit.to < from || credit.from > to) return null
  const within = { from: Math.max(credit.from, from), to: Math.min(credit.to, to) }
  const days = daysFrom(within.from, within.to)
  const { activity, offline } = credit
  if (activity) {
    const quantity = Math.min(activity.quantity, mostQuantity(activity.rate, days, edition))
    const part = { ...activity, quantity }
    return {
      ...credit,
      ...within,
      activity: part,
      raised: leftOf(credit, quantity),
      tenths: Math.min(credit.tenths, worthOfActivity(part).tenths),
    }
  }
  if (offline) {
    const halfDays = Math.min(credit.halfDays, days * edition.halfDaysPerDay)
    const raised = leftOf(credit, halfDays)
    return { ...credit, ...within, halfDays, raised, tenths: halfDays * edition.tenthsPerHalfDay }
  }
  const certified = Math.min(credit.tenths, days * edition.onlineTenthsPerDay)
  return { ...credit, ...within, ...worthOf({ offline, halfDays: 0, certified }, edition) }
}
