import * as z from 'zod'
import { holdChange } from '../outcomes/held-changes.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'

const Input = z.object({ requestId: z.string(), token: z.string() })

export const handler = step(Input, (input) =>
  holdChange({ table: table(), workflows: workflows(), clock: clock() })(input),
)
