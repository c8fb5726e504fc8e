import * as z from 'zod'
import { clock, today } from '../platform/clock.ts'
import { logger } from '../platform/logger.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'
import { startClose } from '../year/close-start.ts'

/** The moment that the schedule is for; a scheduler that does not say it means now. */
const Input = z.looseObject({ scheduledAt: z.string().optional() })

/** A start that comes late, in the first days of January, is still about the year before. */
const yearToClose = (scheduledAt: string | undefined): number => {
  const moment = Date.parse(scheduledAt ?? '')
  const day = today(Number.isNaN(moment) ? clock() : { now: () => moment })
  return Number(day.slice(0, 4)) - (day.slice(5, 7) === '01' ? 1 : 0)
}

/** Every 31 December at 23:59 in Shanghai (Art. 32). */
export const handler = step(Input, async ({ scheduledAt }) => {
  const deps = { table: table(), workflows: workflows(), clock: clock() }
  const started = await startClose(deps)('close', yearToClose(scheduledAt), 'schedule')
  if (!started.ok) logger.warn('The close was not started.', { code: started.code })
})
