import { type Clock, today } from '../platform/clock.ts'
import { addWorkingDays } from '../platform/working-days.ts'
import { morningAfter } from '../platform/working-hours.ts'

/** How many working days a desk has before it is reminded, and again before its head is told. */
const WORKING_DAYS = 5

/** The due date of a desk that gets a task now. */
export const dueOn = (clock: Clock): string => addWorkingDays(today(clock), WORKING_DAYS)

/** Seconds from now to the first working morning after that due date: nobody is reminded at midnight. */
export const patienceSeconds = (clock: Clock): number =>
  Math.ceil((morningAfter(dueOn(clock)) - clock.now()) / 1000)
