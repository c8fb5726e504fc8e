import * as z from 'zod'
import { dailyName } from '../../workflows/daily/contract.ts'
import { clock, today } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { workflows } from '../platform/workflows.ts'

/** Every morning at 08:30 in Shanghai: starts the day's execution, once. */
export const handler = step(z.looseObject({}), async () => {
  const day = today(clock())
  await workflows().start('daily', dailyName(day), { day })
})
