import type { MovableClock } from './clock.ts'
import type { Engine } from './engine/engine.ts'
import { advance } from './engine/timers.ts'
import type { Schedules } from './schedules.ts'

/**
 * Lets the system's time pass: waits and schedules that fall due fire in order. Moving the clock goes from one due
 * moment to the next, so that what happens at each sees the time at which it should have happened, and is over
 * before time goes on.
 */
export const openTime = (
  clock: MovableClock,
  engine: Pick<Engine, 'nextDue' | 'fireDue' | 'settled'>,
  schedules: Schedules,
) => {
  let last: Promise<unknown> = Promise.resolve()
  /** One move at a time. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  /** The next moment at which something happens: a wait that ends, or an appointment of the calendar. */
  const nextDue = (): number | undefined => {
    const due = [engine.nextDue(), schedules.nextDue()].filter((one) => one !== undefined)
    return due.length === 0 ? undefined : Math.min(...due)
  }
  const fire = async (now: number, which: 'all' | 'appointments'): Promise<void> => {
    await engine.fireDue(now)
    await schedules.fireDue(now, which)
    await engine.settled()
  }
  const passBy = (now: number): Promise<void> => fire(now, 'appointments')
  return {
    /** What has fallen due by the clock as it runs; a slow function keeps back nothing but itself. */
    tick: (): Promise<unknown> => Promise.all([engine.fireDue(clock.now()), schedules.fireDue(clock.now())]),
    /**
     * Moves the clock forward to `to`, epoch milliseconds; answers when everything due on the way has happened.
     * False, and nothing changes, where that lies in its past when the turn of this move has come.
     */
    moveTo: (to: number): Promise<boolean> =>
      inTurn(async () => {
        if (to < clock.now()) return false
        // What a tick has just begun is over first.
        await fire(clock.now(), 'all')
        // The stops of a jump are waits and appointments: a job that merely repeats runs at the jump's end, not at
        // every one of the thousands of turns that months hold.
        await advance({ nextDue, fireDue: passBy }, clock.now, clock.moveTo, to)
        await fire(clock.now(), 'all')
        return true
      }),
  }
}
