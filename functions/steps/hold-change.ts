import * as z from 'zod'
import { holdChange } from '../acts/held-changes.ts'
import { clock } from '../kit/clock.ts'
import { step } from '../kit/step.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

const Input = z.object({ requestId: z.string(), token: z.string() })

export const handler = step(Input, (input) =>
  holdChange({ table: table(), workflows: workflows(), clock: clock() })(input),
)
