import * as z from 'zod'
import { type Clock, today } from '../platform/clock.ts'
import { decidingHost } from '../platform/deciding-host.ts'
import { logger } from '../platform/logger.ts'
import { job } from '../platform/step.ts'
import { startClose } from './close-start.ts'
import { closeYear } from './functions.ts'

/** When the schedule was due; without it, now. */
const Input = z.looseObject({ scheduledAt: z.string().optional() })

/** The year to close; a start that is late, in January, is about the year before. */
const yearToClose = (clock: Clock, scheduledAt: string | undefined): number => {
  const moment = Date.parse(scheduledAt ?? '')
  const day = today(Number.isNaN(moment) ? clock : { now: () => moment })
  return Number(day.slice(0, 4)) - (day.slice(5, 7) === '01' ? 1 : 0)
}

/** Every 31 December at 23:59 in Shanghai (Art. 32). */
export const handler = job(closeYear, Input, decidingHost, async ({ scheduledAt }, host) => {
  const started = await startClose(host)('close', yearToClose(host.clock, scheduledAt), 'schedule')
  if (!started.ok) logger.warn('The close was not started.', { code: started.code })
})
