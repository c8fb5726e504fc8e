import { HoldChange } from '../../workflows/post-change/contract.ts'
import { holdChange } from '../acts/held-changes.ts'
import { clock } from '../kit/clock.ts'
import { step } from '../kit/step.ts'
import { workflows } from '../kit/workflows.ts'
import { table } from '../store/table.ts'

export const handler = step(HoldChange, (input) =>
  holdChange({ table: table(), workflows: workflows(), clock: clock() })(input),
)
