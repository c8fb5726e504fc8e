import type { DecidingHost } from '../platform/deciding-host.ts'
import { logger } from '../platform/logger.ts'
import { write } from '../platform/table.ts'
import { changeInspection, type Inspection, inspectionsAwaiting } from './inspection.ts'
import { startInspection } from './start-inspection.ts'

const A_PAGE = 50

/**
 * Lets an inspection go on that an act left waiting: its token is answered; where nobody waits on it any more, another
 * execution is started, which asks the table where it stands.
 */
const resume = async (host: DecidingHost, inspection: Inspection): Promise<void> => {
  const { token } = inspection
  if (token === undefined) return startInspection(host, inspection)
  if ((await host.workflows.succeed(token, {})) === 'taken') return
  const { token: _, ...rest } = inspection
  const after = { ...rest, attempt: inspection.attempt + 1 }
  await write(host.table, changeInspection<Inspection>(inspection, after))
  await startInspection(host, after)
}

/** Resumes the inspections that a crash left waiting; answers how many. Safe to repeat. */
export const sweepInspections = async (host: DecidingHost, graceMilliseconds: number): Promise<number> => {
  let resumed = 0
  const { items } = await inspectionsAwaiting(host.table, { limit: A_PAGE })
  for (const inspection of items) {
    if (Date.parse(inspection.awaiting ?? '') + graceMilliseconds > host.clock.now()) continue
    try {
      await resume(host, inspection)
      resumed += 1
    } catch (error) {
      // One that fails does not stop the others.
      logger.error('An inspection could not be resumed.', { inspectionId: inspection.id, error })
    }
  }
  return resumed
}
