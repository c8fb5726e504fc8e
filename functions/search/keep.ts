import * as z from 'zod'
import { logger } from '../platform/logger.ts'
import { recordsHost } from '../platform/records-host.ts'
import { job } from '../platform/step.ts'
import { keepNames as entry } from './functions.ts'
import { keepNames } from './keep-names.ts'

/** Of the five minutes between two turns a turn takes two at most. */
const TURN_MILLISECONDS = 120_000

/** Every five minutes: follows what acts have changed of names and places, then goes on with the walk over everyone. */
export const handler = job(entry, z.looseObject({}), recordsHost, async (_, host) => {
  const { changed, walk } = await keepNames(host)(Date.now() + TURN_MILLISECONDS)
  // The first walk over a table finds everyone for the first time: of later ones it says what acts had missed.
  if (walk?.done && walk.differed > 0)
    logger.info('The index of names was mended', { walked: walk.walked, differed: walk.differed })
  return { changed, walked: walk?.walked ?? 0, differed: walk?.differed ?? 0 }
})
