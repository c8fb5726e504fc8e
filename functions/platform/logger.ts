import { Logger } from '@aws-lambda-powertools/logger'

/** Carries opaque ids alone: never a name, an identity number, a reason or a title. */
export const logger = new Logger({
  serviceName: 'training-platform',
  // Which release answered: while one is tried out, two do.
  ...(process.env.RELEASE === undefined ? {} : { persistentKeys: { release: process.env.RELEASE } }),
})
