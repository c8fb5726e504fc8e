import { type Clock, yearNow } from '../platform/clock.ts'
import type { CloseMode } from '../platform/keys.ts'
import { logger } from '../platform/logger.ts'
import { failYear } from '../year/close-freeze.ts'
import { executionOf, readClose } from '../year/year.ts'
import type { RestartingHost } from './restart-lost.ts'

/** A close begins on 31 December at the earliest and may still be at work in the year after. */
const yearsAtWork = (clock: Clock): readonly number[] => [yearNow(clock) - 1, yearNow(clock)]
const modes: readonly CloseMode[] = ['close', 'rehearsal']

/**
 * Says of a year's close, or rehearsal, whose execution has ended without a word (it ran out of time, or was aborted)
 * that it has failed, so that whoever looks at the year sees it and may redrive it: only what is missing is done
 * again (Art. 32). Safe to repeat. Answers how many.
 */
export const markEndedCloses = async (host: RestartingHost): Promise<number> => {
  let marked = 0
  for (const year of yearsAtWork(host.clock))
    for (const mode of modes) {
      const state = await readClose(host.table, mode, year)
      if (state?.status !== 'closing' || state.failed !== undefined) continue
      const found = await host.executions.describe('year-close', executionOf(state))
      if (found?.status !== 'TIMED_OUT' && found?.status !== 'ABORTED') continue
      await failYear(host)({ year, mode, run: state.run })
      logger.error('The close of a year has ended without saying so; it can be redriven.', { year, mode })
      marked += 1
    }
  return marked
}
