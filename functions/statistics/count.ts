import * as z from 'zod'
import { logger } from '../platform/logger.ts'
import { recordsHost } from '../platform/records-host.ts'
import { sealing } from '../platform/sealing.ts'
import { job } from '../platform/step.ts'
import { countActs } from './count-acts.ts'
import { countStatistics } from './functions.ts'
import { goOnRebuilding } from './rebuild.ts'

/** Of the five minutes between two turns the walk over everyone takes two. */
const WALK_MILLISECONDS = 120_000

/** Every five minutes: counts what acts have recorded, then goes on with the walk over everyone, where one is due. */
export const handler = job(countStatistics, z.looseObject({}), sealing(recordsHost), async (_, host) => {
  const { changed } = await countActs(host)()
  const rebuild = await goOnRebuilding(host)(Date.now() + WALK_MILLISECONDS)
  // The first walk over a table counts everyone for the first time: only later ones compare.
  if (rebuild?.done && rebuild.differed > 0)
    logger.info('Statistics were counted anew', { walked: rebuild.walked, differed: rebuild.differed })
  return { changed, walked: rebuild?.walked ?? 0, differed: rebuild?.differed ?? 0 }
})
