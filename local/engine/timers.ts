import type { Engine } from './engine.ts'

/**
 * Moves a clock forward from due time to due time, up to `to`: each timer fires at its own moment and in
 * order, also those that firing sets.
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
