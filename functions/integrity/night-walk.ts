import * as z from 'zod'
import { nightWalkName } from '../../workflows/night-walk/contract.ts'
import { systemClock, today } from '../platform/clock.ts'
import { job } from '../platform/step.ts'
import { workflowsFromEnvironment } from '../platform/workflows.ts'
import { nightWalk } from './functions.ts'
import { everyShard } from './tell-walk.ts'

const startingHost = () => ({ clock: systemClock, workflows: workflowsFromEnvironment() })

/** Shards that one call walks after each other. */
const GROUP = 8
const groups = Array.from({ length: everyShard.length / GROUP }, (_, place) =>
  everyShard.slice(place * GROUP, (place + 1) * GROUP),
)

/** Every night: starts the night's execution, once. */
export const handler = job(nightWalk, z.looseObject({}), startingHost, async (_, { clock, workflows }) => {
  const day = today(clock)
  await workflows.start('night-walk', nightWalkName(day), { day, groups })
})
