import * as z from 'zod'
import { dailyName } from '../../workflows/daily/contract.ts'
import { systemClock, today } from '../platform/clock.ts'
import { job } from '../platform/step.ts'
import { workflowsFromEnvironment } from '../platform/workflows.ts'
import { daily } from './functions.ts'

const startingHost = () => ({ clock: systemClock, workflows: workflowsFromEnvironment() })

/** Every morning at 08:30 in Shanghai: starts the day's execution, once. */
export const handler = job(daily, z.looseObject({}), startingHost, async (_, { clock, workflows }) => {
  const day = today(clock)
  await workflows.start('daily', dailyName(day), { day })
})
