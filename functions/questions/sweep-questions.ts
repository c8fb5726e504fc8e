import { today } from '../platform/clock.ts'
import type { DecidingHost } from '../platform/deciding-host.ts'
import { ASKERS_KEPT } from '../platform/keys.ts'
import { sweepMatters } from '../platform/matter-way.ts'
import { removeDue } from '../platform/remove-due.ts'
import { questionWay } from './question-way.ts'

/**
 * Resumes questions that a crash left waiting, and forgets in time who asked; question and answer stay. Safe to repeat.
 * @returns how many were resumed
 */
export const sweepQuestions = async (host: DecidingHost, graceMilliseconds: number): Promise<number> => {
  const resumed = await sweepMatters(questionWay, host, graceMilliseconds)
  await removeDue(host.table, ASKERS_KEPT, today(host.clock))
  return resumed
}
