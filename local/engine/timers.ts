import type { Engine } from './engine.ts'

/**
 * Moves a clock forward, from due time to due time, so that everything which falls due on the way happens at its
 * own moment and in order; what that sets going may fall due on the way too. Then the clock stands at `to`.
 * @param move sets the clock; it is never moved back
 */
export const advance = async (
  engine: Pick<Engine, 'nextDue' | 'fireDue'>,
  now: () => number,
  move: (epochMilliseconds: number) => void,
  to: number,
): Promise<void> => {
  for (let due = engine.nextDue(); due !== undefined && due <= to; due = engine.nextDue()) {
    if (due > now()) move(due)
    await engine.fireDue(now())
  }
  if (to > now()) move(to)
}
