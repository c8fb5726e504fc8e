import { setTimeout as wait } from 'node:timers/promises'
import { ConditionFailedError } from './condition-failed.ts'
import { StillContendedError } from './still-contended.ts'
import { eventually, type Table } from './table.ts'

const ATTEMPTS = 12

/**
 * Runs `attempt` (read, decide, write under preconditions) until its write succeeds. After each conflict it
 * reads and decides again, so every decision rests on current items.
 * @throws StillContendedError after twelve attempts
 */
export const retryOnConflict = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let made = 1; ; made += 1) {
    const began = performance.now()
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ConditionFailedError)) throw error
      if (made === ATTEMPTS) throw new StillContendedError('Others wrote first, twelve times.')
      // Random pauses spread the contenders: over as long as an attempt took, or all of them would meet again.
      await wait(Math.random() * Math.max(8, performance.now() - began) * made)
    }
  }
}

/**
 * As `retryOnConflict`, with cheaper reads: `attempt` first reads eventually. It runs again on consistent
 * reads where it threw, where its write failed, or where its outcome does not hold (`holds`), such as a
 * refusal by an item that may be old. Its write must be conditional on everything it decided by.
 * @throws StillContendedError after twelve further attempts
 */
export const untilWrittenFrom = async <T>(
  table: Table,
  attempt: (table: Table) => Promise<T>,
  holds: (outcome: T) => boolean,
): Promise<T> => {
  try {
    const outcome = await attempt(eventually(table))
    if (holds(outcome)) return outcome
  } catch {
    // Any error may come from an item that was a moment old.
  }
  return retryOnConflict(() => attempt(table))
}
