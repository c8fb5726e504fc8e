import type { DecidingHost } from '../platform/deciding-host.ts'
import { logger } from '../platform/logger.ts'
import { readProgramme } from '../programmes/programme.ts'
import { fileClaim } from './close-class.ts'
import { closingsUnfiled } from './closing.ts'

const A_PAGE = 20

/** Files the claims of classes that a crash left closed without one. Safe to repeat. */
export const sweepClosings = async (host: DecidingHost, graceMilliseconds: number): Promise<number> => {
  let filed = 0
  for (const closing of await closingsUnfiled(host.table, { limit: A_PAGE })) {
    if (Date.parse(closing.at) + graceMilliseconds > host.clock.now()) continue
    try {
      const programme = await readProgramme(host.table, closing.programmeId)
      if (programme === undefined) continue
      const { ok } = await fileClaim(host, programme, closing)
      if (ok) filed += 1
    } catch (error) {
      // One that fails does not stop the others.
      logger.error('A class’s claim could not be filed.', { programmeId: closing.programmeId, error })
    }
  }
  return filed
}
