import * as z from 'zod'
import { judgeChange } from '../outcomes/held-changes.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'

const Input = z.object({ requestId: z.string() })

export const handler = step(Input, ({ requestId }) =>
  judgeChange({ table: table(), workflows: workflows(), clock: clock() })(requestId),
)
