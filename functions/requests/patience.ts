import { type Clock, endOfDay, today } from '../platform/clock.ts'
import { addWorkingDays } from '../platform/working-days.ts'

/** How many working days a desk has before it is reminded, and again before its head is told. */
const WORKING_DAYS = 5

/** The due date of a desk that gets a task now. */
export const dueOn = (clock: Clock): string => addWorkingDays(today(clock), WORKING_DAYS)

/** Seconds from now to the end of that due date. */
export const patienceSeconds = (clock: Clock): number =>
  Math.ceil((endOfDay(dueOn(clock)) - clock.now()) / 1000)
