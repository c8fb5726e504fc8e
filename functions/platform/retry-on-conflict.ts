import { setTimeout as wait } from 'node:timers/promises'
import { ConditionFailed } from './condition-failed.ts'

const ATTEMPTS = 12

/** Thrown when others were faster so many times in a row that giving up is kinder than going on. */
export class StillContended extends Error {
  override name = 'StillContended'
}

/**
 * Runs `attempt` (read, decide, write with preconditions) until its write holds. Each time that someone else was
 * faster, it reads and decides anew, so the decision is always one on the current facts.
 * @throws StillContended after twelve attempts
 */
export const retryOnConflict = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
      if (made === ATTEMPTS) throw new StillContended('Others wrote first, twelve times.')
      // Random pauses spread the contenders.
      await wait(Math.random() * 8 * made)
    }
  }
}
