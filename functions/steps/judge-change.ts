import { LineStep } from '../../workflows/request-line.ts'
import { judgeChange } from '../acts/held-changes.ts'
import { clock } from '../kit/clock.ts'
import { step } from '../kit/step.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

export const handler = step(LineStep, ({ requestId }) =>
  judgeChange({ table: table(), workflows: workflows(), clock: clock() })(requestId),
)
