import type { MovableClock } from './clock.ts'
import type { Engine } from './engine/engine.ts'
import { advance } from './engine/timers.ts'
import type { Schedules } from './schedules.ts'

/**
 * Moves the system's time: the clock goes from one due moment to the next, so that waits and schedules fire
 * in order, each at its own moment and finished before time goes on.
 */
export const openTime = (
  clock: MovableClock,
  engine: Pick<Engine, 'nextDue' | 'fireDue' | 'settled'>,
  schedules: Schedules,
) => {
  let last: Promise<unknown> = Promise.resolve()
  /** Moves that have begun, or wait their turn. */
  let moves = 0
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
    /**
     * Fires what is due by the running clock; a slow function holds up only itself. During a move repeating jobs wait:
     * by a clock that jumps, one would be due at each tick.
     */
    tick: (): Promise<unknown> =>
      Promise.all([
        engine.fireDue(clock.now()),
        schedules.fireDue(clock.now(), moves > 0 ? 'appointments' : 'all'),
      ]),
    /**
     * Moves the clock to `to`, epoch milliseconds, and answers when everything due on the way has happened.
     * False, without a change, where `to` is in the past when this move begins.
     */
    moveTo: (to: number): Promise<boolean> => {
      moves += 1
      return inTurn(async () => {
        if (to < clock.now()) return false
        // Waits for what a tick has just begun.
        await fire(clock.now(), 'all')
        // A jump stops at waits and calendar appointments. A repeating job runs once at its end, not at each
        // of the thousands of turns in months.
        await advance({ nextDue, fireDue: passBy }, clock.now, clock.moveTo, to)
        await fire(clock.now(), 'all')
        return true
      }).finally(() => {
        moves -= 1
      })
    },
  }
}
