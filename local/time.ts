import type { Schedules } from './schedules.ts'

interface Timers {
  nextDue(): number | undefined
  fireDue(now: number): Promise<void>
  settled(): Promise<void>
}

interface MovableClock {
  now(): number
  moveTo(to: number): void
}

/**
 * Lets the system's time pass: waits and schedules that fall due fire in order. Moving the clock goes from one due
 * moment to the next, so that what happens at each sees the time at which it should have happened.
 */
export const openTime = (clock: MovableClock, timers: Timers, schedules: Schedules) => {
  let passing: Promise<void> = Promise.resolve()
  const fire = async () => {
    await timers.fireDue(clock.now())
    await timers.settled()
  }
  /** One at a time: the ticking of the clock and a move by hand never interleave. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = passing.then(work, work)
    passing = turn.then(
      () => undefined,
      () => undefined,
    )
    return turn
  }
  return {
    tick: () =>
      inTurn(async () => {
        await timers.fireDue(clock.now())
        if (schedules.nextDue() <= clock.now()) await schedules.fireDue(clock.now())
      }),
    /** Moves the clock forward to `to`, epoch milliseconds; answers when everything due on the way has fired. */
    moveTo: (to: number) =>
      inTurn(async () => {
        await timers.settled()
        for (;;) {
          const due = timers.nextDue()
          if (due === undefined || due > to) break
          if (due > clock.now()) clock.moveTo(due)
          await fire()
        }
        clock.moveTo(Math.max(to, clock.now()))
        await fire()
        if (schedules.nextDue() <= clock.now()) await schedules.fireDue(clock.now())
        await timers.settled()
      }),
  }
}
