import { LineStep } from '../../workflows/request-line.ts'
import { judgeChange } from '../outcomes/held-changes.ts'
import { clock } from '../platform/clock.ts'
import { step } from '../platform/step.ts'
import { table } from '../platform/table.ts'
import { workflows } from '../platform/workflows.ts'

export const handler = step(LineStep, ({ requestId }) =>
  judgeChange({ table: table(), workflows: workflows(), clock: clock() })(requestId),
)
