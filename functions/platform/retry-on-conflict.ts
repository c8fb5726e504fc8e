import { setTimeout as wait } from 'node:timers/promises'
import { ConditionFailedError } from './condition-failed.ts'
import { StillContendedError } from './still-contended.ts'
import { eventually, type Table } from './table.ts'

const ATTEMPTS = 12

/**
 * Runs `attempt` (read, decide, write with preconditions) until its write holds. Each time that someone else was
 * faster, it reads and decides anew, so the decision is always one on the current facts.
 * @throws StillContendedError after twelve attempts
 */
export const retryOnConflict = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ConditionFailedError)) throw error
      if (made === ATTEMPTS) throw new StillContendedError('Others wrote first, twelve times.')
      // Random pauses spread the contenders.
      await wait(Math.random() * 8 * made)
    }
  }
}

/**
 * The same for half the price of its reads: `attempt` first reads eventually, and is made again on consistent reads
 * where its write did not hold, it threw, or its outcome is not one that `holds` whatever had been missed: refused,
 * say, for what may have changed a moment ago. What it writes must be conditional on all that it decided by.
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
    // Whatever it was, it may have come of what was a moment old.
  }
  return retryOnConflict(() => attempt(table))
}
