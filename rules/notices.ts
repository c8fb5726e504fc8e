import { addDays, type CalendarDate } from './calendar.ts'
import type { Obligation } from './obligations.ts'

/**
 * Days before a due date on which its person is told. The regulation names none: this is the platform's
 * service.
 */
export const noticeDays = {
  make_up: { due: [180, 90, 30, 7], limit: [] },
  induction: { due: [60, 30, 7], limit: [30, 7] },
  transfer: { due: [30, 7], limit: [] },
  term: { due: [180, 90, 30, 7], limit: [] },
} as const satisfies Record<Obligation['kind'], { due: readonly number[]; limit: readonly number[] }>

/**
 * A day on which someone is told of an obligation: `due-30`, `limit-7`, or `result` the day after its limit.
 */
export interface Notice {
  readonly name: string
  readonly on: CalendarDate
  /** The date that the notice counts down to. */
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
 * The notice to give on a day: the latest whose day has come, so that a job that missed some days gives one
 * and not all. None where its own date has passed: a later one follows.
 */
export const noticeOn = (obligation: Obligation, day: CalendarDate): Notice | undefined =>
  noticesOf(obligation).findLast(({ on, by, kind }) => on <= day && (kind === 'result' || day <= by))

/** The first notice whose day is `day` or later. */
export const nextNotice = (obligation: Obligation, day: CalendarDate): Notice | undefined =>
  noticesOf(obligation).find(({ on }) => on >= day)

/**
 * The first notice to look for when a date is watched from a day on: the one of now, else the next; undefined
 * where the result's day has passed.
 */
export const firstNotice = (obligation: Obligation, day: CalendarDate): Notice | undefined => {
  const now = noticeOn(obligation, day)
  return now === undefined || now.kind === 'result' ? nextNotice(obligation, day) : now
}
