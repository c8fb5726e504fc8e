import * as z from 'zod'
import { startClose } from '../acts/close-start.ts'
import { clock, today } from '../kit/clock.ts'
import { step } from '../kit/step.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

/** A start that comes late, in the first days of January, is still about the year before. */
const yearToClose = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) === '01' ? 1 : 0)

/** Every 31 December at 23:59 in Shanghai (Art. 32). */
export const handler = step(z.looseObject({}), () =>
  startClose({ table: table(), workflows: workflows(), clock: clock() })(
    'close',
    yearToClose(today(clock())),
    'schedule',
  ),
)
