import { Temporal } from 'temporal-polyfill'
import { type Clock, timestamp } from './clock.ts'
import { isWorkday } from './working-days.ts'

/** Mails that can wait leave when people begin to work, in Shanghai: in the morning and after noon. */
const HOURS = [9, 14] as const
const ZONE = 'Asia/Shanghai'

const at = (day: Temporal.PlainDate, hour: number): number =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour } }).epochMilliseconds

/** Epoch milliseconds at which the first working day after a date begins to work: 09:00 in Shanghai. */
export const morningAfter = (date: string): number => {
  let day = Temporal.PlainDate.from(date).add({ days: 1 })
  while (!isWorkday(day)) day = day.add({ days: 1 })
  return at(day, HOURS[0])
}

/** A part of the time between two moments at which gathered mails leave; both as `timestamp` writes them. */
export interface HalfDay {
  /** The first moment that belongs to it. */
  readonly from: string
  /** The moment at which its mails leave; it belongs to the next. */
  readonly until: string
}

/** The half working day in which a moment lies: nights, weekends and holidays belong to the morning that follows. */
export const halfDayOf = (clock: Clock): HalfDay => {
  const now = clock.now()
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE).toPlainDate()
  const momentsOf = (day: Temporal.PlainDate): number[] =>
    isWorkday(day) ? HOURS.map((hour) => at(day, hour)) : []
  const seek = (step: 1 | -1, fits: (moment: number) => boolean): string => {
    for (let day = today; ; day = day.add({ days: step })) {
      const moments = step === 1 ? momentsOf(day) : momentsOf(day).reverse()
      const found = moments.find(fits)
      if (found !== undefined) return timestamp({ now: () => found })
    }
  }
  return { from: seek(-1, (moment) => moment <= now), until: seek(1, (moment) => moment > now) }
}
