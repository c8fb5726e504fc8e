import { addDays, type CalendarDate } from './calendar.ts'
import type { Obligation } from './obligations.ts'

/**
 * How many days before an obligation is due its person is told. The regulation names no notices; they are the
 * platform's service, so that nobody learns of a date when it has passed.
 */
export const noticeDays = {
  make_up: { due: [180, 90, 30, 7], limit: [] },
  induction: { due: [60, 30, 7], limit: [30, 7] },
  transfer: { due: [30, 7], limit: [] },
  term: { due: [180, 90, 30, 7], limit: [] },
} as const satisfies Record<Obligation['kind'], { due: readonly number[]; limit: readonly number[] }>

/** A day on which someone is told of an obligation: `due-30`, `limit-7`, or `result` on the day after its last one. */
export interface Notice {
  readonly name: string
  readonly on: CalendarDate
  /** What the notice counts down to. */
  readonly by: CalendarDate
  readonly kind: 'due' | 'limit' | 'result'
}

/** Every notice of an obligation, in the order of their days. */
export const noticesOf = ({ kind, dueOn, limitOn }: Obligation): readonly Notice[] => {
  const { due, limit } = noticeDays[kind]
  return [
    ...due.map((days) => ({
      name: `due-${days}`,
      on: addDays(dueOn, -days),
      by: dueOn,
      kind: 'due' as const,
    })),
    ...limit.map((days) => ({
      name: `limit-${days}`,
      on: addDays(limitOn, -days),
      by: limitOn,
      kind: 'limit' as const,
    })),
    { name: 'result', on: addDays(limitOn, 1), by: limitOn, kind: 'result' as const },
  ].sort((a, b) => a.on - b.on)
}

/**
 * The notice that is to be given on a day: the latest whose day has come, so that a job that did not run for a while
 * sends one, not all of them; none where its own date has passed, for then a later one says so.
 */
export const noticeOn = (obligation: Obligation, day: CalendarDate): Notice | undefined =>
  noticesOf(obligation).findLast(({ on, by, kind }) => on <= day && (kind === 'result' || day <= by))

/** The first notice whose day is `day` or later. */
export const nextNotice = (obligation: Obligation, day: CalendarDate): Notice | undefined =>
  noticesOf(obligation).find(({ on }) => on >= day)

/**
 * The notice by which a date that is watched from a day on is first looked at: the one that holds now, given or not,
 * or else the next; none where the obligation's result is past.
 */
export const firstNotice = (obligation: Obligation, day: CalendarDate): Notice | undefined => {
  const now = noticeOn(obligation, day)
  return now === undefined || now.kind === 'result' ? nextNotice(obligation, day) : now
}
