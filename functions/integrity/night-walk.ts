import * as z from 'zod'
import { nightWalkName } from '../../workflows/night-walk/contract.ts'
import { systemClock, today } from '../platform/clock.ts'
import { job } from '../platform/step.ts'
import { workflowsFromEnvironment } from '../platform/workflows.ts'
import { nightWalk } from './functions.ts'
import { everyShard } from './tell-walk.ts'

const startingHost = () => ({ clock: systemClock, workflows: workflowsFromEnvironment() })

/** Every night: starts the night's execution, once. */
export const handler = job(nightWalk, z.looseObject({}), startingHost, async (_, { clock, workflows }) => {
  const day = today(clock)
  await workflows.start('night-walk', nightWalkName(day), { day, shards: everyShard })
})
