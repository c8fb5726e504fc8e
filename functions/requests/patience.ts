import { type Clock, endOfDay, today } from '../platform/clock.ts'
import { addWorkingDays } from '../platform/working-days.ts'

/** How many working days a desk has before it is reminded, and again before its head is told. */
const WORKING_DAYS = 5

/** The last day of a desk's time, if it gets the matter now. */
export const dueOn = (clock: Clock): string => addWorkingDays(today(clock), WORKING_DAYS)

/** Seconds from now to the end of the last day of a desk's time. */
export const patienceSeconds = (clock: Clock): number =>
  Math.ceil((endOfDay(dueOn(clock)) - clock.now()) / 1000)
